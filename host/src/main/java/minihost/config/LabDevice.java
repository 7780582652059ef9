package minihost.config;

import java.util.Optional;

/**
 * A device of the local network that the lab plays; a port of {@link #NONE} means it has no such
 * service.
 *
 * @param address a loopback address, IPv4
 * @param udpEcho where datagrams come back
 * @param tcpEcho where the bytes of connections come back
 * @param http where the lab's routes answer, over plain HTTP
 * @param mdns what it announces
 */
public record LabDevice(
    String address, int udpEcho, int tcpEcho, int http, Optional<LabService> mdns) {
  public static final int NONE = 0;

  @Override
  public String toString() {
    return address
        + ports("udpEcho", udpEcho)
        + ports("tcpEcho", tcpEcho)
        + ports("http", http)
        + mdns.map(service -> " mdns " + service).orElse("");
  }

  private static String ports(String service, int port) {
    return port == NONE ? "" : " " + service + " " + port;
  }
}
