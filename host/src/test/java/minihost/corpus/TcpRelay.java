package minihost.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Passes one connection on to a port of this machine, and keeps what went each way. */
final class TcpRelay implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final ServerSocket listener = new ServerSocket(0, 1, LOOPBACK);
  private final List<Thread> threads = new ArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  TcpRelay(int port) throws IOException {
    threads.add(Thread.ofVirtual().start(() -> serve(port)));
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What the client has sent so far. */
  byte[] sent() {
    return sent.toByteArray();
  }

  /** What the server has sent so far. */
  byte[] received() {
    return received.toByteArray();
  }

  private void serve(int port) {
    try (Socket client = listener.accept();
        Socket server = new Socket(LOOPBACK, port)) {
      Thread back = Thread.ofVirtual().start(() -> copy(server, client, received));
      copy(client, server, sent);
      back.join();
    } catch (IOException closed) {
      // The test is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[8_192];
    try (to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        kept.write(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    } catch (IOException closed) {
      // Either side may end at any time.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Thread thread : threads) thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
