package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket server that misbehaves in the one way it is told, by plain {@code ws}. */
final class RawSocketServer implements AutoCloseable {
  /** What it does. */
  enum Way {
    /** It never answers the handshake. */
    SILENT,
    /** It agrees, and answers nothing else. */
    MUTE,
    /** It agrees, and breaks off at the first frame. */
    DROPS,
    /** It agrees, and says its frames. */
    SPEAKS,
    /** It agrees, and says its frames {@value #FLOOD} times. */
    FLOODS,
    /** It agrees to compress though nobody has offered it. */
    COMPRESSES
  }

  static final int FLOOD = 64;

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final Thread thread;
  private final BlockingQueue<String> closes = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();
  private final AtomicInteger said = new AtomicInteger();

  /**
   * @param frames in hex
   */
  RawSocketServer(Way way, String frames) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread = Thread.ofVirtual().start(() -> serve(way, HexFormat.of().parseHex(frames)));
  }

  private void serve(Way way, byte[] frames) {
    while (true) {
      try (Socket client = server.accept()) {
        serve(client, way, frames);
      } catch (IOException ended) {
        if (server.isClosed()) return;
      }
    }
  }

  private void serve(Socket client, Way way, byte[] frames) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1), 1);
    String key = "";
    StringBuilder head = new StringBuilder();
    for (String line; (line = in.readLine()) != null && !line.isEmpty(); head.append(line + "\n"))
      if (line.startsWith("Sec-WebSocket-Key: ")) key = line.substring(19);
    handshakes.add(head.toString());
    if (way != Way.SILENT) {
      String more = way == Way.COMPRESSES ? "Sec-WebSocket-Extensions: permessage-deflate\r\n" : "";
      String agreed =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + more
              + ("Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
      client.getOutputStream().write(agreed.getBytes(ISO_8859_1));
      for (int left = way == Way.FLOODS ? FLOOD : 1; left > 0; left--) {
        client.getOutputStream().write(frames);
        said.incrementAndGet();
      }
    }
    int first = in.read();
    if (way == Way.DROPS) return;
    if (first == 0x88) closes.add(closeCode(in));
    while (in.read() >= 0) Thread.onSpinWait(); // until the client breaks off
  }

  private static String closeCode(BufferedReader in) throws IOException {
    int length = in.read() & 0x7f;
    int[] mask = {in.read(), in.read(), in.read(), in.read()};
    StringBuilder text = new StringBuilder();
    int code = 0;
    for (int i = 0; i < length; i++) {
      int octet = in.read() ^ mask[i % 4];
      if (i < 2) code = code << 8 | octet;
      else text.append((char) octet);
    }
    return (code + " " + text).strip();
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often its frames have left it. */
  int said() {
    return said.get();
  }

  /** The next close of a client, code and reason, that came before anything else. */
  String nextClose() throws InterruptedException {
    return closes.poll(20, TimeUnit.SECONDS);
  }

  /** Waits for a client's handshake: its lines. */
  String nextHandshake() throws InterruptedException {
    return handshakes.poll(20, TimeUnit.SECONDS);
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
