package minihost.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One command line run in this process, and what it left behind. */
record CommandLineRun(int exit, String out, String err) {
  static CommandLineRun of(String... arguments) throws Exception {
    return piped("", arguments);
  }

  /**
   * @param commands what stdin gives, and then its end
   */
  static CommandLineRun piped(String commands, String... arguments) throws Exception {
    InputStream in = new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8));
    return run(in, Map.of(), arguments);
  }

  static CommandLineRun with(Map<String, String> environment, String... arguments)
      throws Exception {
    return run(InputStream.nullInputStream(), environment, arguments);
  }

  /** Stdin is a pipe that never ends. */
  static CommandLineRun withOpenPipe(String... arguments) throws Exception {
    java.io.PipedInputStream in = new java.io.PipedInputStream();
    try (java.io.PipedOutputStream open = new java.io.PipedOutputStream(in)) {
      open.flush();
      return run(in, Map.of(), arguments);
    }
  }

  private static CommandLineRun run(
      InputStream in, Map<String, String> environment, String... arguments) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment);
    int exit = Main.run(List.of(arguments), io);
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of stdout without the time that events begin with. */
  List<String> lines() {
    return out.lines()
        .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} +", ""))
        .toList();
  }
}
