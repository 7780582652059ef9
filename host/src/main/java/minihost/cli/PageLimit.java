package minihost.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import minihost.host.Host;

/**
 * Stops the scripts of a page that are not done in its real time, so that others can be seen: one
 * of a page's hooks, then perhaps the next, each after as long again.
 */
final class PageLimit implements AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Begins to wait.
   *
   * @param stopped told, on a thread of its own, of each script that has been stopped
   */
  PageLimit(Duration limit, Host host, Runnable stopped) {
    Thread.ofVirtual()
        .name("minihost-page-limit")
        .start(
            () -> {
              try {
                while (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS))
                  if (host.interrupt()) stopped.run();
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
