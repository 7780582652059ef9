package minihost.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code minihost doctor}: looks at everything a run needs, and says what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks everything a run needs. Exit code 2 when something would not work.")
final class DoctorCommand implements Callable<Integer> {
  private final Io io;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The mini program's folder; the current one when not given.")
  private Path folder = Path.of(".");

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  DoctorCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Checkup.Finding> findings = new Checkup(folder, overrides, io).findings();
    for (Checkup.Finding finding : findings) {
      io.out().println(mark(finding.grade()) + "  " + Visible.line(finding.what()));
      if (!finding.fix().isEmpty())
        io.out().println("      " + io.palette().green("fix") + "  " + Visible.line(finding.fix()));
    }
    boolean failed = findings.stream().anyMatch(f -> f.grade() == Checkup.Grade.FAIL);
    return failed ? ExitCodes.USAGE : ExitCodes.OK;
  }

  private String mark(Checkup.Grade grade) {
    return switch (grade) {
      case OK -> io.palette().green("ok  ");
      case WARN -> io.palette().yellow("warn");
      case FAIL -> io.palette().red("fail");
    };
  }
}
