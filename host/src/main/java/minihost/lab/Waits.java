package minihost.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits on a server thread that end when the lab closes.
 *
 * @param closing done when the lab closes
 */
record Waits(CompletableFuture<Void> closing) {
  /** Waits for the gate, then for the delay; false if the lab closed meanwhile. */
  boolean over(CompletableFuture<?> gate, Duration delay) throws InterruptedException {
    CompletableFuture.anyOf(gate.handle((done, failed) -> null), closing).join();
    try {
      if (!delay.isZero()) closing.get(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException delayOver) {
      return true;
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
    return !closing.isDone();
  }

  /** Waits for what a piece waits for, or breaks the body off when the lab closes. */
  void beforeSending(Piece piece) throws IOException {
    try {
      if (!over(piece.gate(), piece.pause())) throw new IOException("the lab has closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }
}
