package minihost.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code minihost run} for Picocli, made from {@link RunOption}. */
final class RunCommand implements Callable<Integer> {
  private static final String FOLDER = "DIR";

  private final Io io;
  private CommandSpec spec;

  private RunCommand(Io io) {
    this.io = io;
  }

  static CommandLine of(Io io) {
    RunCommand run = new RunCommand(io);
    run.spec = CommandSpec.wrapWithoutInspection(run).name("run").mixinStandardHelpOptions(true);
    run.spec
        .usageMessage()
        .description("Runs a mini program: with a prompt, or with commands from a pipe.");
    run.spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel(FOLDER)
            .type(Path.class)
            .description("The mini program's folder; the current one when not given.")
            .build());
    for (RunOption option : RunOption.values()) run.spec.addOption(declared(option));
    return new CommandLine(run.spec);
  }

  private static OptionSpec declared(RunOption option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.option()).description(option.help().replace("%", "%%"));
    if (!option.takesValue()) return builder.type(boolean.class).arity("0").build();
    builder.paramLabel(option.label()).arity("1");
    return option.mayRepeat()
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  /** The options of the command line that was parsed last. */
  RunOptions options() {
    RunOptions.Draft draft = new RunOptions.Draft();
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    if (parsed.hasMatchedPositional(0))
      draft.folder = parsed.matchedPositionalValue(0, draft.folder);
    for (OptionSpec matched : parsed.matchedOptionsSet()) {
      RunOption option = RunOption.of(matched.longestName()).orElse(null);
      if (option != null) matched.stringValues().forEach(value -> set(option, draft, value));
    }
    return draft.done();
  }

  private void set(RunOption option, RunOptions.Draft draft, String value) {
    try {
      option.set(draft, value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option.option() + ": " + e.getMessage());
    }
  }

  @Override
  public Integer call() throws Exception {
    return new Run(options(), io).call();
  }
}
