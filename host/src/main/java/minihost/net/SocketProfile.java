package minihost.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The moments of a WebSocket's handshake (sockets sheet 1.3): ms since the epoch, never going back
 * in the order below; a look-up that did not happen has the moment of {@code fetchStart}.
 *
 * @param connectEnd when TCP, and TLS with {@code wss}, were there
 * @param opened when the server had agreed
 */
public record SocketProfile(
    long fetchStart,
    long domainLookUpStart,
    long domainLookUpEnd,
    long connectStart,
    long connectEnd,
    long opened) {
  /** As {@code onOpen} tells it; durations in ms. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fetchStart", fetchStart);
    fields.put("domainLookUpStart", domainLookUpStart);
    fields.put("domainLookUpEnd", domainLookUpEnd);
    fields.put("connectStart", connectStart);
    fields.put("connectEnd", connectEnd);
    fields.put("rtt", connectEnd - connectStart);
    fields.put("handshakeCost", opened - connectEnd);
    fields.put("cost", opened - fetchStart);
    return fields;
  }
}
