package minihost.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import minihost.survey.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minihost doctor}: looks at everything a run needs, and says what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks everything a run needs, and reads the program's scripts without running them:",
      "what of them works here, what is answered by something made up, and what is not here."
    },
    footer = {
      "",
      "Exit codes: 0 all is well, 1 the program uses what is not here, 2 it cannot be run."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Io io;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The mini program's folder; the current one when not given.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  DoctorCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws InterruptedException {
    Checkup checkup = new Checkup(folder, overrides, io);
    List<Checkup.Finding> findings = checkup.findings();
    if (json) io.out().println(DoctorJson.of(findings, checkup.survey()));
    else show(findings, checkup.survey());
    if (findings.stream().anyMatch(f -> f.grade() == Checkup.Grade.FAIL)) return ExitCodes.USAGE;
    boolean broken =
        checkup.survey().stream()
            .flatMap(survey -> survey.findings().stream())
            .anyMatch(finding -> finding.kind().isBroken());
    return broken ? ExitCodes.FAILED : ExitCodes.OK;
  }

  private void show(List<Checkup.Finding> findings, Optional<Survey> survey) {
    for (Checkup.Finding finding : findings) {
      io.out().println(mark(finding.grade()) + "  " + Visible.line(finding.what()));
      if (!finding.fix().isEmpty())
        io.out().println("      " + io.palette().green("fix") + "  " + Visible.line(finding.fix()));
    }
    survey.ifPresent(found -> io.out().println("\n" + SurveyText.of(found)));
  }

  private String mark(Checkup.Grade grade) {
    return switch (grade) {
      case OK -> io.palette().green("ok  ");
      case WARN -> io.palette().yellow("warn");
      case FAIL -> io.palette().red("fail");
    };
  }
}
