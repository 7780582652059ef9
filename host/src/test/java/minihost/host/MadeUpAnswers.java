package minihost.host;

import minihost.journal.Event;

/** Counts the calls of a run whose answer is on record as made up. */
final class MadeUpAnswers {
  private MadeUpAnswers() {}

  static long in(TestRun run) {
    return run.host().journal().events(Event.CallEnded.class).stream()
        .filter(end -> Boolean.TRUE.equals(end.facts().get("madeUp")))
        .count();
  }
}
