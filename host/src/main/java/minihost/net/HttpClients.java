package minihost.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import minihost.config.HostAndPort;
import minihost.config.Setting;
import minihost.dns.Transport;
import okhttp3.Cache;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * OkHttp's clients of a run, one for each way of making an exchange, built when first needed. They
 * share one pool, where connections of different ways are kept apart by protocols and name lookup.
 * There is no cookie jar, and no library timeout: deadlines are the loop's.
 */
final class HttpClients implements AutoCloseable {
  private static final long CACHE_BYTES = 50L << 20;

  /** One for each call that may run: opening one anew costs more than all the rest of a call. */
  private static final int IDLE_CONNECTIONS = 30;

  private final Supplier<Http.Wiring> wiring;
  private final Http.Ways ways;
  private final Connectivity connectivity;
  private final Supplier<Path> cacheFolder;
  private final ConnectionPool pool = new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES);
  private final Map<Way, OkHttpClient> clients = new HashMap<>();
  private Http.Wiring wired;
  private OkHttpClient plain;
  private Transport providers;
  private Cache cache;
  private boolean closed;

  private record Way(boolean http2, boolean cached, Optional<HostAndPort> proxy) {}

  /**
   * @param wiring asked once, at the first exchange, on that thread
   * @param cacheFolder where the HTTP cache is kept; asked once, at the first exchange that uses it
   */
  HttpClients(
      Supplier<Http.Wiring> wiring,
      Http.Ways ways,
      Connectivity connectivity,
      Supplier<Path> cacheFolder) {
    this.connectivity = connectivity;
    this.wiring = wiring;
    this.ways = ways;
    this.cacheFolder = cacheFolder;
  }

  /** The phone's proxy; its name is resolved at each connect, as any other. */
  private static Proxy proxy(HostAndPort at) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(at.host(), at.port()));
  }

  private List<InetAddress> looked(String name) throws UnknownHostException {
    Optional<List<InetAddress>> early = ways.prefetch().addresses(name);
    return early.isPresent() ? early.get() : Dns.SYSTEM.lookup(name);
  }

  /** The way to HttpDNS providers. Blocks while the first client is built. */
  synchronized Transport providers() {
    if (providers == null) providers = new ProviderHttp(plain());
    return providers;
  }

  private OkHttpClient plain() {
    if (plain == null) {
      wired = wiring.get();
      plain = plain(wired);
    }
    return plain;
  }

  /**
   * What one WebSocket is made with: its connection is like no other's, for its moments are taken.
   * Blocks while the first client is built.
   *
   * @param proxied whether it goes through the phone's proxy, if there is one
   */
  synchronized OkHttpClient.Builder socket(boolean proxied, SocketTimes times, boolean noDelay) {
    Optional<HostAndPort> proxy =
        proxied ? connectivity.proxy().map(Setting::value) : Optional.empty();
    OkHttpClient like = of(new HttpRequest.Options(false, false, false), proxy);
    return times
        .taken(like)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
        .socketFactory(
            wired
                .routes()
                .sockets(connectivity.shaping(), socket -> times.connecting(socket, noDelay)));
  }

  /**
   * Blocks while the first one is built.
   *
   * @param proxy through which it goes
   */
  synchronized OkHttpClient of(HttpRequest.Options options, Optional<HostAndPort> proxy) {
    Way way = new Way(options.http2(), options.cached(), proxy);
    return clients.computeIfAbsent(way, this::build);
  }

  private OkHttpClient build(Way way) {
    OkHttpClient.Builder builder = plain().newBuilder();
    way.proxy.ifPresent(p -> builder.proxy(proxy(p)));
    if (way.http2) builder.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    if (way.cached && !closed) builder.cache(cache());
    return builder.build();
  }

  private OkHttpClient plain(Http.Wiring wiring) {
    ConnectTo routes = wiring.routes();
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectionPool(pool)
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
            .dns(routes.dns(this::looked))
            .socketFactory(routes.sockets(connectivity.shaping()));
    return TlsSpecs.apply(builder, wiring.trust()).build();
  }

  private Cache cache() {
    if (cache == null) cache = new Cache(cacheFolder.get().toFile(), CACHE_BYTES);
    return cache;
  }

  /** Closes connections that nothing uses. */
  void evictIdle() {
    pool.evictAll();
  }

  int openConnections() {
    return pool.connectionCount();
  }

  @Override
  public synchronized void close() {
    closed = true;
    pool.evictAll();
    if (plain != null) plain.dispatcher().executorService().shutdown();
    try {
      if (cache != null) cache.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
