package minihost.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * Another report with a last line that tells how far the run is, for whoever sits at a terminal. It
 * is wiped away before anything else is printed.
 */
final class ProgressLine implements TestReport {
  private static final String WIPE = "\r\u001b[K";

  /** Longer lines would wrap, and could not be wiped. */
  private static final int WIDTH = 72;

  private final TestReport report;
  private final Palette palette;
  private final PrintStream out;

  ProgressLine(TestReport report, Palette palette, PrintStream out) {
    this.report = report;
    this.palette = palette;
    this.out = out;
  }

  @Override
  public void file(File file) {
    out.print(WIPE);
    report.file(file);
  }

  @Override
  public void note(String name, String text) {
    out.print(WIPE);
    report.note(name, text);
  }

  @Override
  public void end(List<File> files, long tookMs) {
    out.print(WIPE);
    report.end(files, tookMs);
  }

  @Override
  public void progress(Progress now) {
    String line =
        "%d of %d files · %d passed%s · %d s · %s"
            .formatted(
                now.filesDone(),
                now.files(),
                now.passed(),
                now.failed() == 0 ? "" : ", " + now.failed() + " failed",
                now.tookMs() / 1_000,
                now.file());
    line = Visible.line(line);
    out.print(WIPE + palette.dim(line.substring(0, Math.min(WIDTH, line.length()))));
    out.flush();
  }
}
