package minihost.host;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;

/**
 * A server that echoes over WebSockets and takes note. A text {@code close 4001 bye} has it close
 * so, {@code close} without code; the path {@code /refuse} answers 403, {@code /away} redirects.
 */
public final class SocketServer implements AutoCloseable {
  private final HeldCertificate authority =
      new HeldCertificate.Builder().ecdsa256().certificateAuthority(0).build();
  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger requests = new AtomicInteger();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private volatile Headers handshake;
  private volatile String path;
  private volatile Headers more = Headers.EMPTY;
  private volatile String greeting = "";
  private volatile boolean silent;

  /**
   * @param name what its certificate is for; empty for plain {@code ws}
   */
  public SocketServer(String name) throws IOException {
    if (!name.isEmpty()) {
      HeldCertificate leaf =
          new HeldCertificate.Builder()
              .ecdsa256()
              .signedBy(authority)
              .addSubjectAlternativeName(name)
              .build();
      server.useHttps(
          new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  private MockResponse answer(RecordedRequest request) {
    requests.incrementAndGet();
    handshake = request.getHeaders();
    path = request.getTarget();
    if (path.equals("/refuse")) return new MockResponse.Builder().code(403).build();
    if (path.equals("/away"))
      return new MockResponse.Builder().code(302).addHeader("Location", "/").build();
    MockResponse.Builder agreed = new MockResponse.Builder().webSocketUpgrade(new Echo());
    agreed.addHeader("X-Server", "echo");
    more.forEach(h -> agreed.addHeader(h.getFirst(), h.getSecond()));
    return agreed.build();
  }

  /** Adds a header to the answers from now on. */
  public SocketServer answering(String name, String value) {
    more = more.newBuilder().add(name, value).build();
    return this;
  }

  /** Says this text to a client as soon as it is open. */
  public SocketServer greeting(String text) {
    greeting = text;
    return this;
  }

  /** Sends nothing back. */
  public SocketServer silent() {
    silent = true;
    return this;
  }

  String authorityPem() {
    return authority.certificatePem();
  }

  public int port() {
    return server.getPort();
  }

  public int requests() {
    return requests.get();
  }

  /** Of the last handshake, with its query. */
  public String path() {
    return path;
  }

  /** Of the last handshake. */
  public Headers handshake() {
    return handshake;
  }

  /** What the next client does: {@code text x}, {@code bytes hex}, {@code closing 1000 x}. */
  public String next() throws InterruptedException {
    return said.poll(20, TimeUnit.SECONDS);
  }

  /** Gives back the memory of what it has noted. */
  void forget() throws InterruptedException {
    said.clear();
    while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) said.clear();
  }

  private final class Echo extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      if (!greeting.isEmpty()) socket.send(greeting);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      said.add("text " + text);
      String[] words = text.split(" ", 3);
      if (words[0].equals("close")) socket.close(Integer.parseInt(words[1]), words[2]);
      else if (!silent) socket.send(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      said.add("bytes " + bytes.hex());
      if (!silent) socket.send(bytes);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      said.add("closing " + code + " " + reason);
      socket.close(code == 1005 ? 1000 : code, reason);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
