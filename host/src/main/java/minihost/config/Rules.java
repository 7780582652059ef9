package minihost.config;

/**
 * Switches for rules on which the documents disagree (docs/configuration.md).
 *
 * @param backgroundCalls what becomes of a network call made after the hide hooks have run
 * @param pinned the pinned-chat exception of older documents: no interruption in background
 * @param strictWsPort wss entries match ports literally, as https entries do
 * @param chunkedData what {@code res.data} is at the end of an answer that came in chunks
 * @param strict reading a member of {@code wx} that WeChat has and this host has not is an error
 */
public record Rules(
    Setting<BackgroundCalls> backgroundCalls,
    Setting<UdpPolicy> udp,
    Setting<Boolean> pinned,
    Setting<Boolean> strictWsPort,
    Setting<ChunkedData> chunkedData,
    Setting<Boolean> strict) {

  public enum BackgroundCalls {
    /** Refused at once. */
    IMMEDIATE,
    /** Admitted for the 5 s before suspension, as Android does. */
    GRACE
  }

  public enum ChunkedData {
    /** The whole answer once more. */
    WHOLE,
    /** The empty text, or an empty ArrayBuffer. */
    EMPTY
  }

  public enum UdpPolicy {
    LAN,
    ANY
  }
}
