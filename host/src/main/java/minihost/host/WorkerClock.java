package minihost.host;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import minihost.loop.Clock;

/**
 * The program's time in a worker. Its timers are the program's loop's as well, so that virtual time
 * moves for both or for none, and whoever waits is known in one place.
 */
final class WorkerClock implements Clock {
  /** The worker's loop has nothing to do. Its own thread. */
  interface Idle {
    /**
     * @param due when its next timer is due, or {@link Clock#NEVER}
     * @param listens whether it has sockets
     */
    void idle(long due, boolean listens);
  }

  private final Clock clock;
  private final Idle idle;

  WorkerClock(Clock clock, Idle idle) {
    this.clock = clock;
    this.idle = idle;
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public long epochMillis() {
    return clock.epochMillis();
  }

  @Override
  public long horizon() {
    return clock.nanos();
  }

  @Override
  public void reach(long nanos) {
    // the program's loop moves the time of both
  }

  @Override
  public void advance(Duration by) {
    throw new UnsupportedOperationException("the program's loop moves the time of both");
  }

  @Override
  public Runnable await(BlockingQueue<Runnable> inbox, long due, long jump, boolean patient)
      throws InterruptedException {
    Runnable turn = inbox.poll();
    if (turn != null) return turn;
    idle.idle(due, patient);
    return inbox.take();
  }
}
