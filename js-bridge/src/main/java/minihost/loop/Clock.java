package minihost.loop;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;

/**
 * The only source of time: real in production, virtual in tests, movable in both.
 *
 * <p>A clock that is moved forward by an hour does not skip that hour's timers: {@link #horizon} is
 * where time has got to, {@link #nanos} is the moment being lived through while the loop catches
 * up, timer by timer.
 */
public interface Clock {
  /** A moment that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** Now, in ns from an arbitrary start; never goes back. Any thread. */
  long nanos();

  /** Now, in ms since 1970-01-01T00:00Z. Any thread. */
  long epochMillis();

  /** Timers due up to this moment (ns) may fire. */
  long horizon();

  /**
   * Moves {@link #nanos} forward to {@code nanos}, which is not beyond the horizon. Loop thread.
   */
  void reach(long nanos);

  /**
   * Moves the horizon forward. Any thread; the caller wakes the loop ({@link EventLoop#advance}).
   */
  void advance(Duration by);

  /**
   * Waits for the next turn. Loop thread.
   *
   * @param due when the next timer is due, or {@link #NEVER}
   * @param jump where virtual time may go on its own because nothing real is awaited, or {@link
   *     #NEVER}; real time ignores it
   * @param patient whether a turn may come of what is open, such as a socket: virtual time then
   *     waits a little before it goes on its own; real time ignores it
   * @return a turn, or null when time has come to {@code due} or has been moved
   */
  Runnable await(BlockingQueue<Runnable> inbox, long due, long jump, boolean patient)
      throws InterruptedException;
}
