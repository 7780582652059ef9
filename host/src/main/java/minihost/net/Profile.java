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
    long received) {

  /** The {@code profile} of a success result; {@code queueStart} and so on are the caller's. */
  public Map<String, Object> toWx(long invokeStart, long queueStart, long queueEnd) {
    Map<String, Object> wx = new LinkedHashMap<>();
    wx.put("invokeStart", invokeStart);
    wx.put("queueStart", queueStart);
    wx.put("queueEnd", queueEnd);
    wx.put("redirectStart", redirectStart);
    wx.put("redirectEnd", redirectEnd);
    wx.put("fetchStart", fetchStart);
    wx.put("domainLookUpStart", domainLookUpStart);
    wx.put("domainLookUpEnd", domainLookUpEnd);
    wx.put("connectStart", connectStart);
    wx.put("SSLconnectionStart", tls ? sslStart : 0);
    wx.put("SSLconnectionEnd", tls ? sslEnd : 0);
    wx.put("connectEnd", connectEnd);
    wx.put("requestStart", requestStart);
    wx.put("requestEnd", requestEnd);
    wx.put("responseStart", responseStart);
    wx.put("responseEnd", responseEnd);
    wx.put("rtt", socketReused ? 0 : connectStart == sslStart ? 0 : sslStart - connectStart);
    wx.put("estimate_nettype", 0);
    wx.put("httpRttEstimate", responseStart - requestEnd);
    wx.put("transportRttEstimate", 0);
    wx.put("downstreamThroughputKbpsEstimate", 0);
    wx.put("throughputKbps", 0);
    wx.put("peerIP", peerIp);
    wx.put("port", port);
    wx.put("protocol", protocol);
    wx.put("socketReused", socketReused);
    wx.put("sendBytesCount", sent);
    wx.put("receivedBytedCount", received);
    wx.put("usingHighPerformanceMode", false);
    return wx;
  }

  /** Durations for the journal, in ms: what a person wants to know of an exchange. */
  public Map<String, Object> durations() {
    Map<String, Object> ms = new LinkedHashMap<>();
    ms.put("dns", domainLookUpEnd - domainLookUpStart);
    ms.put("connect", (tls ? sslStart : connectEnd) - connectStart);
    ms.put("tls", tls ? sslEnd - sslStart : 0);
    ms.put("wait", responseStart - requestEnd);
    ms.put("receive", responseEnd - responseStart);
    ms.put("reused", socketReused);
    ms.put("peer", peerIp + ":" + port);
    ms.put("protocol", protocol);
    return ms;
  }
}
