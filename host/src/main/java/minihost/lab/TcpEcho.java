package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A device that sends back what each connection brings, until the peer ends it. Any thread. */
public final class TcpEcho implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Thread thread;

  /**
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  TcpEcho(InetAddress address, int port) throws IOException {
    server = new ServerSocket(port, BACKLOG, address);
    thread = Thread.ofVirtual().name("lab-tcp").start(this::accept);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Connections accepted since the start or the last {@link Lab#reset}. */
  public int connections() {
    return accepted.get();
  }

  void forget() {
    accepted.set(0);
  }

  private void accept() {
    while (!server.isClosed())
      Quietly.run(
          () -> {
            Socket peer = server.accept();
            accepted.incrementAndGet();
            open.add(peer);
            if (server.isClosed()) peer.close();
            Thread.startVirtualThread(() -> Quietly.run(() -> echo(peer)));
          });
  }

  private void echo(Socket peer) throws IOException {
    try (peer) {
      peer.getInputStream().transferTo(peer.getOutputStream());
    } finally {
      open.remove(peer);
    }
  }

  @Override
  public void close() {
    Quietly.run(server::close);
    open.forEach(peer -> Quietly.run(peer::close));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
