package minihost.jstest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a test changes holds until the test ends, and what a suite's beforeAll changes until the
 * suite does. JS thread.
 */
final class Scopes {
  /** Something that can be changed and changed back. */
  interface Changeable {
    /** Notes how it is; what is returned makes it so again. */
    Runnable note();
  }

  private final List<Changeable> all;
  private final Deque<List<Runnable>> open = new ArrayDeque<>();

  Scopes(List<Changeable> all) {
    this.all = all;
  }

  void enter() {
    open.push(all.stream().map(Changeable::note).toList());
  }

  void leave() {
    open.pop().forEach(Runnable::run);
  }
}
