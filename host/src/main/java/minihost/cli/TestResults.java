package minihost.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import minihost.loop.SystemClock;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Gathers what the JUnit Platform tells into files and tests, for a report. Any thread. */
final class TestResults implements TestExecutionListener {
  private final TestReport report;
  private final SystemClock clock = new SystemClock();
  private final long began = clock.nanos();
  private final Map<String, Long> started = new LinkedHashMap<>(); // guarded by this, as the rest
  private final Map<String, String> printed = new HashMap<>();
  private final Map<String, List<TestReport.Case>> cases = new LinkedHashMap<>();
  private final Map<String, List<Throwable>> troubles = new LinkedHashMap<>();
  private final List<TestReport.File> files = new ArrayList<>();
  private final long[] tally = new long[2]; // passed, failed
  private TestPlan plan;
  private boolean broken;
  private final SnapshotCounts snapshots = new SnapshotCounts();

  TestResults(TestReport report) {
    this.report = report;
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan all) {
    plan = all;
  }

  @Override
  public synchronized void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), clock.nanos());
    if (test.isTest()) progress(test);
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String why) {
    var status = why.equals("todo") ? TestReport.Status.TODO : TestReport.Status.SKIPPED;
    add(test, status, Optional.empty());
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
    if (test.isTest()) {
      if (failed) tally[1]++;
      else tally[0]++;
      add(
          test,
          failed ? TestReport.Status.FAILED : TestReport.Status.PASSED,
          result.getThrowable());
      progress(test);
      return;
    }
    String file = file(test);
    if (isEngine(test)) {
      result.getThrowable().ifPresent(this::broken);
      return;
    }
    if (failed)
      result
          .getThrowable()
          .ifPresent(t -> troubles.computeIfAbsent(file, f -> new ArrayList<>()).add(t));
    if (isFile(test)) {
      TestReport.File whole =
          new TestReport.File(
              file, cases.getOrDefault(file, List.of()), troubles.getOrDefault(file, List.of()));
      files.add(whole);
      report.file(whole);
    }
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String text = entry.getKeyValuePairs().get("stdout");
    if (text != null) printed.put(test.getUniqueId(), text);
    else if (isEngine(test)) entry.getKeyValuePairs().forEach(this::note);
    else snapshots.add(entry.getKeyValuePairs());
  }

  private void note(String key, String text) {
    report.note(key.substring(key.indexOf('.') + 1), text);
  }

  /** A run may fail as a whole, though its tests passed. */
  private void broken(Throwable why) {
    broken = true;
    report.note("failure", String.valueOf(why.getMessage()));
  }

  private static boolean isEngine(TestIdentifier test) {
    return test.getParentId().isEmpty();
  }

  private void add(TestIdentifier test, TestReport.Status status, Optional<Throwable> why) {
    Long start = started.get(test.getUniqueId());
    long took = start == null ? 0 : (clock.nanos() - start) / 1_000_000;
    String print = printed.get(test.getUniqueId());
    cases
        .computeIfAbsent(file(test), f -> new ArrayList<>())
        .add(new TestReport.Case(path(test), status, why, took, print == null ? "" : print));
  }

  private void progress(TestIdentifier test) {
    long all = plan.getRoots().stream().mapToLong(root -> plan.getChildren(root).size()).sum();
    report.progress(
        new TestReport.Progress(files.size(), all, tally[0], tally[1], tookMs(), file(test)));
  }

  private long tookMs() {
    return (clock.nanos() - began) / 1_000_000;
  }

  private static boolean isFile(TestIdentifier test) {
    return test.getUniqueIdObject().getLastSegment().getType().equals("file");
  }

  private String file(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().stream()
        .filter(s -> s.getType().equals("file"))
        .map(s -> s.getValue())
        .findFirst()
        .orElse("");
  }

  private List<String> path(TestIdentifier test) {
    List<String> path = new ArrayList<>();
    Optional<TestIdentifier> at = Optional.of(test);
    while (at.isPresent() && !isFile(at.get())) {
      path.addFirst(at.get().getDisplayName());
      at = plan.getParent(at.get());
    }
    return path;
  }

  /** Names of the files with a failure. */
  synchronized Set<String> failedFiles() {
    return files.stream()
        .filter(TestReport.File::failed)
        .map(TestReport.File::name)
        .collect(Collectors.toSet());
  }

  /** Tells the report that all is over; whether there were tests and none failed. */
  synchronized boolean end() {
    if (!snapshots.text().isEmpty()) report.note("snapshots", snapshots.text());
    report.end(files, tookMs());
    return !broken && !files.isEmpty() && files.stream().noneMatch(TestReport.File::failed);
  }
}
