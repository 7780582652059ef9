package minihost.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a session has printed so far; who waits for a text wakes with each write. */
final class Output extends ByteArrayOutputStream {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private int seen;

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    super.write(bytes, from, length);
    notifyAll();
  }

  @Override
  public synchronized void write(int b) {
    super.write(b);
    notifyAll();
  }

  /** Waits until the text has been printed after what was found before; false when it never is. */
  synchronized boolean find(String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int at = toString(StandardCharsets.UTF_8).indexOf(text, seen);
      if (at >= 0) {
        seen = at + text.length();
        return true;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) return false;
      wait(left);
    }
  }

  @Override
  public synchronized String toString() {
    return toString(StandardCharsets.UTF_8);
  }
}
