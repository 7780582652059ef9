package minihost.loop;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Real time, plus whatever {@link #advance} has added to it. */
public final class SystemClock implements Clock {
  private static final long CAUGHT_UP = NEVER;

  private long ahead; // guarded by this, as is the next field
  private long reached = CAUGHT_UP;

  @Override
  public synchronized long nanos() {
    return Math.min(reached, horizon());
  }

  @Override
  public synchronized long epochMillis() {
    long behind = horizon() - nanos();
    return System.currentTimeMillis() + TimeUnit.NANOSECONDS.toMillis(ahead - behind);
  }

  @Override
  public synchronized long horizon() {
    return System.nanoTime() + ahead;
  }

  @Override
  public synchronized void reach(long nanos) {
    if (reached == CAUGHT_UP) return;
    boolean current = nanos - horizon() >= -TimeUnit.MILLISECONDS.toNanos(1);
    reached = current ? CAUGHT_UP : Math.max(reached, nanos);
  }

  @Override
  public synchronized void advance(Duration by) {
    reached = nanos();
    ahead += by.toNanos();
  }

  @Override
  public Runnable await(BlockingQueue<Runnable> inbox, long due, long jump, boolean patient)
      throws InterruptedException {
    if (due == NEVER) return inbox.take();
    return inbox.poll(due - horizon(), TimeUnit.NANOSECONDS);
  }
}
