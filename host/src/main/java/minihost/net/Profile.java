package minihost.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The moments of one exchange, as {@code wx.request} reports them (sheet 1.6): ms since the epoch,
 * never going back in the order below; a step that did not happen, such as the connect of a reused
 * connection, has the moment of the one before it.
 *
 * @param redirectStart when the first of the hops to this one began, and {@code redirectEnd} when
 *     the last of them ended; 0 unless all were on this host
 * @param tls whether there was TLS; without it the two SSL moments are 0
 * @param sent and {@code received}: bytes of bodies and heads
 * @param quality what is known of the network after this exchange
 */
public record Profile(
    long redirectStart,
    long redirectEnd,
    long fetchStart,
    long domainLookUpStart,
    long domainLookUpEnd,
    long connectStart,
    long sslStart,
    long sslEnd,
    long connectEnd,
    long requestStart,
    long requestEnd,
    long responseStart,
    long responseEnd,
    boolean tls,
    String peerIp,
    int port,
    String protocol,
    boolean socketReused,
    long sent,
    long received,
    NetworkQuality.Estimate quality) {

  /** How long the TCP handshake took; 0 on a connection that was there. */
  public long rtt() {
    return socketReused ? 0 : (tls ? sslStart : connectEnd) - connectStart;
  }

  /** Kilobits per second while the answer came. */
  public long throughputKbps() {
    return received * 8 / Math.max(1, responseEnd - responseStart);
  }

  Profile with(NetworkQuality.Estimate estimate) {
    return new Profile(
        redirectStart,
        redirectEnd,
        fetchStart,
        domainLookUpStart,
        domainLookUpEnd,
        connectStart,
        sslStart,
        sslEnd,
        connectEnd,
        requestStart,
        requestEnd,
        responseStart,
        responseEnd,
        tls,
        peerIp,
        port,
        protocol,
        socketReused,
        sent,
        received,
        estimate);
  }

  /** Durations for the journal, in ms: what a person wants to know of an exchange. */
  public Map<String, Object> durations() {
    Map<String, Object> ms = new LinkedHashMap<>();
    ms.put("dns", domainLookUpEnd - domainLookUpStart);
    ms.put("connect", rtt());
    ms.put("tls", tls ? sslEnd - sslStart : 0);
    ms.put("wait", responseStart - requestEnd);
    ms.put("receive", responseEnd - responseStart);
    ms.put("reused", socketReused);
    ms.put("peer", peerIp + ":" + port);
    ms.put("protocol", protocol);
    return ms;
  }
}
