package minihost.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A ticket for one piece of work off the loop, settled exactly once, from any thread. Until then
 * the loop does not end and virtual time does not move on its own; a lost ticket is a visible hang.
 */
public final class Pending {
  private final EventLoop loop;
  private final String what;
  private final boolean urgent;
  private final AtomicBoolean settled = new AtomicBoolean();

  Pending(EventLoop loop, String what, boolean urgent) {
    this.loop = loop;
    this.what = what;
    this.urgent = urgent;
  }

  /** Ends this work and runs {@code turn} on the loop. False, and nothing runs, if it had ended. */
  public boolean settle(Runnable turn) {
    if (!settled.compareAndSet(false, true)) return false;
    loop.settled(this, () -> deliver(turn));
    return true;
  }

  /**
   * Ends this work and runs {@code turn} before this returns. Loop thread. False if it had ended.
   */
  public boolean settleNow(Runnable turn) {
    loop.assertOnLoop();
    if (!settled.compareAndSet(false, true)) return false;
    loop.forget(this);
    turn.run();
    return true;
  }

  /** Ends this work with nothing to follow. Any thread; idempotent. */
  public void drop() {
    if (!settled.compareAndSet(false, true)) return;
    loop.forget(this);
    loop.post(() -> {});
  }

  /** Runs {@code turn} on the loop while the work goes on: headers, a chunk, progress. */
  public void progress(Runnable turn) {
    if (!settled.get()) loop.post(() -> deliver(turn));
  }

  /**
   * Work begun while scripts are suspended was asked for from outside, so its answer is not held.
   */
  private void deliver(Runnable turn) {
    if (urgent) turn.run();
    else loop.script(turn);
  }

  public boolean isSettled() {
    return settled.get();
  }

  @Override
  public String toString() {
    return what;
  }
}
