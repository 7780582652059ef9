package minihost.wx;

import java.io.IOException;
import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.net.Addresses;
import minihost.net.Connectivity;
import minihost.net.UdpSocket;
import minihost.policy.Gate;

/** {@code wx.createUDPSocket} and its UDPSocket (sockets sheet section 2). */
public final class UdpSocketFamily implements WxFamily {
  private final Gate gate;
  private final Addresses addresses;
  private final Connectivity connectivity;

  public UdpSocketFamily(Gate gate, Addresses addresses, Connectivity connectivity) {
    this.gate = gate;
    this.addresses = addresses;
    this.connectivity = connectivity;
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.object(
                "createUDPSocket",
                List.of("bind", "setTTL", "send", "connect", "write", "close"),
                List.of("listening", "message", "error", "close"))
            .withScript("udp-socket.js");
    return List.of(
        WxFunction.making(
            shape,
            (args, object) -> {
              boolean version6 = args.string("type").equals("udp6");
              UdpSocket socket = open(version6);
              new OpenUdpSocket(gate, connectivity, socket, object).begin();
            }));
  }

  private UdpSocket open(boolean version6) throws IOException {
    return new UdpSocket(version6, addresses, connectivity.shaping());
  }
}
