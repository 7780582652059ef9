package minihost.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import minihost.host.Host;

/** Stops the script of a page that is not done in its real time, so that others can be seen. */
final class PageLimit implements AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Begins to wait.
   *
   * @param stopped told, on a thread of its own, that a script has been stopped
   */
  PageLimit(Duration limit, Host host, Runnable stopped) {
    Thread.ofVirtual()
        .name("minihost-page-limit")
        .start(
            () -> {
              try {
                if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS) && host.interrupt())
                  stopped.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void close() {
    over.countDown();
  }
}
