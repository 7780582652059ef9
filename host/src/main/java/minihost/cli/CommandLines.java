package minihost.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import minihost.config.ConfigProblems;
import minihost.config.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * All commands as Picocli sees them: for help, completion and errors, and for all but {@code run}.
 */
final class CommandLines {
  private CommandLines() {}

  @Command(
      name = "minihost",
      description = "Runs a WeChat mini program with a real network, under WeChat's rules.",
      synopsisHeading = "Usage: minihost DIR%n       ",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      footer = {
        "",
        "minihost DIR is short for minihost run DIR.",
        "Exit codes: 0 done, 1 not launched, uncaught errors, or a command from a pipe failed,",
        "2 usage or configuration, 3 refused (explain), 4 a script was stopped by --for,",
        "70 minihost failed."
      })
  private static final class Root {}

  /** All but {@code help}, which wants to see the others. */
  private static final Map<String, Function<Io, Object>> COMMANDS =
      Map.of(
          "run", RunCommand::of,
          "test", TestCommand::new,
          "merge-reports", MergeReportsCommand::new,
          "explain", ExplainCommand::new,
          "config", ConfigCommand::new,
          "doctor", DoctorCommand::new,
          "lab", LabCommand::new,
          "types", TypesCommand::new,
          "completion", CompletionCommand::new);

  static int execute(List<String> arguments, Io io) {
    if (arguments.isEmpty()) {
      all(io).usage(io.err());
      return ExitCodes.USAGE;
    }
    String first = arguments.getFirst();
    boolean alone = COMMANDS.containsKey(first);
    return of(alone ? List.of(first) : CommandNames.ALL, io)
        .execute(arguments.toArray(String[]::new));
  }

  static CommandLine all(Io io) {
    return of(CommandNames.ALL, io);
  }

  /** Each command that Picocli looks at costs time. */
  private static CommandLine of(List<String> commands, Io io) {
    CommandLine root = new CommandLine(CommandSpec.forAnnotatedObject(new Root()));
    for (String name : commands)
      root.addSubcommand(
          name, COMMANDS.getOrDefault(name, x -> new CommandLine.HelpCommand()).apply(io));
    IVersionProvider version = new Version();
    root.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(version));
    root.setOut(new PrintWriter(io.out(), true));
    root.setErr(new PrintWriter(io.err(), true));
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(io.palette().colours() ? Ansi.ON : Ansi.OFF));
    root.setParameterExceptionHandler((e, args) -> misuse(e, io));
    root.setExecutionExceptionHandler((e, command, parsed) -> failure(e, io));
    root.setExitCodeExceptionMapper(e -> ExitCodes.INTERNAL);
    return root;
  }

  private static int misuse(ParameterException e, Io io) {
    CommandLine command = e.getCommandLine();
    boolean unknown = e instanceof UnmatchedArgumentException u && !u.getUnmatched().isEmpty();
    String problem =
        unknown ? unknown((UnmatchedArgumentException) e) : Visible.line(e.getMessage());
    io.err().println("minihost: " + problem);
    io.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    boolean option = word.startsWith("-");
    Optional<String> meant =
        option
            ? Suggestion.nearest(word.split("=")[0], List.copyOf(spec.optionsMap().keySet()))
            : CommandNames.nearest(word);
    boolean command = spec.parent() == null;
    String what =
        option
            ? "unknown option "
            : command ? "neither a command nor a folder: " : "one argument too many: ";
    return what + Visible.line(word) + meant.map(m -> "; did you mean " + m + "?").orElse("");
  }

  private static int failure(Exception e, Io io) throws Exception {
    if (!(e instanceof ConfigProblems problems)) throw e;
    io.err().println(new ProblemText(io.palette()).of(problems.problems()));
    return ExitCodes.USAGE;
  }
}
