package minihost.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A part of a body that is sent bit by bit: bytes, and what is waited for before they are sent.
 *
 * @param bytes any, so that a character may be split across two pieces
 */
public record Piece(byte[] bytes, Duration pause, CompletableFuture<?> gate) {
  /** Bytes to send at once. Not copied. */
  public static Piece of(byte... bytes) {
    return new Piece(bytes, Duration.ZERO, CompletableFuture.completedFuture(null));
  }

  /** Text to send at once, as UTF-8. */
  public static Piece of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, this long after the piece before. */
  public Piece after(Duration pause) {
    return new Piece(bytes, pause, gate);
  }

  /** The same, once {@code gate} is done. */
  public Piece after(CompletableFuture<?> gate) {
    return new Piece(bytes, pause, gate);
  }
}
