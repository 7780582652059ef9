package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Device;
import minihost.net.Connectivity;

/** {@code wx.getNetworkType} and {@code wx.onNetworkStatusChange}. */
public final class NetworkStatusFamily implements WxFamily {
  /** The program-wide event: {@code {isConnected, networkType}}. */
  public static final String STATUS_CHANGE = "NetworkStatusChange";

  /** A headless phone has no antenna: it stands beside the access point, so to speak. In dBm. */
  private static final int SIGNAL_DBM = -50;

  private final Connectivity connectivity;
  private final boolean proxied;

  public NetworkStatusFamily(Connectivity connectivity, Device device) {
    this.connectivity = connectivity;
    proxied = device.systemProxy().isPresent();
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(
            Shape.async("getNetworkType"),
            (args, call) ->
                call.succeed(
                    Map.of(
                        "networkType",
                        connectivity.type().wxName(),
                        "hasSystemProxy",
                        proxied,
                        "weakNet",
                        false,
                        "signalStrength",
                        SIGNAL_DBM))),
        WxFunction.event(STATUS_CHANGE));
  }

  /** What listeners are told. */
  public static Map<String, Object> status(Connectivity connectivity) {
    return Map.of(
        "isConnected", connectivity.isConnected(),
        "networkType", connectivity.type().wxName());
  }
}
