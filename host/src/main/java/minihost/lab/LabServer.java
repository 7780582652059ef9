package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** A listening server on a loopback address; hands every request to the log and the responder. */
final class LabServer {
  static final String ADDRESS = "127.0.0.1";

  /** Of longer request bodies only so many bytes are kept, and the length. */
  static final long KEPT_BYTES = 64L << 20;

  private final MockWebServer server = new MockWebServer();
  private final AcceptedSockets sockets = new AcceptedSockets();
  private final RequestLog log;
  private final Responder responder;
  private volatile String origin;
  private Socket reserved;

  private LabServer(RequestLog log, Responder responder) {
    this.log = log;
    this.responder = responder;
    server.setServerSocketFactory(sockets);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
            return receive(recorded);
          }
        });
  }

  /**
   * A server on any free port that speaks TLS.
   *
   * @param keptBytes how much of a request's body is kept
   */
  static LabServer secured(
      String origin, SSLSocketFactory tls, RequestLog log, Responder responder, long keptBytes)
      throws IOException {
    LabServer started = new LabServer(log, responder);
    started.server.setBodyLimit(keptBytes);
    started.origin = origin;
    started.server.useHttps(tls);
    started.server.start(InetAddress.getByName(ADDRESS), 0);
    return started;
  }

  /**
   * A server that speaks plain HTTP; its origin is its address.
   *
   * @param port 0 for any free one
   */
  static LabServer plain(InetAddress address, int port, RequestLog log, Responder responder)
      throws IOException {
    LabServer started = new LabServer(log, responder);
    started.server.setBodyLimit(KEPT_BYTES);
    started.server.start(address, port);
    started.origin = "http://" + address.getHostAddress() + ":" + started.port();
    return started;
  }

  /** None: a port that is taken, so that nobody else listens there, and that refuses everyone. */
  static LabServer refusing(String origin, RequestLog log, Responder responder) throws IOException {
    LabServer nobody = new LabServer(log, responder);
    nobody.origin = origin;
    nobody.reserved = new Socket();
    nobody.reserved.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
    return nobody;
  }

  /** What its requests are logged under. */
  String origin() {
    return origin;
  }

  int port() {
    return reserved == null ? server.getPort() : reserved.getLocalPort();
  }

  AcceptedSockets sockets() {
    return sockets;
  }

  /** Ends every connection and waits for the threads. */
  void close() {
    if (reserved == null) server.close();
    else Quietly.run(reserved::close);
  }

  private MockResponse receive(RecordedRequest recorded) throws InterruptedException {
    server.takeRequest(0, TimeUnit.MILLISECONDS); // keeps the library's own, unbounded log empty
    LabRequest request = requestOf(recorded);
    log.add(request);
    return responder.respond(request, sockets.get(recorded.getConnectionIndex()));
  }

  private LabRequest requestOf(RecordedRequest recorded) {
    boolean h2 = recorded.getVersion().equals("HTTP/2");
    Headers all = recorded.getHeaders();
    List<LabHeader> headers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++)
      if (!all.name(i).startsWith(":")) headers.add(new LabHeader(all.name(i), all.value(i)));
    String host = all.get(h2 ? ":authority" : "host");
    ByteString body = recorded.getBody();
    String url = recorded.getTarget();
    return new LabRequest(
        origin,
        h2 ? LabRequest.H2 : LabRequest.HTTP_1_1,
        recorded.getMethod(),
        url,
        url.split("\\?", 2)[0],
        Map.of(),
        host == null ? "" : host,
        List.copyOf(headers),
        body == null ? new byte[0] : body.toByteArray(),
        recorded.getBodySize(),
        recorded.getConnectionIndex());
  }
}
