package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * A plain server on this machine for files too large to be held in memory: it reads whatever it is
 * sent, and answers with as many bytes as it was made for.
 */
final class FileServer implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final ServerSocket server;
  private final Thread thread;
  private final long size;
  private final boolean sayingHowMuch;
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
  private volatile long received;

  /**
   * @param sayingHowMuch with Content-Length; else the body ends with the connection
   */
  FileServer(long size, boolean sayingHowMuch) throws IOException {
    this.size = size;
    this.sayingHowMuch = sayingHowMuch;
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread = Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (true) {
      try (Socket client = server.accept()) {
        InputStream in = new BufferedInputStream(client.getInputStream());
        takeBody(in, bodyLength(in));
        answer(client.getOutputStream());
      } catch (IOException ended) {
        if (server.isClosed()) return;
      }
    }
  }

  /** Reads the head; how long it says the body is. */
  private static long bodyLength(InputStream in) throws IOException {
    long length = 0;
    while (true) {
      StringBuilder line = new StringBuilder();
      for (int c; (c = in.read()) != '\n'; ) {
        if (c < 0) throw new IOException("closed");
        if (c != '\r') line.append((char) c);
      }
      if (line.isEmpty()) return length;
      String[] parts = line.toString().split(": ", 2);
      if (parts[0].equalsIgnoreCase("content-length")) length = Long.parseLong(parts[1]);
    }
  }

  private void takeBody(InputStream in, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long taken = 0;
    while (taken < length) {
      if (isPast(taken, length)) gate.join();
      int n = in.read(buffer, 0, (int) Math.min(BUFFER, length - taken));
      if (n < 0) throw new IOException("closed");
      taken += n;
    }
    received = taken;
  }

  private void answer(OutputStream out) throws IOException {
    String length = sayingHowMuch ? "Content-Length: " + size + "\r\n" : "";
    out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\n" + length + "\r\n").getBytes(ISO_8859_1));
    byte[] buffer = new byte[BUFFER];
    for (long left = size; left > 0; left -= BUFFER) {
      if (isPast(size - left, size)) gate.join();
      out.write(buffer, 0, (int) Math.min(left, BUFFER));
    }
  }

  private static boolean isPast(long done, long total) {
    return done > total / 4 * 3;
  }

  /** Takes and gives three quarters of a body, and the rest once this is done. */
  void holdBack(CompletableFuture<Void> until) {
    gate = until;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Bytes of the last body that was received. */
  long received() {
    return received;
  }

  @Override
  public void close() {
    gate.complete(null);
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
