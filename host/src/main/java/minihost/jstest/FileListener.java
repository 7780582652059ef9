package minihost.jstest;

import java.util.List;
import java.util.Map;
import minihost.journal.Event;

/** Told how a test file gets on. One thread at a time. */
interface FileListener {
  /** The file has been loaded; once, before all others. */
  void declared(Declared file);

  /** A test begins, perhaps anew after it failed. */
  void started(int test);

  /**
   * A test has ended.
   *
   * @param failures empty when it passed
   * @param journal what happened in it
   */
  void ended(int test, List<Failure> failures, List<Event> journal);

  /** A test, or what came before it, has printed this to the console. Before its end. */
  void printed(int test, String text);

  /** A test was not run. */
  void skipped(int test, String why);

  /**
   * Snapshots changed, or are not asked for any more.
   *
   * @param counts of those written, updated, removed, obsolete
   */
  void snapshots(Map<String, Integer> counts);

  /** What came after the tests of a suite failed, {@code afterAll} for one. */
  void broken(int suite, Failure failure);
}
