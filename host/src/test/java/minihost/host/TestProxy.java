package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP proxy on this machine, whose way to every origin ends at one port here. It notes what it
 * is asked for, as {@code CONNECT host:port} or {@code GET http://…}.
 */
final class TestProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile String refusal = "";

  TestProxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers every CONNECT with this status line's end, such as {@code 403 Forbidden}. */
  TestProxy refusing(String status) {
    refusal = status;
    return this;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket origin = new Socket("127.0.0.1", target)) {
      open.add(origin);
      String head = head(client.getInputStream());
      if (head.isEmpty()) return;
      String line = head.substring(0, head.indexOf("\r\n"));
      asked.add(line.replace(" HTTP/1.1", ""));
      if (!refusal.isEmpty()) {
        write(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      if (line.startsWith("CONNECT")) write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      else write(origin, head.replaceFirst(" http://[^/]+", " "));
      Thread up = Thread.ofVirtual().start(() -> copy(client, origin));
      copy(origin, client);
      up.join();
    } catch (IOException ended) {
      // either side may go
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) return "";
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private static void write(Socket to, String text) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // either side may go
    }
  }

  int port() {
    return server.getLocalPort();
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
