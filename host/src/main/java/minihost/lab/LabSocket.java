package minihost.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;

/**
 * One accepted TCP connection, with the TLS layer above it once there is one. Its three ways to end
 * work whatever protocol is being spoken, which the server library's socket effects do not.
 */
final class LabSocket extends Socket {
  private static final byte[] NO_HTTP =
      "NO SUCH PROTOCOL\u0001\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** How long a client may take to hang up as well. */
  private static final int PATIENCE_MS = 1_000;

  private final Consumer<LabSocket> onClose;
  private volatile SSLSocket tls;

  LabSocket(Consumer<LabSocket> onClose) {
    this.onClose = onClose;
  }

  void securedBy(SSLSocket layer) {
    tls = layer;
  }

  /**
   * Ends the connection in an orderly way: close_notify where there is TLS, then FIN. What the
   * client still sends is read, else the system would make a reset of it.
   */
  void hangUp() {
    if (!isClosed()) {
      Quietly.run(top()::shutdownOutput);
      Quietly.run(this::shutdownOutput);
      Quietly.run(this::drain);
    }
    end();
  }

  /** As {@link #hangUp}, when someone else reads what the client still sends. */
  void end() {
    Quietly.run(top()::close);
    Quietly.run(this::close);
  }

  private void drain() throws IOException {
    setSoTimeout(PATIENCE_MS);
    getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** Ends the connection with a TCP RST. */
  void reset() {
    try {
      setSoLinger(true, 0);
    } catch (SocketException alreadyClosed) {
      return;
    }
    Quietly.run(this::close);
  }

  /** Writes bytes that neither HTTP/1.1 nor HTTP/2 can mean, then hangs up. */
  void garble() {
    write(NO_HTTP);
    hangUp();
  }

  /** Writes bytes of which the server library knows nothing. */
  void write(byte[] bytes) {
    Quietly.run(() -> top().getOutputStream().write(bytes));
  }

  /** Writes a status line and header lines until the client has gone. */
  void headersWithoutEnd() {
    byte[] line = ("x-more: " + "m".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    Quietly.run(
        () -> {
          OutputStream out = top().getOutputStream();
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) out.write(line);
        });
    hangUp();
  }

  /** What the client sends and the server library has not read. */
  InputStream input() throws IOException {
    return top().getInputStream();
  }

  private Socket top() {
    SSLSocket layer = tls;
    return layer == null ? this : layer;
  }

  @Override
  public void close() throws IOException {
    onClose.accept(this);
    super.close();
  }
}
