package minihost.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minihost.host.Host;
import minihost.jstest.MiniProgramTestEngine;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Io io = Io.system();
    int code;
    try {
      code = run(List.of(args), io);
    } catch (Throwable t) {
      io.err().println("minihost failed; please report this with the program that shows it:");
      t.printStackTrace(io.err());
      code = ExitCodes.INTERNAL;
    }
    io.out().flush();
    io.err().flush();
    // Everything is given back, and waiting for idle threads costs time; but JLine deletes the
    // library it has unpacked in a shutdown hook.
    if (io.terminal()) System.exit(code);
    Runtime.getRuntime().halt(code);
  }

  /**
   * @return one of {@link ExitCodes}
   */
  static int run(List<String> arguments, Io io) throws Exception {
    List<String> whole = withCommand(Inspect.spelledOut(arguments));
    if (!whole.isEmpty() && whole.getFirst().equals("run")) {
      Optional<RunOptions> options = RunArguments.read(whole.subList(1, whole.size()));
      if (options.isPresent()) {
        if (options.get().inspect().isEmpty()) Host.warmUp();
        return new Run(options.get(), io).call();
      }
    }
    if (!whole.isEmpty() && whole.getFirst().equals("test")) MiniProgramTestEngine.warmUp();
    return CommandLines.execute(whole, io);
  }

  /** {@code minihost DIR} is {@code minihost run DIR}. */
  private static List<String> withCommand(List<String> arguments) {
    if (arguments.isEmpty()) return arguments;
    String first = arguments.getFirst();
    boolean global = CommandNames.GLOBAL_OPTIONS.contains(first);
    boolean misspelt = CommandNames.nearest(first).isPresent() && !Files.exists(Path.of(first));
    if (global || CommandNames.ALL.contains(first) || misspelt) return arguments;
    List<String> whole = new ArrayList<>(List.of("run"));
    whole.addAll(arguments);
    return whole;
  }
}
