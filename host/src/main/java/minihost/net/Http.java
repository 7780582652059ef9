package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import minihost.config.HostAndPort;
import minihost.config.HttpDnsSection;
import minihost.config.Setting;
import minihost.dns.HttpDns;
import minihost.dns.Prefetch;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.policy.Target;
import minihost.reason.Explained;
import minihost.tls.TrustStore;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
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

  /**
   * How exchanges find their way.
   *
   * @param prefetch asked for names before the system
   * @param services providers of HttpDNS that a request may name
   * @param proxy the phone's, through which every exchange goes
   */
  public record Ways(
      Prefetch prefetch, HttpDnsSection services, Optional<Setting<HostAndPort>> proxy) {}

  private final Gate gate;
  private final CloudGateway gateway;
  private final HttpRequest.Identity identity;
  private final LongSupplier epochMillis;
  private final Connectivity connectivity;
  private final Redirects redirects;
  private final Ways ways;
  private final HttpClients clients;
  private final WebSockets webSockets;
  private final HttpDns httpDns;
  private final NetworkQuality quality = new NetworkQuality();
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param wiring asked once, at the first exchange, on that thread
   * @param cacheFolder an existing folder for the HTTP cache; asked once, when it is first needed
   */
  public Http(
      Gate gate,
      CloudGateway gateway,
      HttpRequest.Identity identity,
      Supplier<Wiring> wiring,
      Ways ways,
      Supplier<Path> cacheFolder,
      Connectivity connectivity,
      LongSupplier epochMillis) {
    this.gate = gate;
    this.gateway = gateway;
    this.connectivity = connectivity;
    this.identity = identity;
    this.epochMillis = epochMillis;
    redirects = new Redirects(identity.platform());
    this.ways = ways;
    clients = new HttpClients(wiring, ways, cacheFolder);
    webSockets = new WebSockets(clients, identity, gateway, ways, connectivity, epochMillis);
    httpDns = new HttpDns(ways.services, clients::providers, epochMillis);
  }

  /**
   * Begins to look up the host of a call's URL by HttpDNS; none for an address, which needs no
   * look-up, with a proxy, which does it (sockets sheet 7.2), and without a network, where nothing
   * goes out. Returns at once.
   *
   * @param fallback whether local DNS may be used instead
   */
  public HttpDnsUse byHttpDns(Permit<Ask.Http> permit, String serviceId, boolean fallback) {
    return byHttpDns(permit.ask(), serviceId, fallback);
  }

  /** The same for a TCP connection, which falls back to local DNS. */
  public HttpDnsUse tcpByHttpDns(Permit<Ask.Tcp> permit, String serviceId) {
    return byHttpDns(permit.ask(), serviceId, true);
  }

  private HttpDnsUse byHttpDns(Ask ask, String serviceId, boolean fallback) {
    Optional<String> host = Target.parse(ask.url()).filter(t -> !t.isIpLiteral()).map(Target::host);
    boolean wanted = connectivity.isConnected() && ways.proxy.isEmpty() && host.isPresent();
    if (!wanted) return HttpDnsUse.none();
    return HttpDnsUse.of(host.get(), httpDns.lookUp(serviceId, host.get()), fallback);
  }

  /** The way to WebSockets, over the same clients. */
  public WebSockets webSockets() {
    return webSockets;
  }

  /** Forgets addresses: the phone is on another network, or back in foreground. */
  public void forgetNames(boolean newNetwork) {
    httpDns.forget();
    if (newNetwork) ways.prefetch.forget();
  }

  /** Like the longer {@link #send}, with names looked up as ever. */
  public <T> HttpReply<T> send(
      int call,
      Permit<Ask.Http> permit,
      HttpRequest request,
      Receiver<T> receiver,
      Cancellation cancellation)
      throws IOException {
    return send(call, permit, request, HttpDnsUse.none(), receiver, cancellation);
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
      HttpDnsUse names,
      Receiver<T> receiver,
      Cancellation cancellation)
      throws IOException {
    Hop first = new UrlHop(gate, call, permit.ask(), identity);
    return send(first, request, names, receiver, cancellation);
  }

  /**
   * Like {@link #send}, with a container of the cloud. What the gateway says of the caller leaves
   * with no redirect.
   *
   * @param callId what the container is told as this call's name
   */
  public <T> HttpReply<T> callContainer(
      int call,
      Permit<Ask.Container> permit,
      String callId,
      HttpRequest request,
      Receiver<T> receiver,
      Cancellation cancellation)
      throws IOException {
    Hop first = new ContainerHop(gate, call, permit.ask(), gateway, callId, identity);
    return send(first, request, HttpDnsUse.none(), receiver, cancellation);
  }

  private <T> HttpReply<T> send(
      Hop hop,
      HttpRequest request,
      HttpDnsUse names,
      Receiver<T> receiver,
      Cancellation cancellation)
      throws IOException {
    Redirects.Trail trail = Redirects.Trail.START;
    running.add(cancellation);
    try {
      while (true) {
        connectivity.require();
        HttpUrl url = hop.url();
        Stopwatch watch = new Stopwatch(epochMillis, trail, ways.prefetch::knows);
        try (Response answer = answer(hop, request, watch, names, cancellation)) {
          HttpUrl next = request.options().follow() ? redirects.next(answer) : null;
          if (next == null) return read(answer, request, receiver, watch);
          if (hop.isLast()) {
            hop.giveUp(next);
            return handOver(answer, receiver, watch);
          }
          trail = trail.onward(url, next, watch);
          hop = hop.onward(next, answer.header("Location"));
          request = redirects.onward(request, answer.code());
        } catch (IOException e) {
          if (Explained.in(e).isPresent()) throw e;
          throw failed(hop, url, watch, e);
        }
      }
    } finally {
      running.remove(cancellation);
      if (closed) clients.evictIdle(); // it may have become idle after the close
    }
  }

  private IOException failed(Hop hop, HttpUrl url, Stopwatch watch, IOException why) {
    return hop.isOutside() && ways.proxy.isPresent() && !watch.hasReached()
        ? NetFailure.ofProxy(url.toString(), ways.proxy.get(), why)
        : hop.failed(why);
  }

  /**
   * The head of one hop's answer. An address by HttpDNS that leads nowhere gives way to local DNS.
   */
  private Response answer(
      Hop hop, HttpRequest request, Stopwatch watch, HttpDnsUse names, Cancellation cancellation)
      throws IOException {
    HttpUrl url = hop.url();
    OkHttpClient client = clients.of(request.options(), hop.isOutside());
    Request wire = wire(url, hop.headers(request), request, watch);
    Optional<HttpDnsUse.Given> given = names.addresses(url.host(), cancellation);
    if (given.isPresent()) {
      OkHttpClient there = client.newBuilder().dns(given.get()).build();
      try {
        return execute(there.newCall(wire), cancellation);
      } catch (IOException e) {
        if (watch.hasReached() || cancellation.isCancelled()) throw e;
        names.unreachable(new NetFailure.Failed(url.toString(), e));
      } finally {
        names.connected(watch.hasReached(), watch.connects());
      }
    }
    try {
      return execute(client.newCall(wire), cancellation);
    } finally {
      names.connected(false, watch.connects());
    }
  }

  private Response execute(Call exchange, Cancellation cancellation) throws IOException {
    cancellation.onCancel(exchange::cancel);
    if (closed) exchange.cancel();
    return exchange.execute();
  }

  /** One redirect too many, where the program gets it (sheet RDR-2). */
  private <T> HttpReply<T> handOver(Response answer, Receiver<T> receiver, Stopwatch watch)
      throws IOException {
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

  private static Request wire(HttpUrl url, Headers headers, HttpRequest request, Stopwatch watch) {
    return new Request.Builder()
        .url(url)
        .headers(headers)
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
    running.forEach(Cancellation::cancel);
    webSockets.close();
    httpDns.close();
    clients.close();
  }

  /** Connections open now, for the tests' leak check. */
  public int openConnections() {
    return clients.openConnections() + webSockets.openConnections();
  }
}
