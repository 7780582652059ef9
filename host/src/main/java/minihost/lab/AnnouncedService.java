package minihost.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import minihost.config.LabService;

/**
 * A service that a device of the lab announces by mDNS (RFC 6762), on the loopback interface alone:
 * told at the start, at each question and, as a goodbye, at the end. Any thread.
 */
public final class AnnouncedService implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral(LabServer.ADDRESS);
  private static final InetSocketAddress GROUP =
      new InetSocketAddress(InetAddress.ofLiteral("224.0.0.251"), 5353);
  private static final int MAX_BYTES = 9_000;

  private final LabService service;
  private final ServiceRecords records;
  private final MulticastSocket socket;
  private final DatagramService questions;

  /**
   * @throws IOException if the loopback interface takes no part in multicast
   */
  AnnouncedService(InetAddress device, LabService service) throws IOException {
    this.service = service;
    records = new ServiceRecords(device, service);
    socket = new MulticastSocket(GROUP.getPort());
    try {
      NetworkInterface card = NetworkInterface.getByInetAddress(LOOPBACK);
      socket.setNetworkInterface(card);
      socket.joinGroup(GROUP, card);
      send(records.present());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    questions = new DatagramService("lab-mdns", socket, MAX_BYTES, this::answer);
  }

  public LabService service() {
    return service;
  }

  private void send(byte[] message) throws IOException {
    socket.send(new DatagramPacket(message, message.length, GROUP));
  }

  private void answer(DatagramPacket packet) throws IOException {
    if (records.areAskedFor(packet.getData(), packet.getLength())) send(records.present());
  }

  @Override
  public void close() {
    Quietly.run(() -> send(records.gone()));
    questions.close();
  }
}
