package minihost.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a session when its real time is up, in the middle of a script if need be ({@code --for}).
 * The time begins with the program, not with the JVM.
 */
final class Watchdog implements AutoCloseable {
  /** A turn that takes longer than this after the end counts as one that does not return. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stoppedScript;
  private Thread watcher; // null for a session without end

  private Watchdog() {}

  /**
   * @param limit empty for a session without end
   */
  static Watchdog start(Optional<Duration> limit, Session session) {
    Watchdog watchdog = new Watchdog();
    limit.ifPresent(time -> watchdog.start(time, session));
    return watchdog;
  }

  private void start(Duration limit, Session session) {
    watcher = Thread.ofPlatform().daemon().name("minihost-for").start(() -> watch(limit, session));
  }

  private void watch(Duration limit, Session session) {
    try {
      session.host().begun().join();
      if (over.await(limit.toNanos(), TimeUnit.NANOSECONDS)) return;
      stoppedScript = session.end(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a script had to be stopped. The run has ended, perhaps by this watch just now. */
  boolean stoppedScript() throws InterruptedException {
    close();
    if (watcher != null) watcher.join();
    return stoppedScript;
  }

  @Override
  public void close() {
    over.countDown();
  }
}
