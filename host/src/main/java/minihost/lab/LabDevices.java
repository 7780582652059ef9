package minihost.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import minihost.config.HostMapping;
import minihost.config.LabDevice;
import minihost.config.LabService;
import minihost.reason.Origin;

/** The UDP and TCP devices of one lab, and what is announced of its devices. */
final class LabDevices {
  private final List<UdpEcho> udp = new CopyOnWriteArrayList<>();
  private final List<TcpEcho> tcp = new CopyOnWriteArrayList<>();

  private final List<AnnouncedService> announced = new CopyOnWriteArrayList<>();

  private final List<HostMapping> detours = new CopyOnWriteArrayList<>();

  /** Something that can listen. */
  interface Service {
    /** Returns the port it listens on. */
    int listen(String address, int port) throws IOException;
  }

  /**
   * Plays a device that minihost.json declares.
   *
   * @param http what answers with the lab's routes
   */
  void play(LabDevice device, Service http, Consumer<LabEvent> listener) throws IOException {
    String address = device.address();
    play(address, device.udpEcho(), (a, p) -> udpEcho(a, p).address().getPort());
    play(address, device.tcpEcho(), (a, p) -> tcpEcho(a, p).address().getPort());
    play(address, device.http(), http);
    if (device.mdns().isEmpty()) return;
    try {
      announce(address, device.mdns().get());
    } catch (SocketException e) { // the rest of the lab is of use without
      listener.accept(new LabEvent.Unheard(LabCode.notAnnounced(device.mdns().get(), e)));
    }
  }

  /**
   * What cannot be had here (macOS has 127.0.0.1 alone, another run the port) is played elsewhere,
   * and the program's traffic led there.
   */
  private void play(String address, int port, Service service) throws IOException {
    if (port == LabDevice.NONE) return;
    try {
      service.listen(address, port);
    } catch (BindException taken) {
      int actual = service.listen(LabServer.ADDRESS, 0);
      detours.add(
          new HostMapping(address, port, LabServer.ADDRESS, actual, false, Origin.BUILT_IN));
    }
  }

  /** What leads to devices that are played elsewhere. */
  List<HostMapping> detours() {
    return List.copyOf(detours);
  }

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

  AnnouncedService announce(String address, LabService service) throws IOException {
    AnnouncedService told = new AnnouncedService(loopback(address), service);
    announced.add(told);
    return told;
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
    announced.forEach(AnnouncedService::close);
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
