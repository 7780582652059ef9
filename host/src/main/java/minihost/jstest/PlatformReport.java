package minihost.jstest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minihost.journal.Event;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** Tells the JUnit Platform how a test file gets on. */
final class PlatformReport implements FileListener {
  private static final String SNAPSHOTS = MiniProgramTestEngine.SNAPSHOTS;

  private final TestDescriptor file;
  private final EngineExecutionListener listener;
  private final Map<Integer, TestDescriptor> known = new HashMap<>();
  private final Map<TestDescriptor, Failure> broken = new HashMap<>();
  private final Deque<TestDescriptor> suites = new ArrayDeque<>();
  private final Set<Integer> started = new HashSet<>();

  PlatformReport(TestDescriptor file, EngineExecutionListener listener) {
    this.file = file;
    this.listener = listener;
  }

  @Override
  public void declared(Declared root) {
    known.put(root.id(), file);
    root.children().forEach(child -> register(file, child));
  }

  private void register(TestDescriptor parent, Declared declared) {
    TestDescriptor made = new TestDescriptors.OfDeclared(parent, declared);
    known.put(declared.id(), made);
    parent.addChild(made);
    listener.dynamicTestRegistered(made);
    declared.children().forEach(child -> register(made, child));
  }

  /** Suites begin with their first test, and end when another has begun. */
  private void enter(TestDescriptor parent) {
    while (!suites.isEmpty() && !isWithin(parent, suites.peek())) leave();
    if (parent == file || suites.contains(parent)) return;
    parent.getParent().ifPresent(this::enter);
    suites.push(parent);
    listener.executionStarted(parent);
  }

  private static boolean isWithin(TestDescriptor what, TestDescriptor suite) {
    return what == suite || what.getParent().map(p -> isWithin(p, suite)).orElse(false);
  }

  private void leave() {
    TestDescriptor suite = suites.pop();
    Failure failure = broken.get(suite);
    listener.executionFinished(
        suite,
        failure == null
            ? TestExecutionResult.successful()
            : TestExecutionResult.failed(JsTestFailure.of(List.of(failure), List.of())));
  }

  @Override
  public void started(int test) {
    TestDescriptor descriptor = known.get(test);
    if (!started.add(test)) return;
    descriptor.getParent().ifPresent(this::enter);
    listener.executionStarted(descriptor);
  }

  /** Under the key that the JUnit Platform gives to what tests print. */
  @Override
  public void printed(int test, String text) {
    listener.reportingEntryPublished(known.get(test), ReportEntry.from("stdout", text));
  }

  @Override
  public void ended(int test, List<Failure> failures, List<Event> journal) {
    listener.executionFinished(
        known.get(test),
        failures.isEmpty()
            ? TestExecutionResult.successful()
            : TestExecutionResult.failed(JsTestFailure.of(failures, journal)));
  }

  @Override
  public void skipped(int test, String why) {
    TestDescriptor descriptor = known.get(test);
    descriptor.getParent().ifPresent(this::enter);
    listener.executionSkipped(descriptor, why);
  }

  @Override
  public void snapshots(Map<String, Integer> counts) {
    Map<String, String> entry = new HashMap<>();
    counts.forEach((what, count) -> entry.put(SNAPSHOTS + what, String.valueOf(count)));
    listener.reportingEntryPublished(file, ReportEntry.from(entry));
  }

  @Override
  public void broken(int suite, Failure failure) {
    broken.put(known.get(suite), failure);
  }

  /**
   * Ends the suites that are still open; the engine ends the file.
   *
   * @return what failed after the tests of the file
   */
  Optional<Throwable> close() {
    while (!suites.isEmpty()) leave();
    return Optional.ofNullable(broken.get(file))
        .map(failure -> JsTestFailure.of(List.of(failure), List.of()));
  }
}
