package minihost.cli;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashSet;
import java.util.Set;

/**
 * Says what leaves a host, as a process of that host: protocol, target and port of each IPv4 packet
 * that is not from one of the addresses it is given, each line once. It hears every interface, the
 * loopback one too, by a packet socket of Linux.
 */
final class Wire {
  private static final int AF_PACKET = 17;
  private static final int SOCK_DGRAM = 2;
  private static final int EVERY_PROTOCOL = 0x0300; // ETH_P_ALL in the order of the network
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int MDNS = 5353;

  private Wire() {}

  public static void main(String[] others) throws Throwable {
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    AddressLayout address = ValueLayout.ADDRESS;
    int socket =
        (int)
            function("socket", FunctionDescriptor.of(number, number, number, number))
                .invokeExact(AF_PACKET, SOCK_DGRAM, EVERY_PROTOCOL);
    if (socket < 0) throw new IllegalStateException("no packet socket");
    ValueLayout.OfLong size = ValueLayout.JAVA_LONG;
    MethodHandle receive =
        function("recv", FunctionDescriptor.of(size, number, address, size, number));
    Set<String> said = new HashSet<>();
    say("ready");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packet = arena.allocate(2048);
      while ((long) receive.invokeExact(socket, packet, 2048L, 0) > 0) {
        String line = line(packet, Set.of(others));
        if (!line.isEmpty() && said.add(line)) say(line);
      }
    }
  }

  @SuppressWarnings("restricted") // this class is run with native access
  private static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }

  /** Empty of what is neither TCP nor UDP, such as ARP. */
  private static String line(MemorySegment packet, Set<String> others) {
    int protocol = octet(packet, 9);
    if (octet(packet, 0) >> 4 != 4 || protocol != TCP && protocol != UDP) return "";
    if (others.contains(address(packet, 12))) return "";
    int header = (octet(packet, 0) & 15) * 4;
    int port = octet(packet, header + 2) << 8 | octet(packet, header + 3);
    if (port == MDNS) return octet(packet, header + 10) < 128 ? "mdns query" : "mdns answer";
    return (protocol == TCP ? "tcp " : "udp ") + address(packet, 16) + ":" + port;
  }

  private static String address(MemorySegment packet, int at) {
    return "%d.%d.%d.%d"
        .formatted(
            octet(packet, at), octet(packet, at + 1), octet(packet, at + 2), octet(packet, at + 3));
  }

  private static int octet(MemorySegment packet, int at) {
    return packet.get(ValueLayout.JAVA_BYTE, at) & 255;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
