package minihost.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A server on this machine whose queue of connections is full: who connects waits, as on a phone
 * without reception, until {@link #serve}. Linux drops such a SYN, and the client says it again.
 */
final class BusyServer implements AutoCloseable {
  private static final Path TABLE = Path.of("/proc/net/tcp");
  private static final int QUEUE = 1;
  private static final int FULL_MS = 500;
  private static final String SYN_SENT = " 02 ";

  private final ServerSocket server;
  private final List<Socket> filling = new ArrayList<>();
  private Thread thread;

  BusyServer() throws IOException {
    Assumptions.assumeTrue(Files.exists(TABLE), "only Linux says who is connecting");
    server = new ServerSocket(0, QUEUE, InetAddress.getByName("127.0.0.1"));
    boolean full = false;
    while (!full) {
      Socket next = new Socket();
      try {
        next.connect(server.getLocalSocketAddress(), FULL_MS);
        filling.add(next);
      } catch (SocketTimeoutException e) {
        next.close();
        full = true;
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** Blocks until so many clients are connecting. */
  void awaitConnecting(int clients) throws Exception {
    String to = ":%04X%s".formatted(server.getLocalPort(), SYN_SENT);
    long giveUp = System.nanoTime() + 20_000_000_000L;
    while (connecting(to) < clients) {
      if (System.nanoTime() > giveUp) throw new AssertionError(Files.readString(TABLE));
      Thread.onSpinWait();
    }
  }

  private static long connecting(String to) throws IOException {
    long all = 0;
    for (Path table : List.of(TABLE, TABLE.resolveSibling("tcp6")))
      try (Stream<String> lines = Files.exists(table) ? Files.lines(table) : Stream.empty()) {
        all += lines.filter(line -> line.contains(to)).count();
      }
    return all;
  }

  /** Has time for everybody, and answers. */
  void serve() throws IOException {
    for (Socket idle : filling) idle.close();
    thread = Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (true) {
      try (Socket client = server.accept()) {
        if (client.getInputStream().read() < 0) continue;
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
        client.getOutputStream().write(answer.getBytes());
        client.shutdownOutput();
        client.getInputStream().readAllBytes();
      } catch (IOException ended) {
        if (server.isClosed()) return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket idle : filling) idle.close();
    server.close();
    try {
      if (thread != null) thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
