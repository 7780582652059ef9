package minihost.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on this machine that says the same bytes to whoever has said something. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final Thread thread;

  RawServer(byte... says) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread = Thread.ofVirtual().start(() -> serve(says));
  }

  private void serve(byte[] says) {
    while (true) {
      try (Socket client = server.accept()) {
        client.getInputStream().readNBytes(1);
        client.getOutputStream().write(says);
        client.shutdownOutput();
        client.getInputStream().readAllBytes(); // else what is unread resets the connection
      } catch (IOException ended) {
        if (server.isClosed()) return;
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
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
