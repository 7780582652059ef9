package minihost.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

/** Takes the datagrams of a socket one by one, on a thread of its own, until it is closed. */
final class DatagramService implements AutoCloseable {
  /** What becomes of a datagram. */
  @FunctionalInterface
  interface Service {
    /** What it throws concerns this datagram alone. */
    void on(DatagramPacket packet) throws IOException;
  }

  private final DatagramSocket socket;
  private final int maxBytes;
  private final Service service;
  private final Thread thread;

  /**
   * @param socket closed with this
   * @param maxBytes the longest datagram that arrives whole
   */
  DatagramService(String name, DatagramSocket socket, int maxBytes, Service service) {
    this.socket = socket;
    this.maxBytes = maxBytes;
    this.service = service;
    thread = Thread.ofVirtual().name(name).start(this::serve);
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[maxBytes], maxBytes);
    while (!socket.isClosed()) {
      packet.setLength(maxBytes);
      Quietly.run(
          () -> {
            socket.receive(packet);
            service.on(packet);
          });
    }
  }

  @Override
  public void close() {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
