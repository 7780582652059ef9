package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Types commands into a piped session, one when the answer to the one before has been seen. */
final class Typist implements AutoCloseable {
  private static final long PATIENCE_S = 30;

  private final PipedOutputStream keys = new PipedOutputStream();
  private final Output out = new Output();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  /** What was printed so far; waiters wake with each line. */
  private static final class Output extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      notifyAll();
    }

    private synchronized int find(String text, int from) throws InterruptedException {
      long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_S).toNanos();
      while (true) {
        int at = toString(StandardCharsets.UTF_8).indexOf(text, from);
        if (at >= 0) return at + text.length();
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) return -1;
        wait(left);
      }
    }
  }

  private int seen;

  Typist(Path folder) throws IOException {
    PipedInputStream in = new PipedInputStream(keys);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Io io = new Io(in, print, print, false, Map.of());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                exit.complete(Main.run(List.of(folder.toString()), io));
              } catch (Throwable t) {
                exit.completeExceptionally(t);
              }
            });
  }

  Typist type(String line) {
    try {
      keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until this has been printed after what was seen before. */
  Typist sees(String text) throws InterruptedException {
    int at = out.find(text, seen);
    assertTrue(at >= 0, () -> "no \"" + text + "\" in\n" + out);
    seen = at;
    return this;
  }

  @Override
  public void close() throws IOException {
    keys.close();
    assertEquals(0, exit.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join(), out::toString);
  }
}
