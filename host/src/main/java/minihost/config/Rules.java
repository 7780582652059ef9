package minihost.config;

/**
 * Switches for rules on which the documents disagree (docs/configuration.md).
 *
 * @param backgroundCalls what becomes of a network call made after the hide hooks have run
 * @param pinned the pinned-chat exception of older documents: no interruption in background
 * @param strictWsPort wss entries match ports literally, as https entries do
 */
public record Rules(
    Setting<BackgroundCalls> backgroundCalls,
    Setting<UdpPolicy> udp,
    Setting<Boolean> pinned,
    Setting<Boolean> strictWsPort) {

  public enum BackgroundCalls {
    /** Refused at once. */
    IMMEDIATE,
    /** Admitted for the 5 s before suspension, as Android does. */
    GRACE
  }

  public enum UdpPolicy {
    LAN,
    ANY
  }
}
