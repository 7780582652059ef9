package minihost.cli;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import minihost.jstest.JsTestFailure;

/** A tree of tests for a person; what failed is told at the end, with what happened in the test. */
final class PrettyReport implements TestReport {
  /** Below this a test's time says nothing. */
  private static final long SLOW_MS = 50;

  private final Palette palette;
  private final PrintStream out;
  private final EventText events;
  private final List<String> notes = new ArrayList<>();

  PrettyReport(Palette palette, PrintStream out) {
    this.palette = palette;
    this.out = out;
    events = new EventText(palette, ZoneOffset.UTC);
  }

  @Override
  public void file(File file) {
    out.println(palette.bold(Visible.line(file.name())));
    List<String> open = List.of();
    for (Case test : file.cases()) {
      List<String> suites = test.path().subList(0, test.path().size() - 1);
      heads(open, suites);
      open = suites;
      out.println("  ".repeat(suites.size() + 1) + line(test));
      if (test.status() != Status.FAILED) printed(test.printed(), 2 * suites.size() + 4);
    }
    out.flush();
  }

  /** What a failed test printed stands in the story of what happened. */
  private void printed(String lines, int indent) {
    Visible.text(lines)
        .lines()
        .forEach(l -> out.println(palette.dim((" ".repeat(indent) + "│ " + l))));
  }

  private void heads(List<String> open, List<String> suites) {
    int same = 0;
    while (same < Math.min(open.size(), suites.size()) && open.get(same).equals(suites.get(same)))
      same++;
    for (int i = same; i < suites.size(); i++)
      out.println("  ".repeat(i + 1) + Visible.line(suites.get(i)));
  }

  private String line(Case test) {
    String name = Visible.line(test.path().getLast());
    String took = test.tookMs() < SLOW_MS ? "" : palette.dim(" " + test.tookMs() + " ms");
    return switch (test.status()) {
      case PASSED -> palette.green("✓") + " " + name + took;
      case FAILED -> palette.red("✗ " + name) + took;
      case SKIPPED -> palette.dim("- " + name);
      case TODO -> palette.yellow("□") + " " + name + palette.dim(" (to do)");
    };
  }

  @Override
  public void end(List<File> files, long tookMs) {
    for (File file : files) {
      for (Case test : file.cases())
        test.why().ifPresent(why -> failure(file.name() + " › " + test.name(), why));
      for (Throwable trouble : file.trouble()) failure(file.name(), trouble);
    }
    out.println();
    notes.forEach(out::println);
    out.println(files.isEmpty() ? "no test files" : summary(files, tookMs));
    out.flush();
  }

  @Override
  public void note(String name, String text) {
    String shown = Visible.text(text);
    notes.add(name.equals("failure") ? palette.red(shown) : shown);
  }

  private void failure(String name, Throwable why) {
    out.println();
    out.println(palette.red("✗ " + Visible.line(name)));
    out.println();
    List<Throwable> all = new ArrayList<>(List.of(why));
    all.addAll(List.of(why.getSuppressed()));
    for (Throwable one : all) {
      out.println(Visible.text(String.valueOf(one.getMessage())).indent(4).stripTrailing());
      if (!(one instanceof JsTestFailure failure)) continue;
      if (!failure.excerpt().isEmpty()) excerpt(failure.excerpt());
      if (!failure.stack().isEmpty())
        out.println(palette.dim(Visible.text(failure.stack()).indent(4).stripTrailing()));
    }
    if (why instanceof JsTestFailure failure) journal(failure);
  }

  /** The line of the failure stands out. */
  private void excerpt(String text) {
    out.println();
    for (String line : Visible.text(text).lines().toList()) {
      boolean place = line.startsWith(">") || line.matches(" +\\|\\s+\\^");
      out.println("    " + (place ? palette.red(line) : palette.dim(line)));
    }
    out.println();
  }

  private void journal(JsTestFailure failure) {
    List<String> lines =
        failure.journal().stream().map(events::of).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) return;
    out.println();
    out.println(palette.dim("    what happened:"));
    for (String line : lines) out.println(line.indent(6).stripTrailing());
  }

  private String summary(List<File> files, long tookMs) {
    List<String> parts = new ArrayList<>();
    long failed = count(files, Status.FAILED);
    long broken = files.stream().filter(f -> !f.trouble().isEmpty()).count();
    if (failed > 0) parts.add(palette.red(failed + " failed"));
    if (broken > 0) parts.add(palette.red(broken + (broken == 1 ? " file" : " files") + " broken"));
    parts.add(palette.green(count(files, Status.PASSED) + " passed"));
    long skipped = count(files, Status.SKIPPED);
    long todo = count(files, Status.TODO);
    if (skipped > 0) parts.add(skipped + " skipped");
    if (todo > 0) parts.add(todo + " to do");
    String inFiles = " in " + files.size() + (files.size() == 1 ? " file" : " files");
    return String.join(", ", parts) + inFiles + palette.dim(", %.1f s".formatted(tookMs / 1e3));
  }

  private static long count(List<File> files, Status status) {
    return files.stream().mapToLong(f -> f.count(status)).sum();
  }
}
