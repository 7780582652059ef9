package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** A server on this machine whose answer a test writes itself, when and as it likes. */
final class PieceByPiece implements AutoCloseable {
  private final ServerSocket server;
  private Socket client;

  PieceByPiece() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    server.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
  }

  int port() {
    return server.getLocalPort();
  }

  /** Waits for a request; its head. */
  String awaitRequest() throws IOException {
    if (client == null) client = server.accept();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) head.append((char) client.getInputStream().read());
    return head.toString();
  }

  PieceByPiece chunkedHead() throws IOException {
    return write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
  }

  PieceByPiece chunk(byte... data) throws IOException {
    write((Integer.toHexString(data.length) + "\r\n").getBytes(ISO_8859_1)).write(data);
    return write("\r\n".getBytes(ISO_8859_1));
  }

  PieceByPiece lastChunk() throws IOException {
    return write("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  PieceByPiece write(byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
    return this;
  }

  /** Whether the client has ended the connection; waits for it. */
  boolean clientHasGone() throws IOException {
    client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
    try {
      return client.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    if (client != null) client.close();
    server.close();
  }
}
