package minihost.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Time that moves only when told to, or on its own to the next timer when nothing real is awaited;
 * for a while it may pass as real time does.
 */
public final class VirtualClock implements Clock {
  /** Real time that a peer in the same machine or house needs at most, in ms. */
  private static final long PATIENCE_MS = 250;

  private final long start;
  private long now; // ns; guarded by this, as are the next fields
  private long horizon;
  private boolean flows = true;
  private SystemClock real; // while time is real, else null
  private long ahead; // ns from its time to this one's

  /** Starts at 2026-01-01T00:00Z, so that runs are alike. */
  public VirtualClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public VirtualClock(Instant start) {
    this.start = start.toEpochMilli();
  }

  @Override
  public synchronized long nanos() {
    return real == null ? now : real.nanos() + ahead;
  }

  @Override
  public synchronized long epochMillis() {
    return start + nanos() / 1_000_000;
  }

  @Override
  public synchronized long horizon() {
    return real == null ? horizon : real.horizon() + ahead;
  }

  @Override
  public synchronized void reach(long nanos) {
    if (real == null) now = Math.max(now, nanos);
    else real.reach(nanos - ahead);
  }

  @Override
  public synchronized void advance(Duration by) {
    if (real == null) horizon += by.toNanos();
    else real.advance(by);
  }

  /**
   * Whether time goes on to the next timer on its own when nothing real is awaited, as it does at
   * first; else only {@link #advance} moves it. Any thread; the caller wakes the loop.
   */
  public synchronized void flow(boolean byItself) {
    flows = byItself;
  }

  /** Lets time pass as real time does, from where it is, or no longer. Loop thread. */
  public synchronized void real(boolean on) {
    if (on == (real != null)) return;
    if (on) {
      SystemClock begun = new SystemClock();
      ahead = now - begun.nanos();
      real = begun;
    } else {
      now = nanos();
      horizon = Math.max(now, horizon());
      real = null;
    }
  }

  public synchronized boolean isReal() {
    return real != null;
  }

  private synchronized boolean flows() {
    return flows;
  }

  @Override
  public Runnable await(BlockingQueue<Runnable> inbox, long due, long jump, boolean patient)
      throws InterruptedException {
    Runnable turn = inbox.poll();
    if (turn != null) return turn;
    SystemClock passing;
    synchronized (this) {
      passing = real;
    }
    if (passing != null)
      return passing.await(inbox, due == NEVER ? NEVER : due - ahead, NEVER, patient);
    if (jump == NEVER || !flows()) return inbox.take();
    if (patient) turn = inbox.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    if (turn != null) return turn;
    synchronized (this) {
      horizon = Math.max(horizon, jump);
    }
    return null;
  }
}
