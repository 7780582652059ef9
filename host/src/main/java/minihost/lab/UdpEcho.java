package minihost.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A device that sends every datagram back to where it came from. Any thread. */
public final class UdpEcho implements AutoCloseable {
  private static final int MAX_BYTES = 65_535;

  private final DatagramSocket socket;
  private final InetSocketAddress address;
  private final AtomicInteger seen = new AtomicInteger();
  private final DatagramService service;

  /**
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  UdpEcho(InetAddress local, int port) throws IOException {
    socket = new DatagramSocket(port, local);
    address = (InetSocketAddress) socket.getLocalSocketAddress();
    service = new DatagramService("lab-udp", socket, MAX_BYTES, this::echo);
  }

  /** Where it listens; known also after its end. */
  public InetSocketAddress address() {
    return address;
  }

  /** Datagrams received since the start or the last {@link Lab#reset}. */
  public int datagrams() {
    return seen.get();
  }

  void forget() {
    seen.set(0);
  }

  private void echo(DatagramPacket packet) throws IOException {
    seen.incrementAndGet();
    socket.send(packet);
  }

  @Override
  public void close() {
    service.close();
  }
}
