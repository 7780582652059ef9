package minihost.net;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** One end of a socket as programs see it: address, family and port. */
final class SocketEnd {
  private SocketEnd() {}

  static Map<String, Object> of(InetSocketAddress end) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("address", end.getAddress().getHostAddress());
    info.put("family", end.getAddress() instanceof Inet4Address ? "IPv4" : "IPv6");
    info.put("port", end.getPort());
    return info;
  }
}
