package minihost.host;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Map;
import java.util.UUID;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Assumptions;

/**
 * A device that announces services by mDNS, on the loopback interface, of a type of its own: others
 * may be announcing on this machine.
 */
public final class Announcer implements AutoCloseable {
  static final String LAN = "device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String GROUP = "224.0.0.251";

  final String type = "_t" + UUID.randomUUID().toString().substring(0, 12) + "._tcp.";
  private final JmDNS dns;

  private Announcer() throws IOException {
    dns = JmDNS.create(LOOPBACK, "lamp-" + UUID.randomUUID());
  }

  /** Where the loopback interface has no multicast, the test is not run, and says so. */
  static Announcer start() throws Exception {
    assumeMulticast();
    return new Announcer();
  }

  public static void assumeMulticast() {
    boolean can = hasMulticast();
    if (!can)
      System.out.println("Tests of mDNS are not run: no multicast on the loopback interface");
    Assumptions.assumeTrue(can, "no multicast");
  }

  private static boolean hasMulticast() {
    try (MulticastSocket socket = new MulticastSocket(0)) {
      NetworkInterface card = NetworkInterface.getByInetAddress(LOOPBACK);
      InetAddress group = InetAddress.ofLiteral(GROUP);
      socket.setNetworkInterface(card);
      socket.joinGroup(new InetSocketAddress(group, socket.getLocalPort()), card);
      socket.setSoTimeout(2_000);
      socket.send(new DatagramPacket(new byte[1], 1, group, socket.getLocalPort()));
      socket.receive(new DatagramPacket(new byte[1], 1));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Takes some seconds: the name is asked for first, then told twice. */
  ServiceInfo announce(String name, int port, Map<String, ?> attributes) throws IOException {
    ServiceInfo service = ServiceInfo.create(type + "local.", name, port, 0, 0, attributes);
    dns.registerService(service);
    return service;
  }

  /** An answer of the announcer's type, to be filled and said. */
  MdnsAnswer answer() {
    return new MdnsAnswer(type);
  }

  void say(MdnsAnswer answer) throws IOException {
    byte[] packet = answer.packet();
    try (MulticastSocket socket = new MulticastSocket(0)) {
      socket.setNetworkInterface(NetworkInterface.getByInetAddress(LOOPBACK));
      InetAddress group = InetAddress.ofLiteral(GROUP);
      socket.send(new DatagramPacket(packet, packet.length, group, 5353));
    }
  }

  /** Says goodbye. */
  void withdraw(ServiceInfo service) {
    dns.unregisterService(service);
  }

  @Override
  public void close() throws IOException {
    dns.close();
  }
}
