package minihost.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okio.ByteString;

/**
 * What the lab does with a WebSocket from its opening on. Immutable; every method returns a changed
 * copy.
 *
 * @param greetings sent in this order when it is open: texts, or the bytes of binary messages
 * @param echoes whether messages come back as they are
 * @param pings whether a ping precedes the greetings
 * @param end closes it after the greetings
 * @param fault what the first message of the client sets off
 */
public record SocketScript(
    List<Message> greetings,
    boolean echoes,
    boolean pings,
    Optional<End> end,
    Optional<Trouble> fault) {
  /** Sends back whatever comes, and answers a close with the same code. */
  public static final SocketScript ECHO =
      new SocketScript(List.of(), true, false, Optional.empty(), Optional.empty());

  private static final int MAX_REASON_BYTES = 123;

  /**
   * A whole message.
   *
   * @param text whether it is text, in UTF-8
   */
  public record Message(boolean text, ByteString bytes) {}

  /** A closing code, as RFC 6455 section 7.4 allows it in a frame, and the reason. */
  public record End(int code, String reason) {}

  /** A way to misbehave that no handshake shows. */
  public enum Trouble {
    /** The connection ends (FIN) without a close frame. */
    DROP("drop"),
    /** The connection is reset (TCP RST). */
    RESET("reset"),
    /** A close frame without a code: the client sees 1005. */
    NO_STATUS("noStatus"),
    /** Bytes that are no frame of RFC 6455. */
    BAD_FRAME("badFrame"),
    /** The message comes back in three frames instead of one. */
    FRAGMENTED("fragmented"),
    /** Close frames of the client stay unanswered. */
    DEAF("deaf");

    private final String word;

    Trouble(String word) {
      this.word = word;
    }

    static Trouble named(String word) {
      return Arrays.stream(values())
          .filter(t -> t.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "websocket.fault '" + word + "' is none of " + words()));
    }

    private static String words() {
      return Arrays.stream(values()).map(t -> t.word).collect(Collectors.joining(", "));
    }
  }

  /** Greets with this text too. */
  public SocketScript greeting(String text) {
    return greeting(new Message(true, ByteString.encodeUtf8(text)));
  }

  /** Greets with these bytes too. */
  public SocketScript greeting(byte[] bytes) {
    return greeting(new Message(false, ByteString.of(bytes)));
  }

  private SocketScript greeting(Message message) {
    List<Message> all = new ArrayList<>(greetings);
    all.add(message);
    return new SocketScript(List.copyOf(all), echoes, pings, end, fault);
  }

  /** Keeps messages to itself. */
  public SocketScript silent() {
    return new SocketScript(greetings, false, pings, end, fault);
  }

  public SocketScript ping() {
    return new SocketScript(greetings, echoes, true, end, fault);
  }

  /**
   * Closes after the greetings.
   *
   * @param code 1000 to 4999 but for 1004 to 1006 and 1015 to 2999
   * @param reason up to 123 bytes of UTF-8
   * @throws IllegalArgumentException for others
   */
  public SocketScript close(int code, String reason) {
    if (code < 1000 || code > 4999 || code >= 1004 && code <= 1006 || code >= 1015 && code <= 2999)
      throw new IllegalArgumentException("websocket.close " + code + " is no code of a frame");
    if (reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES)
      throw new IllegalArgumentException(
          "websocket.close has a reason of more than " + MAX_REASON_BYTES + " bytes");
    return new SocketScript(greetings, echoes, pings, Optional.of(new End(code, reason)), fault);
  }

  public SocketScript with(Trouble trouble) {
    return new SocketScript(greetings, echoes, pings, end, Optional.of(trouble));
  }
}
