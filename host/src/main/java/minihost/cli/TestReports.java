package minihost.cli;

import java.util.List;

/** Several reports of the same tests. */
record TestReports(List<TestReport> all) implements TestReport {
  @Override
  public void file(File file) {
    all.forEach(report -> report.file(file));
  }

  @Override
  public void note(String name, String text) {
    all.forEach(report -> report.note(name, text));
  }

  @Override
  public void end(List<File> files, long tookMs) {
    all.forEach(report -> report.end(files, tookMs));
  }

  @Override
  public void progress(Progress now) {
    all.forEach(report -> report.progress(now));
  }
}
