package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.net.Connectivity;

/** {@code wx.getNetworkType} and {@code wx.onNetworkStatusChange}. */
public final class NetworkStatusFamily implements WxFamily {
  /** The program-wide event: {@code {isConnected, networkType}}. */
  public static final String STATUS_CHANGE = "NetworkStatusChange";

  private final Connectivity connectivity;

  public NetworkStatusFamily(Connectivity connectivity) {
    this.connectivity = connectivity;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(
            Shape.async("getNetworkType"),
            (args, call) ->
                call.succeed(
                    Map.of("networkType", connectivity.type().wxName(), "hasSystemProxy", false))),
        WxFunction.event(STATUS_CHANGE));
  }

  /** What listeners are told. */
  public static Map<String, Object> status(Connectivity connectivity) {
    return Map.of(
        "isConnected", connectivity.isConnected(),
        "networkType", connectivity.type().wxName());
  }
}
