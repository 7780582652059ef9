package minihost.lab;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way the lab misbehaves on purpose, at the network level, over HTTP/1.1 and HTTP/2 alike. */
public enum Fault {
  /** The request is read and never answered; the connection stays open until the lab closes. */
  STALL("stall"),
  /** The connection is reset (TCP RST) before the first byte of the answer. */
  RESET("reset"),
  /** The head promises the whole body, half of it arrives, then the connection is reset. */
  RESET_BODY("resetBody"),
  /** The connection ends in an orderly way before the first byte of the answer. */
  EMPTY("empty"),
  /**
   * The head promises the whole body, half of it arrives, then the connection ends; of a body in
   * pieces all arrive, and the end is missing.
   */
  TRUNCATE("truncate"),
  /** Bytes that are no HTTP arrive where the status line or frame should be. */
  MALFORMED("malformed"),
  /** The head and half of the body arrive well, then bytes that are no chunk or frame. */
  BAD_CHUNK("badChunk"),
  /** Header lines without an end (HTTP/1.1; over HTTP/2 they are no frames, as with malformed). */
  HEADER_BOMB("headerBomb"),
  /** A body of zeros without an end. */
  ENDLESS("endless"),
  /** A small gzip body that unpacks to zeros without an end. */
  GZIP_BOMB("gzipBomb");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /** The word routes.js uses: {@code { fault: 'stall' }}. */
  public String word() {
    return word;
  }

  /** Every word routes.js may use, {@code slow} included, which is a pace and not a failure. */
  static String words() {
    return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", ", "slow, ", ""));
  }

  static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }
}
