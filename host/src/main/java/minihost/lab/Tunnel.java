package minihost.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/**
 * Passes a WebSocket on to a backend: the handshake as the client wrote it, then bytes in both
 * directions, so that extensions and faults of either side arrive as they are.
 */
final class Tunnel implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_MS = 10_000;
  private static final int STATUS_LINE = "HTTP/1.1 101".length();
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final Socket backend = new Socket();
  private final LabSocket client;

  Tunnel(LabSocket client) {
    this.client = client;
  }

  /**
   * Takes the handshake to the backend.
   *
   * @return the beginning of its answer
   * @throws IOException if it does not answer
   */
  byte[] open(InetSocketAddress target, LabRequest handshake) throws IOException {
    backend.connect(target, CONNECT_TIMEOUT_MS);
    backend.getOutputStream().write(head(handshake));
    byte[] line = backend.getInputStream().readNBytes(STATUS_LINE);
    if (line.length < STATUS_LINE) throw new IOException("it hung up");
    return line;
  }

  /** The status in the beginning of an answer. */
  static String status(byte[] line) {
    return new String(line, STATUS_AT, STATUS_LINE - STATUS_AT, UTF_8);
  }

  private static byte[] head(LabRequest handshake) {
    StringBuilder head = new StringBuilder("GET " + handshake.url() + " HTTP/1.1\r\n");
    for (LabHeader h : handshake.headers())
      head.append(h.name()).append(": ").append(h.value()).append("\r\n");
    return head.append("\r\n").toString().getBytes(UTF_8);
  }

  /** Returns when either side has ended; blocks until then. */
  void run(byte[] line) throws InterruptedException {
    client.write(line);
    boolean upgraded = status(line).equals("101");
    Thread up = Thread.startVirtualThread(() -> Quietly.run(upgraded ? this::up : this::end));
    Quietly.run(() -> pass(backend.getInputStream(), client::write));
    close();
    client.end();
    up.join();
  }

  private void up() throws IOException {
    try {
      pass(client.input(), bytes -> backend.getOutputStream().write(bytes));
    } finally {
      close();
    }
  }

  /** No WebSocket, and so nothing more for the backend: it hangs up after its answer. */
  private void end() throws IOException {
    backend.shutdownOutput();
  }

  private interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  private static void pass(InputStream from, Sink to) throws IOException {
    byte[] piece = new byte[8_192];
    for (int n = from.read(piece); n >= 0; n = from.read(piece)) to.write(Arrays.copyOf(piece, n));
  }

  @Override
  public void close() {
    Quietly.run(backend::close);
  }
}
