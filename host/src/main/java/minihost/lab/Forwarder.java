package minihost.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import minihost.config.HostMapping;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;

/**
 * Passes requests on to a plain-HTTP backend and streams its responses back. The backend sees the
 * method, target, Host, headers and body the client sent; redirects are the client's business. A
 * WebSocket has a {@link Tunnel}.
 */
final class Forwarder implements Responder {
  /** RFC 9110, 7.6.1, and what the client library writes itself. */
  private static final Set<String> PER_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length");

  private static final Set<String> NEED_A_BODY = Set.of("POST", "PUT", "PATCH");
  private static final int PIECE = 8_192;

  /** Its answers wait for nothing but the backend. */
  private static final Waits NO_WAITS = new Waits(new CompletableFuture<>());

  private final HostMapping target;
  private final Consumer<LabEvent> listener;
  private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
  private final Set<Tunnel> tunnels = ConcurrentHashMap.newKeySet();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .proxy(Proxy.NO_PROXY)
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .addNetworkInterceptor(chain -> chain.proceed(withoutAdditions(chain.request())))
          .build();

  Forwarder(HostMapping target, Consumer<LabEvent> listener) {
    this.target = target;
    this.listener = listener;
  }

  @Override
  public MockResponse respond(LabRequest request, LabSocket socket) throws InterruptedException {
    if (request.isHandshake()) return tunnel(request, socket);
    try {
      Call call = client.newCall(outgoing(request));
      underWay.add(call);
      Response response = call.execute();
      listener.accept(new LabEvent.Served(request, String.valueOf(response.code())));
      boolean empty = request.method().equals("HEAD") || response.body().contentLength() == 0;
      if (empty) finish(call, response);
      return new Wire(request, socket, NO_WAITS)
          .whole(
              Wire.head(response.code(), headersOf(response)),
              response.code(),
              length(request, response),
              empty ? sink -> {} : sink -> pump(call, response, sink));
    } catch (IOException | IllegalArgumentException e) {
      return unanswered(request, socket, e);
    }
  }

  private MockResponse unanswered(LabRequest request, LabSocket socket, Exception e) {
    String text = "the plain-HTTP backend %s (%s) did not answer: %s";
    Answer answer = Answer.text(text.formatted(base(), target.origin(), e)).status(502);
    listener.accept(new LabEvent.Served(request, answer.outcome()));
    return new Wire(request, socket, NO_WAITS).whole(answer);
  }

  /** Lasts as long as the WebSocket. */
  private MockResponse tunnel(LabRequest request, LabSocket socket) throws InterruptedException {
    Tunnel tunnel = new Tunnel(socket);
    tunnels.add(tunnel);
    try (tunnel) {
      InetSocketAddress to = new InetSocketAddress(target.targetHost(), target.targetPort());
      byte[] line = tunnel.open(to, request);
      listener.accept(new LabEvent.Served(request, Tunnel.status(line)));
      tunnel.run(line);
      return new Wire(request, socket, NO_WAITS).gone();
    } catch (IOException e) {
      return unanswered(request, socket, e);
    } finally {
      tunnels.remove(tunnel);
    }
  }

  /** Of a HEAD's answer what GET would have; the client library says 0 there. */
  private static long length(LabRequest request, Response response) {
    if (!request.method().equals("HEAD")) return response.body().contentLength();
    String announced = response.header("Content-Length", "");
    return announced.matches("\\d{1,18}") ? Long.parseLong(announced) : WireBody.UNKNOWN;
  }

  /** Breaks off what is under way. */
  void close() {
    underWay.forEach(Call::cancel);
    tunnels.forEach(Tunnel::close);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private String base() {
    String host = target.targetHost();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + target.targetPort();
  }

  private Request outgoing(LabRequest request) {
    Headers.Builder headers = new Headers.Builder();
    for (LabHeader h : request.headers())
      if (forwarded(h.name())) headers.addUnsafeNonAscii(h.name(), h.value());
    headers.set("Host", request.host());
    boolean body = request.body().length > 0 || NEED_A_BODY.contains(request.method());
    return new Request.Builder()
        .url(base() + request.url())
        .headers(headers.build())
        .method(request.method(), body ? RequestBody.create(request.body(), null) : null)
        .tag(LabRequest.class, request)
        .build();
  }

  /** Takes back what the client library adds of its own accord. */
  private static Request withoutAdditions(Request request) {
    LabRequest received = request.tag(LabRequest.class);
    Request.Builder builder = request.newBuilder();
    for (String name : List.of("Accept-Encoding", "User-Agent"))
      if (received.header(name).isEmpty()) builder.removeHeader(name);
    return builder.build();
  }

  private static List<LabHeader> headersOf(Response response) {
    List<LabHeader> headers = new ArrayList<>();
    for (int i = 0; i < response.headers().size(); i++) {
      LabHeader h = new LabHeader(response.headers().name(i), response.headers().value(i));
      if (forwarded(h.name())) headers.add(h);
    }
    return headers;
  }

  private static boolean forwarded(String name) {
    return !PER_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Flushes whatever the backend has sent so far, so that a slow stream arrives as a stream. */
  private void pump(Call call, Response response, BufferedSink sink) throws IOException {
    try {
      Buffer piece = new Buffer();
      while (response.body().source().read(piece, PIECE) >= 0) {
        sink.write(piece, piece.size());
        sink.flush();
      }
    } finally {
      finish(call, response);
    }
  }

  private void finish(Call call, Response response) {
    underWay.remove(call);
    response.close();
  }
}
