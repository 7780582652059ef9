package minihost.cli;

import java.io.PrintStream;
import java.util.List;

/** TAP 14, the Test Anything Protocol. */
final class TapReport implements TestReport {
  private final PrintStream out;
  private int number;

  TapReport(PrintStream out) {
    this.out = out;
    out.println("TAP version 14");
  }

  @Override
  public void file(File file) {
    for (Case test : file.cases()) {
      String name = file.name() + " › " + test.name();
      String verdict = test.status() == Status.FAILED ? "not ok " : "ok ";
      String directive =
          switch (test.status()) {
            case SKIPPED -> " # SKIP";
            case TODO -> " # TODO";
            case PASSED, FAILED -> "";
          };
      out.println(verdict + ++number + " - " + escaped(name) + directive);
      Visible.text(test.printed()).lines().forEach(line -> out.println("# " + line));
      test.why().ifPresent(this::diagnostic);
    }
    for (Throwable trouble : file.trouble()) {
      out.println("not ok " + ++number + " - " + escaped(file.name()));
      diagnostic(trouble);
    }
    out.flush();
  }

  private static String escaped(String name) {
    return Visible.line(name).replace("\\", "\\\\").replace("#", "\\#");
  }

  /** YAML, indented by two, the message as a literal block. */
  private void diagnostic(Throwable why) {
    out.println("  ---");
    out.println("  message: |");
    out.println(Visible.text(String.valueOf(why.getMessage())).indent(4).stripTrailing());
    out.println("  ...");
  }

  @Override
  public void note(String name, String text) {
    Visible.text(text).lines().forEach(line -> out.println("# " + line));
  }

  @Override
  public void end(List<File> files, long tookMs) {
    out.println("1.." + number);
    out.flush();
  }
}
