package minihost.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import minihost.config.Device;
import minihost.config.Setting;
import minihost.policy.Ipv4;

/** The machine's own place in its LAN: the IPv4 address and mask of the default route. */
public final class LocalNetwork {
  /** A documentation address (RFC 5737): connecting a datagram socket to it sends nothing. */
  private static final InetSocketAddress OUTSIDE = new InetSocketAddress("192.0.2.1", 9);

  private LocalNetwork() {}

  /**
   * The device's place in its LAN: as set, else the machine's own. On mobile data there is none
   * (sheet LAN-4).
   */
  public static Optional<Device.Lan> of(Device device, Device.NetworkType type) {
    return switch (type) {
      case G2, G3, G4, G5 -> Optional.empty();
      case WIFI, UNKNOWN, NONE -> device.lan().map(Setting::value).or(LocalNetwork::current);
    };
  }

  /** Empty without a route out. Looks anew at each call. */
  public static Optional<Device.Lan> current() {
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(OUTSIDE);
      InetAddress own = probe.getLocalAddress();
      if (!(own instanceof Inet4Address) || own.isAnyLocalAddress() || own.isLoopbackAddress())
        return Optional.empty();
      NetworkInterface card = NetworkInterface.getByInetAddress(own);
      if (card == null) return Optional.empty();
      return card.getInterfaceAddresses().stream()
          .filter(a -> own.equals(a.getAddress()))
          .findFirst()
          .map(a -> new Device.Lan(own.getHostAddress(), netmask(a)));
    } catch (SocketException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /**
   * Where datagrams of the device leave this machine: the device's own address, or one in its net.
   * Empty when the machine is not in that LAN.
   */
  static Optional<InetAddress> addressIn(Device.Lan lan) throws IOException {
    InetAddress own = InetAddress.ofLiteral(lan.ip());
    if (NetworkInterface.getByInetAddress(own) != null) return Optional.of(own);
    return NetworkInterface.networkInterfaces()
        .flatMap(card -> card.getInterfaceAddresses().stream())
        .filter(a -> a.getAddress() instanceof Inet4Address && lan.netmask().equals(netmask(a)))
        .map(InterfaceAddress::getAddress)
        .filter(a -> isIn(a, lan))
        .findFirst();
  }

  /** Whether an IPv4 address is in a LAN. */
  static boolean isIn(InetAddress address, Device.Lan lan) {
    int own = bits(InetAddress.ofLiteral(lan.ip()));
    return Ipv4.sameSubnet(bits(address), own, bits(InetAddress.ofLiteral(lan.netmask())));
  }

  private static int bits(InetAddress address) {
    return ByteBuffer.wrap(address.getAddress()).getInt();
  }

  private static String netmask(InterfaceAddress address) {
    int bits = address.getNetworkPrefixLength();
    int mask = bits == 0 ? 0 : -1 << (32 - bits);
    return (mask >>> 24) + "." + (mask >> 16 & 255) + "." + (mask >> 8 & 255) + "." + (mask & 255);
  }
}
