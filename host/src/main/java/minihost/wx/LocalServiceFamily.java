package minihost.wx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Device;
import minihost.config.LabService;
import minihost.config.Settings;
import minihost.net.Connectivity;
import minihost.net.LocalNetwork;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.reason.Platform;

/**
 * {@code wx.startLocalServiceDiscovery}: services of the LAN by mDNS, one scan at a time (sockets
 * sheet section 4).
 */
public final class LocalServiceFamily implements WxFamily {
  /** With or without {@code local} and a dot at its end. */
  private static final Pattern TYPE =
      Pattern.compile("(" + LabService.TYPE + ")(?:\\.(?:local\\.?)?)?");

  private final Gate gate;
  private final Connectivity connectivity;
  private final Settings settings;
  private LocalServiceScan scan; // JS thread

  public LocalServiceFamily(Gate gate, Connectivity connectivity, Settings settings) {
    this.gate = gate;
    this.connectivity = connectivity;
    this.settings = settings;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(Shape.async("startLocalServiceDiscovery"), this::start),
        WxFunction.of(Shape.async("stopLocalServiceDiscovery"), (args, call) -> stop(call)),
        WxFunction.event(LocalServiceScan.FOUND),
        WxFunction.event(LocalServiceScan.LOST),
        WxFunction.event(LocalServiceScan.RESOLVE_FAIL),
        WxFunction.event(LocalServiceScan.STOP));
  }

  private void start(Args args, WxCall call) throws Exception {
    Ask.Discover ask = new Ask.Discover(type(args));
    gate.enter(call.id(), ask);
    if (scan != null)
      throw LocalServiceCode.SCAN_EXISTS.failure(
          "a scan is under way", "call wx.stopLocalServiceDiscovery first");
    if (settings.platform().value() == Platform.IOS)
      throw LocalServiceCode.NOT_SCANNED.failure(
          "WeChat on iOS does not scan since 7.0.18", "set platform to another than ios");
    Permit<Ask.Discover> permit = gate.require(call.id(), ask);
    Device.Lan lan = lan();
    scan = new LocalServiceScan(call, ask.serviceType(), this::over);
    scan.begin(permit, lan);
  }

  private void over(LocalServiceScan which) {
    if (scan == which) scan = null;
  }

  private Device.Lan lan() throws WxFailure {
    Optional<Device.Lan> lan = LocalNetwork.of(settings.device(), connectivity.type());
    if (lan.isEmpty() || !connectivity.isConnected())
      throw LocalServiceCode.NOT_SCANNED.failure(
          Connectivity.NO_NETWORK.why(), Connectivity.NO_NETWORK.fix());
    return lan.get();
  }

  /** As events tell it: {@code _http._tcp.}. */
  private static String type(Args args) throws WxFailure {
    Object given = args.raw().get("serviceType");
    Matcher type = TYPE.matcher(given instanceof String s ? s : "");
    if (type.matches()) return type.group(1) + ".";
    throw LocalServiceCode.INVALID_PARAM.failure(
        "serviceType is " + (given instanceof String s ? "\"" + s + "\"" : given),
        "pass a type of DNS-SD, such as _http._tcp.");
  }

  private void stop(WxCall call) throws WxFailure {
    if (scan == null)
      throw LocalServiceCode.NO_SCAN.failure(
          "no scan is under way",
          "stop a scan once, within the 30 s after which it stops by itself");
    scan.abandonStart();
    call.succeed(Map.of());
    scan.stop();
  }
}
