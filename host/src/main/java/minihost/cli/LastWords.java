package minihost.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is done when the process is told to go (^C, SIGTERM) in the middle of a run: the run is
 * ended, and a script that does not return leaves its stack. The JVM then gives the signal's exit
 * code.
 */
final class LastWords implements AutoCloseable {
  /** Longer than a host takes to stop a script and give everything back. */
  private static final long LIMIT_S = 8;

  private final Thread hook;

  LastWords(Session session) {
    hook = new Thread(() -> end(session), "minihost-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void end(Session session) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              session.close();
              ended.countDown();
            });
    try {
      ended.await(LIMIT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has ended by itself. If a signal came first, the JVM is left to end as it says. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException going) {
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
