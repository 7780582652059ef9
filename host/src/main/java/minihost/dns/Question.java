package minihost.dns;

import java.util.LinkedHashSet;
import java.util.Set;

/** One question to a provider and everyone who waits for its answer. Guarded by its HttpDns. */
final class Question {
  final HttpDns.Key key;
  final Set<LookUp> waiting = new LinkedHashSet<>();
  private Runnable stop = () -> {};
  private boolean cancelled;

  Question(HttpDns.Key key) {
    this.key = key;
  }

  /** Says what stops it; at once, if it has been cancelled meanwhile. */
  void stoppedBy(Runnable action) {
    stop = action;
    if (cancelled) action.run();
  }

  void cancel() {
    cancelled = true;
    stop.run();
  }
}
