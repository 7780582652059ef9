package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import minihost.config.DomainEntry;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Target;
import minihost.reason.Explained;
import minihost.reason.Platform;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * HTTP by OkHttp. Redirects are followed here, so that every hop is asked about before it is
 * opened; an exchange that must end is cancelled.
 */
public final class Http implements AutoCloseable {
  /** Where connections go and whom they trust. */
  public record Wiring(ConnectTo routes, TrustStore trust) {}

  private final Gate gate;
  private final HttpRequest.Identity identity;
  private final LongSupplier epochMillis;
  private final Connectivity connectivity;
  private final Redirects redirects;
  private final HttpClients clients;
  private final NetworkQuality quality = new NetworkQuality();
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param wiring asked once, at the first exchange, on that thread
   * @param cacheFolder an existing folder for the HTTP cache; asked once, when it is first needed
   */
  public Http(
      Gate gate,
      HttpRequest.Identity identity,
      Supplier<Wiring> wiring,
      Supplier<Path> cacheFolder,
      Connectivity connectivity,
      LongSupplier epochMillis) {
    this.gate = gate;
    this.connectivity = connectivity;
    this.identity = identity;
    this.epochMillis = epochMillis;
    redirects = new Redirects(identity.platform());
    clients = new HttpClients(wiring, cacheFolder);
  }

  /**
   * Makes an exchange and waits for its whole answer. Blocks: call on a virtual thread.
   *
   * @param call the journal's number for it
   */
  public <T> HttpReply<T> send(
      int call,
      Permit<Ask.Http> permit,
      HttpRequest request,
      Receiver<T> receiver,
      Cancellation cancellation)
      throws IOException {
    Ask.Http ask = permit.ask();
    Redirects.Trail trail = Redirects.Trail.START;
    while (true) {
      connectivity.require();
      HttpUrl url = url(ask.url());
      Stopwatch watch = new Stopwatch(epochMillis, trail);
      Call exchange = clients.of(request.options()).newCall(wire(url, request, watch));
      cancellation.onCancel(exchange::cancel);
      running.add(exchange);
      if (closed) exchange.cancel();
      try (Response answer = exchange.execute()) {
        HttpUrl next = request.options().follow() ? redirects.next(answer) : null;
        if (next == null) return read(answer, request, receiver, watch);
        if (ask.hop() == Redirects.MAX_HOPS) return tooMany(answer, next, receiver, watch);
        trail = trail.onward(url, next, watch);
        ask = gate.require(call, ask.redirectedTo(next.toString())).ask();
        request = redirects.onward(request, answer.code());
      } catch (IOException e) {
        if (Explained.in(e).isPresent()) throw e;
        throw new NetFailure.Failed(ask.url(), e);
      } finally {
        running.remove(exchange);
        if (closed) clients.evictIdle(); // it may have become idle after the close
      }
    }
  }

  /** Android hands the last hop over, with a text of its own (sheet RDR-2). */
  private <T> HttpReply<T> tooMany(
      Response answer, HttpUrl next, Receiver<T> receiver, Stopwatch watch) throws IOException {
    if (identity.platform() != Platform.ANDROID)
      throw new HttpRefused(
          HttpCode.TOO_MANY_REDIRECTS,
          "",
          "redirected " + Redirects.MAX_HOPS + " times, and then to " + next,
          "end the redirects on the server, or call the final URL");
    byte[] text = ("reach the max redirect count " + Redirects.MAX_HOPS).getBytes(UTF_8);
    return deliver(head(answer, "", text.length), new ByteArrayInputStream(text), receiver, watch);
  }

  private <T> HttpReply<T> read(
      Response answer, HttpRequest request, Receiver<T> receiver, Stopwatch watch)
      throws IOException {
    String type = answer.header("Content-Type", "");
    boolean handedBack = !request.options().follow() && answer.isRedirect();
    if (handedBack)
      return deliver(head(answer, type, 0), InputStream.nullInputStream(), receiver, watch);
    List<String> encodings = answer.headers("Content-Encoding");
    long length =
        ContentDecoding.isEncoded(encodings) ? HttpHead.UNKNOWN : answer.body().contentLength();
    InputStream body = ContentDecoding.decoded(answer.body().byteStream(), encodings);
    try (body) {
      return deliver(head(answer, type, length), body, receiver, watch);
    }
  }

  private <T> HttpReply<T> deliver(
      HttpHead head, InputStream body, Receiver<T> receiver, Stopwatch watch) throws IOException {
    receiver.head(head);
    T taken = receiver.body(head, body);
    return new HttpReply<>(head, taken, quality.seen(watch.profile()));
  }

  private HttpHead head(Response answer, String contentType, long contentLength) {
    return new HttpHead(
        AnyStatus.of(answer),
        joined(redirects.shown(answer)),
        List.copyOf(answer.headers("Set-Cookie")),
        contentType,
        contentLength);
  }

  private static Map<String, Object> joined(Headers headers) {
    Map<String, Object> joined = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++)
      joined.merge(headers.name(i), headers.value(i), (a, b) -> a + "," + b);
    return joined;
  }

  /**
   * The URL as OkHttp reads it, which must be as the policy read it: what is judged is what is
   * connected to.
   */
  private static HttpUrl url(String text) throws HttpRefused {
    HttpUrl url = HttpUrl.parse(text);
    Target judged = Target.parse(text).orElse(null);
    boolean same =
        url != null
            && judged != null
            && !judged.isDisputed()
            && url.scheme().equals(judged.scheme())
            && url.host().equals(judged.host())
            && url.port()
                == (judged.port() == DomainEntry.NO_PORT
                    ? HttpUrl.defaultPort(url.scheme())
                    : judged.port());
    if (same) return url;
    throw new HttpRefused(
        HttpCode.INVALID_URL, text, "\"" + text + "\" is no http(s) URL", "correct the URL");
  }

  private Request wire(HttpUrl url, HttpRequest request, Stopwatch watch) throws HttpRefused {
    return new Request.Builder()
        .url(url)
        .headers(RequestHeaders.of(request, identity))
        .method(request.method(), carriesBody(request.method()) ? wire(request.body()) : null)
        .tag(Stopwatch.class, watch)
        .build();
  }

  private static RequestBody wire(HttpBody body) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return null;
      }

      @Override
      public long contentLength() {
        return body.length();
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink.outputStream());
      }
    };
  }

  /** Methods that carry a body (sheet REQ-11); one given with another method is dropped. */
  private static boolean carriesBody(String method) {
    return switch (method) {
      case "POST", "PUT", "DELETE", "PATCH" -> true;
      default -> false;
    };
  }

  /** Ends every exchange and closes every connection. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Call::cancel);
    clients.close();
  }

  /** Connections open now, for the tests' leak check. */
  public int openConnections() {
    return clients.openConnections();
  }
}
