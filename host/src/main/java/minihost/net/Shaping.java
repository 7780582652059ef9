package minihost.net;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Makes the network of a run as slow and as bad as its {@link Shape} says, by the run's clock. All
 * connections share the bandwidth; what is lost is drawn from one seed, so that a run that does the
 * same in the same order loses the same. Any thread.
 */
public final class Shaping {
  /** A timer of the run's clock. */
  @FunctionalInterface
  public interface Timer {
    /**
     * @param call whether it is a call that waits, of which virtual time then need not wait
     * @return takes it back
     */
    Runnable after(Duration delay, boolean call, Runnable then);
  }

  private static final long SEED = 20_260_101;

  private final Timer timer;
  private final LongSupplier nanos;
  private final Random random = new Random(SEED);
  private final Link down = new Link();
  private final Link up = new Link();
  private volatile Shape shape = Shape.NONE;

  Shaping(Timer timer, LongSupplier nanos) {
    this.timer = timer;
    this.nanos = nanos;
  }

  public Shape shape() {
    return shape;
  }

  /** Holds from the next packet on. */
  public void change(Shape to) {
    shape = to.equals(Shape.NONE) ? Shape.NONE : to;
  }

  Timer timer() {
    return timer;
  }

  long nanos() {
    return nanos.getAsLong();
  }

  boolean loses(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** How long these bytes have yet to wait, in ns, for those before them and for themselves. */
  long arriving(long bytes) {
    return down.take(bytes, shape.down(), nanos());
  }

  long leaving(long bytes) {
    return up.take(bytes, shape.up(), nanos());
  }

  /** One direction of the one line to the phone. */
  private static final class Link {
    private long free; // ns; guarded by this

    synchronized long take(long bytes, long bytesPerSecond, long now) {
      if (bytesPerSecond == 0) return 0;
      free = Math.max(free, now) + bytes * 1_000_000_000L / bytesPerSecond;
      return free - now;
    }
  }
}
