package minihost.wx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Device;
import minihost.net.Connectivity;
import minihost.net.LocalNetwork;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * {@code wx.getNetworkType}, {@code wx.onNetworkStatusChange}, {@code wx.onNetworkWeakChange} and
 * {@code wx.getLocalIPAddress} (sockets sheet section 5).
 */
public final class NetworkStatusFamily implements WxFamily {
  /** The program-wide event: {@code {isConnected, networkType}}. */
  public static final String STATUS_CHANGE = "NetworkStatusChange";

  /** The program-wide event: {@code {weakNet, networkType}}. */
  public static final String WEAK_CHANGE = "NetworkWeakChange";

  /** A headless phone has no antenna: it stands beside the access point, so to speak. In dBm. */
  private static final int SIGNAL_DBM = -50;

  /** The documents give neither text nor errno. */
  private enum Failure implements Code {
    NO_LOCAL_ADDRESS;

    @Override
    public String wording() {
      return "";
    }
  }

  private static final Reason NOT_IN_A_LAN =
      new Reason(
          Failure.NO_LOCAL_ADDRESS,
          "the device is in no LAN",
          "turn wifi on: .network wifi, and give device.lan in minihost.json",
          Origin.BUILT_IN);

  private final Connectivity connectivity;
  private final Device device;

  public NetworkStatusFamily(Connectivity connectivity, Device device) {
    this.connectivity = connectivity;
    this.device = device;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(
            Shape.async("getNetworkType"),
            (args, call) ->
                call.succeed(
                    Ordered.of(
                        "networkType",
                        connectivity.type().wxName(),
                        "signalStrength",
                        SIGNAL_DBM,
                        "hasSystemProxy",
                        connectivity.proxy().isPresent(),
                        "weakNet",
                        connectivity.weakness().isWeak()))),
        WxFunction.of(Shape.callbacks("getLocalIPAddress"), (args, call) -> localAddress(call)),
        WxFunction.event(STATUS_CHANGE),
        WxFunction.event(WEAK_CHANGE));
  }

  /** What the LAN rule goes by. */
  private void localAddress(WxCall call) {
    Optional<Device.Lan> lan = LocalNetwork.of(device, connectivity.type());
    if (lan.isEmpty() || !connectivity.isConnected()) call.fail(NOT_IN_A_LAN);
    else call.succeed(Ordered.of("localip", lan.get().ip(), "netmask", lan.get().netmask()));
  }

  /** What listeners are told. */
  public static Map<String, Object> status(Connectivity connectivity) {
    return Ordered.of(
        "isConnected", connectivity.isConnected(),
        "networkType", connectivity.type().wxName());
  }

  /** What listeners are told. */
  public static Map<String, Object> weakness(boolean weak, Connectivity connectivity) {
    return Ordered.of("weakNet", weak, "networkType", connectivity.type().wxName());
  }
}
