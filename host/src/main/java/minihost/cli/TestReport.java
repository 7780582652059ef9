package minihost.cli;

import java.util.List;
import java.util.Optional;

/** Shows the results of tests as they come. */
interface TestReport {
  /** How a test ended. */
  enum Status {
    PASSED,
    FAILED,
    SKIPPED,
    TODO
  }

  /**
   * A test.
   *
   * @param path the names of its suites, and its own
   * @param why it failed; empty unless it did
   * @param tookMs real time
   * @param printed what it printed to the console, lines; empty when nothing
   */
  record Case(
      List<String> path, Status status, Optional<Throwable> why, long tookMs, String printed) {
    String name() {
      return String.join(" › ", path);
    }
  }

  /**
   * A test file.
   *
   * @param trouble why it could not be run, or what failed besides its tests
   */
  record File(String name, List<Case> cases, List<Throwable> trouble) {
    boolean failed() {
      return !trouble.isEmpty() || count(Status.FAILED) > 0;
    }

    long count(Status status) {
      return cases.stream().filter(c -> c.status() == status).count();
    }
  }

  /**
   * How far a run is.
   *
   * @param file the one that something was last heard of
   */
  record Progress(int filesDone, long files, long passed, long failed, long tookMs, String file) {}

  /** A test has begun or ended. */
  default void progress(Progress now) {}

  /** A file has ended. */
  void file(File file);

  /** What is to be said of the whole run besides its tests, such as coverage. */
  void note(String name, String text);

  /** All have. */
  void end(List<File> files, long tookMs);
}
