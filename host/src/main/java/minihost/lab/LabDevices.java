package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The UDP and TCP devices of one lab. */
final class LabDevices {
  private final List<UdpEcho> udp = new CopyOnWriteArrayList<>();
  private final List<TcpEcho> tcp = new CopyOnWriteArrayList<>();

  UdpEcho udpEcho(String address, int port) throws IOException {
    UdpEcho echo = new UdpEcho(loopback(address), port);
    udp.add(echo);
    return echo;
  }

  TcpEcho tcpEcho(String address, int port) throws IOException {
    TcpEcho echo = new TcpEcho(loopback(address), port);
    tcp.add(echo);
    return echo;
  }

  List<UdpEcho> udp() {
    return List.copyOf(udp);
  }

  List<TcpEcho> tcp() {
    return List.copyOf(tcp);
  }

  void forget() {
    udp.forEach(UdpEcho::forget);
    tcp.forEach(TcpEcho::forget);
  }

  void close() {
    udp.forEach(UdpEcho::close);
    tcp.forEach(TcpEcho::close);
  }

  /**
   * @throws IllegalArgumentException for an address that other machines could reach
   */
  static InetAddress loopback(String address) throws IOException {
    InetAddress local = InetAddress.getByName(address);
    if (!local.isLoopbackAddress())
      throw new IllegalArgumentException(address + " is not a loopback address");
    return local;
  }
}
