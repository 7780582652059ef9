package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import minihost.config.DomainEntry;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Target;
import minihost.reason.Explained;
import minihost.reason.Platform;
import minihost.tls.TrustStore;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * HTTP by OkHttp. Redirects are followed here, so that every hop is asked about before it is
 * opened; there is no cookie jar, no cache, no proxy and no library timeout: deadlines are the
 * loop's, and end an exchange by cancelling it.
 */
public final class Http implements AutoCloseable {
  /** What an answer looks like before its body has come. */
  public record Head(int status, Map<String, Object> headers, List<Object> cookies) {}

  /** Where connections go and whom they trust. */
  public record Wiring(ConnectTo routes, TrustStore trust) {}

  private final Gate gate;
  private final HttpRequest.Identity identity;
  private final LongSupplier epochMillis;
  private final Connectivity connectivity;
  private final Redirects redirects;
  private final Supplier<OkHttpClient> client;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile OkHttpClient built;
  private volatile boolean closed;

  /**
   * @param wiring asked once, at the first exchange, on that thread
   */
  public Http(
      Gate gate,
      HttpRequest.Identity identity,
      Supplier<Wiring> wiring,
      Connectivity connectivity,
      LongSupplier epochMillis) {
    this.gate = gate;
    this.connectivity = connectivity;
    this.identity = identity;
    this.epochMillis = epochMillis;
    redirects = new Redirects(identity.platform());
    client = () -> newClient(wiring.get());
  }

  private static OkHttpClient newClient(Wiring wiring) {
    ConnectTo routes = wiring.routes();
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(10, 1, TimeUnit.MINUTES))
            .protocols(List.of(Protocol.HTTP_1_1))
            .proxy(Proxy.NO_PROXY)
            .eventListenerFactory(call -> call.request().tag(Stopwatch.class))
            .addNetworkInterceptor(new AnyStatus())
            .fastFallback(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .dns(routes.dns())
            .socketFactory(routes.sockets());
    return TlsSpecs.apply(builder, wiring.trust()).build();
  }

  private synchronized OkHttpClient client() {
    if (built == null) built = client.get();
    return built;
  }

  /**
   * Makes an exchange and waits for its whole answer. Blocks: call on a virtual thread.
   *
   * @param call the journal's number for it
   * @param head told of the last hop's head before its body is read
   */
  public HttpReply send(
      int call,
      Permit<Ask.Request> permit,
      HttpRequest request,
      Consumer<Head> head,
      Cancellation cancellation)
      throws IOException {
    Ask.Request ask = permit.ask();
    Redirects.Trail trail = Redirects.Trail.START;
    while (true) {
      connectivity.require();
      HttpUrl url = url(ask.url());
      Stopwatch watch = new Stopwatch(epochMillis, trail);
      Call exchange = client().newCall(wire(url, request, watch));
      cancellation.onCancel(exchange::cancel);
      running.add(exchange);
      if (closed) exchange.cancel();
      try (Response answer = exchange.execute()) {
        HttpUrl next = request.follow() ? redirects.next(answer) : null;
        if (next == null) return read(answer, request, head, watch);
        if (ask.hop() == Redirects.MAX_HOPS) return tooMany(answer, next, head, watch);
        trail = trail.onward(url, next, watch);
        ask = gate.require(call, new Ask.Request(next.toString(), ask.hop() + 1)).ask();
        request = redirects.onward(request, answer.code());
      } catch (IOException e) {
        if (Explained.in(e).isPresent()) throw e;
        throw new NetFailure.Failed(ask.url(), e);
      } finally {
        running.remove(exchange);
        if (closed) built.connectionPool().evictAll(); // it may have become idle after the close
      }
    }
  }

  /** Android hands the last hop over, with a text of its own (sheet RDR-2). */
  private HttpReply tooMany(Response answer, HttpUrl next, Consumer<Head> heads, Stopwatch watch)
      throws HttpRefused {
    if (identity.platform() != Platform.ANDROID)
      throw new HttpRefused(
          HttpCode.TOO_MANY_REDIRECTS,
          "",
          "redirected " + Redirects.MAX_HOPS + " times, and then to " + next,
          "end the redirects on the server, or call the final URL");
    Head head = head(answer);
    heads.accept(head);
    String text = "reach the max redirect count " + Redirects.MAX_HOPS;
    return new HttpReply(
        head.status, head.headers, head.cookies, "", text.getBytes(UTF_8), watch.profile());
  }

  private HttpReply read(
      Response answer, HttpRequest request, Consumer<Head> heads, Stopwatch watch)
      throws IOException {
    Head head = head(answer);
    heads.accept(head);
    boolean handedBack = !request.follow() && answer.isRedirect();
    byte[] body = handedBack ? new byte[0] : answer.body().bytes();
    return new HttpReply(
        head.status,
        head.headers,
        head.cookies,
        answer.header("Content-Type", ""),
        ContentDecoding.decode(body, answer.headers("Content-Encoding")),
        watch.profile());
  }

  private Head head(Response answer) {
    return new Head(
        AnyStatus.of(answer),
        joined(redirects.shown(answer)),
        List.copyOf(answer.headers("Set-Cookie")));
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
    RequestBody body = null;
    if (carriesBody(request.method())) body = RequestBody.create(request.body(), null);
    return new Request.Builder()
        .url(url)
        .headers(RequestHeaders.of(request, identity))
        .method(request.method(), body)
        .tag(Stopwatch.class, watch)
        .build();
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
  public synchronized void close() {
    closed = true;
    running.forEach(Call::cancel);
    if (built == null) return;
    built.connectionPool().evictAll();
    built.dispatcher().executorService().shutdown();
  }

  /** Connections open now, for the tests' leak check. */
  public synchronized int openConnections() {
    return built == null ? 0 : built.connectionPool().connectionCount();
  }
}
