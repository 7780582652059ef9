package minihost.wx;

import java.util.LinkedHashMap;
import java.util.Map;
import minihost.api.WxCall;
import minihost.config.Device.NetworkType;
import minihost.net.Profile;

/** The {@code profile} of a result, with the names programs see (sheet 1.6). */
final class ProfileFields {
  private ProfileFields() {}

  /**
   * @param highPerformance whether the exchange counts as one of the high-performance module, which
   *     tells less (sheet 1.1)
   */
  static Map<String, Object> of(
      Profile profile, WxCall call, NetworkType network, boolean highPerformance) {
    Map<String, Object> wx = new LinkedHashMap<>();
    wx.put("invokeStart", call.invokedAt());
    wx.put("queueStart", call.queuedAt());
    wx.put("queueEnd", call.startedAt());
    wx.put("redirectStart", profile.redirectStart());
    wx.put("redirectEnd", profile.redirectEnd());
    wx.put("fetchStart", profile.fetchStart());
    wx.put("domainLookUpStart", profile.domainLookUpStart());
    wx.put("domainLookUpEnd", profile.domainLookUpEnd());
    wx.put("connectStart", profile.connectStart());
    wx.put("SSLconnectionStart", profile.tls() ? profile.sslStart() : 0);
    wx.put("SSLconnectionEnd", profile.tls() ? profile.sslEnd() : 0);
    wx.put("connectEnd", profile.connectEnd());
    wx.put("requestStart", profile.requestStart());
    wx.put("requestEnd", profile.requestEnd());
    wx.put("responseStart", profile.responseStart());
    wx.put("responseEnd", profile.responseEnd());
    wx.put("rtt", profile.rtt());
    wx.put("estimate_nettype", effectiveType(network));
    wx.put("httpRttEstimate", profile.quality().httpRttMs());
    wx.put("transportRttEstimate", profile.quality().transportRttMs());
    wx.put("downstreamThroughputKbpsEstimate", profile.quality().downstreamKbps());
    wx.put("throughputKbps", profile.throughputKbps());
    wx.put("peerIP", profile.peerIp());
    wx.put("port", profile.port());
    wx.put("protocol", profile.protocol());
    wx.put("socketReused", profile.socketReused());
    wx.put("sendBytesCount", profile.sent());
    wx.put("receivedBytedCount", profile.received());
    wx.put("usingHighPerformanceMode", highPerformance);
    if (highPerformance) withhold(wx);
    return wx;
  }

  /** What the high-performance module does not tell; which value stands there is not documented. */
  private static void withhold(Map<String, Object> wx) {
    for (String field : new String[] {"redirectStart", "redirectEnd", "rtt", "estimate_nettype"})
      wx.put(field, 0);
    for (String field : new String[] {"httpRttEstimate", "transportRttEstimate", "port"})
      wx.put(field, 0);
    for (String field : new String[] {"downstreamThroughputKbpsEstimate", "throughputKbps"})
      wx.put(field, 0);
    wx.put("peerIP", "");
  }

  /** Chromium's effective connection type; a good network counts as 4G, the best there is. */
  private static int effectiveType(NetworkType network) {
    return switch (network) {
      case UNKNOWN -> 0;
      case NONE -> 1;
      case G2 -> 3;
      case G3 -> 4;
      case WIFI, G4, G5 -> 5;
    };
  }
}
