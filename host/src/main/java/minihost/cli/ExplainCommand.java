package minihost.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import minihost.config.ConfigProblems;
import minihost.config.Settings;
import minihost.host.Enquiry;
import minihost.policy.Ask;
import minihost.policy.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code minihost explain}: what would become of a call, without running anything. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Shows whether a call would be allowed, rule by rule. Exit code 3 when refused.")
final class ExplainCommand implements Callable<Integer> {
  private final Io io;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "API",
      completionCandidates = Apis.class,
      description = "What asks: ${COMPLETION-CANDIDATES}.")
  private String api;

  @Parameters(
      index = "1",
      paramLabel = "URL",
      description =
          "As the mini program writes it; of a container, env/service/path; for TCP and UDP,"
              + " host:port; for a scan, the service type.")
  private String url;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with the settings; the current one when not given.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  ExplainCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws ConfigProblems {
    Ask ask = ask();
    Settings settings = overrides.loadRules(folder, io);
    Decision decision = new Enquiry(settings).explain(ask);
    if (json) io.out().println(DecisionJson.of(decision, settings.platform().value()));
    else io.out().print(Visible.text(decision.explain()));
    return decision.allowed() ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  /** For the shell's Tab. */
  static final class Apis implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Asks.APIS.iterator();
    }
  }

  private Ask ask() {
    try {
      return Asks.of(api, url);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
