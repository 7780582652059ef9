package minihost.cli;

import java.io.PrintStream;
import java.util.List;

/** A character per test, for long runs; what failed is told as {@link PrettyReport} does. */
final class DotReport implements TestReport {
  private static final int WIDTH = 80;

  private final PrettyReport pretty;
  private final PrintStream out;
  private int column;

  DotReport(Palette palette, PrintStream out) {
    pretty = new PrettyReport(palette, out);
    this.out = out;
  }

  @Override
  public void file(File file) {
    for (Case test : file.cases()) {
      out.print(
          switch (test.status()) {
            case PASSED -> ".";
            case FAILED -> "F";
            case SKIPPED, TODO -> "-";
          });
      if (++column % WIDTH == 0) out.println();
    }
    out.flush();
  }

  @Override
  public void note(String name, String text) {
    pretty.note(name, text);
  }

  @Override
  public void end(List<File> files, long tookMs) {
    if (column % WIDTH != 0) out.println();
    pretty.end(files, tookMs);
  }
}
