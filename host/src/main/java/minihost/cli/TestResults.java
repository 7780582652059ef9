package minihost.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import minihost.loop.SystemClock;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Gathers what the JUnit Platform tells into files and tests, for a report. Any thread. */
final class TestResults implements TestExecutionListener {
  private final TestReport report;
  private final SystemClock clock = new SystemClock();
  private final long began = clock.nanos();
  private final Map<String, Long> started = new LinkedHashMap<>(); // guarded by this, as the rest
  private final Map<String, List<TestReport.Case>> cases = new LinkedHashMap<>();
  private final Map<String, List<Throwable>> troubles = new LinkedHashMap<>();
  private final List<TestReport.File> files = new ArrayList<>();
  private TestPlan plan;

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
      add(
          test,
          failed ? TestReport.Status.FAILED : TestReport.Status.PASSED,
          result.getThrowable());
      return;
    }
    String file = file(test);
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

  private void add(TestIdentifier test, TestReport.Status status, Optional<Throwable> why) {
    Long start = started.get(test.getUniqueId());
    long took = start == null ? 0 : (clock.nanos() - start) / 1_000_000;
    cases
        .computeIfAbsent(file(test), f -> new ArrayList<>())
        .add(new TestReport.Case(path(test), status, why, took));
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
    report.end(files, (clock.nanos() - began) / 1_000_000);
    return !files.isEmpty() && files.stream().noneMatch(TestReport.File::failed);
  }
}
