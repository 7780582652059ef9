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
  /** The connection ends in an orderly way before the first byte of the answer. */
  EMPTY("empty"),
  /** The head promises the whole body, half of it arrives, then the connection ends. */
  TRUNCATE("truncate"),
  /** Bytes that are no HTTP arrive where the status line or frame should be. */
  MALFORMED("malformed"),
  /** The head and half of the body arrive well, then bytes that are no chunk or frame. */
  BAD_CHUNK("badChunk");

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
