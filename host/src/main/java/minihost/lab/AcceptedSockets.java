package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * The connections of one origin: counts every TCP connection accepted, and finds an open one by the
 * number the server library gives it, which is the order of acceptance.
 */
final class AcceptedSockets extends ServerSocketFactory {
  private final Map<Integer, LabSocket> open = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile int forgotten;

  /** Connections accepted since the start or the last {@link #forget}. */
  int count() {
    return accepted.get() - forgotten;
  }

  void forget() {
    forgotten = accepted.get();
  }

  /** The connection, or a closed one if it has ended. */
  LabSocket get(int index) {
    LabSocket socket = open.get(index);
    return socket == null ? new LabSocket(s -> {}) : socket;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        // The number is final only once a connection came: closing the server ends accept() too.
        int index = accepted.get();
        LabSocket socket = new LabSocket(s -> open.remove(index, s));
        implAccept(socket);
        open.put(index, socket);
        accepted.incrementAndGet();
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }
}
