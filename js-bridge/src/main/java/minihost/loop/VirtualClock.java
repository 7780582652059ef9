package minihost.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Time that moves only when told to, or on its own to the next timer when nothing real is awaited.
 */
public final class VirtualClock implements Clock {
  /** Real time that a peer in the same machine or house needs at most, in ms. */
  private static final long PATIENCE_MS = 250;

  private final long start;
  private long now; // ns; guarded by this, as is the next field
  private long horizon;
  private boolean flows = true;

  /** Starts at 2026-01-01T00:00Z, so that runs are alike. */
  public VirtualClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public VirtualClock(Instant start) {
    this.start = start.toEpochMilli();
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized long epochMillis() {
    return start + now / 1_000_000;
  }

  @Override
  public synchronized long horizon() {
    return horizon;
  }

  @Override
  public synchronized void reach(long nanos) {
    now = Math.max(now, nanos);
  }

  @Override
  public synchronized void advance(Duration by) {
    horizon += by.toNanos();
  }

  /**
   * Whether time goes on to the next timer on its own when nothing real is awaited, as it does at
   * first; else only {@link #advance} moves it. Any thread; the caller wakes the loop.
   */
  public synchronized void flow(boolean byItself) {
    flows = byItself;
  }

  private synchronized boolean flows() {
    return flows;
  }

  @Override
  public Runnable await(BlockingQueue<Runnable> inbox, long due, long jump, boolean patient)
      throws InterruptedException {
    Runnable turn = inbox.poll();
    if (turn != null) return turn;
    if (jump == NEVER || !flows()) return inbox.take();
    if (patient) turn = inbox.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    if (turn != null) return turn;
    synchronized (this) {
      horizon = Math.max(horizon, jump);
    }
    return null;
  }
}
