package minihost.wx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import minihost.api.WxCall;
import minihost.config.Device.NetworkType;
import minihost.net.Profile;

/**
 * The {@code profile} of a result (sheet 1.6): the values, in the order in which http-options.js
 * names them; the moments of HttpDNS, where it was asked, come after them.
 */
final class ProfileFields {
  private ProfileFields() {}

  /**
   * @param highPerformance whether the exchange counts as one of the high-performance module. It
   *     tells less (sheet 1.1); which values stand in the place of the rest is not documented
   */
  static List<Object> of(
      Profile profile, WxCall call, NetworkType network, boolean highPerformance) {
    boolean told = !highPerformance;
    return new ArrayList<>(
        Arrays.asList(
            call.invokedAt(),
            call.queuedAt(),
            call.startedAt(),
            told ? profile.redirectStart() : 0,
            told ? profile.redirectEnd() : 0,
            profile.fetchStart(),
            profile.domainLookUpStart(),
            profile.domainLookUpEnd(),
            profile.connectStart(),
            profile.tls() ? profile.sslStart() : 0,
            profile.tls() ? profile.sslEnd() : 0,
            profile.connectEnd(),
            profile.requestStart(),
            profile.requestEnd(),
            profile.responseStart(),
            profile.responseEnd(),
            told ? profile.rtt() : 0,
            told ? effectiveType(network) : 0,
            told ? profile.quality().httpRttMs() : 0,
            told ? profile.quality().transportRttMs() : 0,
            told ? profile.quality().downstreamKbps() : 0,
            told ? profile.throughputKbps() : 0,
            told ? profile.peerIp() : "",
            told ? profile.port() : 0,
            profile.protocol(),
            profile.socketReused(),
            profile.sent(),
            profile.received(),
            highPerformance));
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
