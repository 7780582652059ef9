package minihost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import minihost.config.ConfigProblems;
import minihost.config.HostMapping;
import minihost.config.LabDevice;
import minihost.config.LabHttpDns;
import minihost.config.LabSection;
import minihost.config.LabService;
import minihost.config.OriginFault;
import minihost.config.Setting;
import minihost.reason.Origin;

/**
 * The backend in a box: HTTPS servers for the mini program's own origins, on loopback addresses of
 * this machine, with certificates of an authority made at start. Answers come from routes added
 * here, else from the routes file, else are a 404. Every method may be called from any thread.
 */
public final class Lab implements AutoCloseable {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** Held here, since the logging system forgets settings of loggers nobody holds. */
  private static final List<Logger> LIBRARIES =
      List.of(
          atLeast("mockwebserver3.MockWebServer", Level.OFF),
          // At INFO it tells of every stream that a client of the lab gives up.
          atLeast("okhttp3.OkHttpClient", Level.WARNING));

  private final Authority authority = Authority.ofThisProcess();
  private final Routes overlay = new Routes();
  private final Routes file = new Routes();
  private final RequestLog log = new RequestLog();
  private final List<LabOrigin> origins = new CopyOnWriteArrayList<>();
  private final LabDevices devices = new LabDevices();
  private final List<HttpDnsProvider> providers = new CopyOnWriteArrayList<>();
  private final List<Forwarder> forwarders = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final Consumer<LabEvent> listener;
  private final Responder routed;

  private HttpDnsProvider declared;
  private Optional<RouteFileLoader> loader = Optional.empty();
  private Optional<LabProxy> proxy = Optional.empty();

  private Lab(Consumer<LabEvent> listener) {
    this.listener = listener;
    this.routed = new RouteResponder(overlay, file, closing, listener);
  }

  /**
   * The lab a mini program declares; returns when its routes are loaded and its servers listen.
   *
   * @param folder the mini program's folder, for file names a person knows
   * @param listener told of requests served and failed and of what the routes file prints
   * @throws ConfigProblems everything that is wrong with the routes file
   * @throws IOException if no server can listen on loopback
   */
  public static Lab start(LabSection section, Path folder, Consumer<LabEvent> listener)
      throws ConfigProblems, IOException, InterruptedException {
    Lab lab = new Lab(listener);
    try {
      if (section.routes().isPresent())
        lab.loader = Optional.of(new RouteFileLoader(folder, section.routes().get(), listener));
      if (section.httpdns().isPresent()) lab.httpDns(section.httpdns().get());
      for (Setting<String> origin : section.origins())
        lab.https(origin, section.fault(origin.value()));
      for (Setting<LabDevice> device : section.devices())
        lab.devices.play(device.value(), (a, p) -> lab.plainHttp(a, p).port(), listener);
      if (section.hasProxy()) lab.proxy(section.proxy().value());
      if (lab.loader.isPresent()) lab.loader.get().addTo(lab.file);
      return lab;
    } catch (ConfigProblems | IOException | InterruptedException | RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  /** A lab without a routes file, for these origins: {@code https://host[:port]}. */
  public static Lab start(String... origins) throws IOException {
    List<Setting<String>> declared = Stream.of(origins).map(Setting::builtIn).toList();
    try {
      return start(new LabSection(declared, Optional.empty()), Path.of(""), event -> {});
    } catch (ConfigProblems | InterruptedException onlyOfRoutes) {
      throw new AssertionError(onlyOfRoutes);
    }
  }

  /** Plays one more origin, {@code https://host[:port]}, with the same routes. */
  public LabOrigin https(String origin) throws IOException {
    return https(origin, OriginFault.NONE);
  }

  /** Plays one more origin, with something amiss before any request reaches it. */
  public LabOrigin https(String origin, OriginFault fault) throws IOException {
    return https(Setting.builtIn(origin), fault);
  }

  private LabOrigin https(Setting<String> origin, OriginFault fault) throws IOException {
    URI uri = URI.create(origin.value());
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null)
      throw new IllegalArgumentException(
          origin.value() + " is not of the form https://host[:port]");
    int port = uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return switch (fault) {
      case REFUSED -> silent(origin, host, port, LabServer.ADDRESS);
      case UNKNOWN_NAME -> silent(origin, host, port, "");
      default -> {
        ServerTls tls = authority.serverFor(host, fault);
        LabServer server =
            LabServer.secured(origin.value(), tls, log, routed, LabServer.KEPT_BYTES);
        yield add(mapping(host, port, server.port(), origin.origin()), server, tls::missing);
      }
    };
  }

  private LabOrigin silent(Setting<String> origin, String host, int port, String address)
      throws IOException {
    LabServer nobody = LabServer.refusing(origin.value(), log, routed);
    HostMapping mapping =
        new HostMapping(host, port, address, nobody.port(), false, origin.origin());
    return add(mapping, nobody, Optional::empty);
  }

  /**
   * Plays a plain-HTTP device of the local network, with the same routes.
   *
   * @param address a loopback address such as 127.0.0.2
   * @param port 0 for any free one
   * @throws IllegalArgumentException for an address that other machines could reach
   */
  public LabOrigin plainHttp(String address, int port) throws IOException {
    LabServer server = LabServer.plain(LabDevices.loopback(address), port, log, routed);
    return add(null, server, Optional::empty);
  }

  /** Plays a UDP device of the local network; see {@link #plainHttp} for address and port. */
  public UdpEcho udpEcho(String address, int port) throws IOException {
    return devices.udpEcho(address, port);
  }

  /** Plays a TCP device of the local network; see {@link #plainHttp} for address and port. */
  public TcpEcho tcpEcho(String address, int port) throws IOException {
    return devices.tcpEcho(address, port);
  }

  /**
   * Announces a service by mDNS on the loopback interface; see {@link #plainHttp} for the address.
   *
   * @throws IOException if that interface takes no part in multicast
   */
  public AnnouncedService announce(String address, LabService service) throws IOException {
    return devices.announce(address, service);
  }

  /** The UDP devices, in the order of their start. */
  public List<UdpEcho> udpEchoes() {
    return devices.udp();
  }

  /** The TCP devices, in the order of their start. */
  public List<TcpEcho> tcpEchoes() {
    return devices.tcp();
  }

  /**
   * Plays an HttpDNS provider at this address.
   *
   * @param url {@code http(s)://host[:port]}, as services give it; the host may be an address
   */
  public HttpDnsProvider httpDns(String url) throws IOException {
    return httpDns(Setting.builtIn(url));
  }

  private HttpDnsProvider httpDns(Setting<String> url) throws IOException {
    URI uri = URI.create(url.value());
    String host = uri.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    boolean tls = "https".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    HttpDnsProvider provider = new HttpDnsProvider();
    Responder responder = new RouteResponder(provider.routes(), new Routes(), closing, listener);
    LabServer server =
        tls
            ? LabServer.secured(
                url.value(),
                authority.serverFor(host, OriginFault.NONE),
                provider.log(),
                responder,
                LabServer.KEPT_BYTES)
            : LabServer.plain(
                InetAddress.getByName(LabServer.ADDRESS), 0, provider.log(), responder);
    HostMapping mapping = mapping(host, port, server.port(), url.origin());
    LabOrigin origin = new LabOrigin(Optional.of(mapping), server, provider.log(), Optional::empty);
    origins.add(origin);
    provider.playedBy(origin);
    providers.add(provider);
    return provider;
  }

  /** The HttpDNS provider that minihost.json declares. */
  public Optional<HttpDnsProvider> httpDns() {
    return providers.stream().findFirst();
  }

  private void httpDns(LabHttpDns settings) throws IOException {
    HttpDnsProvider provider =
        httpDns(settings.origin())
            .quotaRemaining(settings.quota().value())
            .trouble(settings.trouble().value())
            .delay(Duration.ofMillis(settings.delayMs().value()));
    settings.records().value().forEach(provider::record);
    settings.customers().forEach(provider::customer);
    declared = provider;
  }

  /**
   * Ends TLS for a mapping to a plain-HTTP backend: the origin returned has the run's own
   * certificate for the mapping's host and forwards every request. Its {@link LabOrigin#mapping}
   * takes the place of this one.
   */
  public LabOrigin terminator(HostMapping plain) throws IOException {
    Forwarder forwarder = new Forwarder(plain, listener);
    forwarders.add(forwarder);
    String port = plain.port() == HostMapping.ANY_PORT ? "" : ":" + plain.port();
    String url = "https://" + plain.host() + port;
    ServerTls tls = authority.serverFor(plain.host(), OriginFault.NONE);
    LabServer server = LabServer.secured(url, tls, log, forwarder, Long.MAX_VALUE);
    return add(
        mapping(plain.host(), plain.port(), server.port(), plain.origin()),
        server,
        Optional::empty);
  }

  private static HostMapping mapping(String host, int port, int actual, Origin origin) {
    return new HostMapping(host, port, LabServer.ADDRESS, actual, false, origin);
  }

  private LabOrigin add(HostMapping mapping, LabServer server, Supplier<Optional<String>> missing) {
    LabOrigin added = new LabOrigin(Optional.ofNullable(mapping), server, log, missing);
    origins.add(added);
    return added;
  }

  /**
   * The forward proxy of this lab, started on any free port when first asked for. It reaches what
   * the lab plays, and what it is told of; nothing else.
   */
  public LabProxy proxy() throws IOException {
    return proxy(0);
  }

  private synchronized LabProxy proxy(int port) throws IOException {
    if (proxy.isEmpty()) proxy = Optional.of(new LabProxy(port, origins));
    return proxy.get();
  }

  /**
   * What sends the connections for every origin here, also those to the addresses that the provider
   * of minihost.json gives for it, and those for devices that could not have their own.
   */
  public List<HostMapping> hosts() {
    List<HostMapping> names = origins.stream().flatMap(o -> o.mapping().stream()).toList();
    List<HostMapping> all = new ArrayList<>(names);
    for (HostMapping name : names)
      if (declared != null)
        for (String address : declared.addressesOf(name.host()))
          all.add(
              new HostMapping(
                  address,
                  name.port(),
                  name.targetHost(),
                  name.targetPort(),
                  false,
                  name.origin()));
    all.addAll(devices.detours());
    return List.copyOf(all);
  }

  /** The run's own certificate authority, which signed every certificate of the lab. */
  public X509Certificate authority() {
    return authority.certificate();
  }

  /** {@link #authority} as PEM text, for a trust file. */
  public String authorityPem() {
    return authority.pem();
  }

  /**
   * Answers a route: {@code GET /articles/:id}, {@code * /path}, {@code GET /*}. The most specific
   * pattern wins; a pattern given before is replaced; the routes file comes second.
   *
   * @throws IllegalArgumentException if the pattern is not of that form
   */
  public Lab on(String pattern, Handler handler) {
    overlay.put(RoutePattern.parse(pattern), handler);
    return this;
  }

  /** Answers a route always the same. */
  public Lab on(String pattern, Answer answer) {
    return on(pattern, request -> answer);
  }

  /** Every request received by any origin, oldest first. */
  public List<LabRequest> requests() {
    return log.all();
  }

  /** The requests received that match a pattern, oldest first. */
  public List<LabRequest> requests(String pattern) {
    return log.matching(RoutePattern.parse(pattern));
  }

  /** Waits for the first request that matches a pattern; one received before counts. */
  public LabRequest awaitRequest(String pattern, Duration timeout)
      throws InterruptedException, TimeoutException {
    return awaitRequests(pattern, 1, timeout).getFirst();
  }

  /** Waits until this many requests match a pattern; those received before count. */
  public List<LabRequest> awaitRequests(String pattern, int count, Duration timeout)
      throws InterruptedException, TimeoutException {
    return log.await(RoutePattern.parse(pattern), count, timeout);
  }

  /** TCP connections accepted by any origin since the start or the last {@link #reset}. */
  public int acceptedConnections() {
    return origins.stream().mapToInt(LabOrigin::acceptedConnections).sum();
  }

  public List<LabOrigin> origins() {
    return List.copyOf(origins);
  }

  /**
   * The origin declared under this URL.
   *
   * @throws IllegalArgumentException if there is none
   */
  public LabOrigin origin(String url) {
    return origins.stream()
        .filter(o -> o.url().equals(url))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the lab does not play " + url));
  }

  /** Forgets requests, counts and the routes added here. What a routes file remembers stays. */
  public void reset() {
    log.clear();
    origins.forEach(LabOrigin::forget);
    providers.forEach(HttpDnsProvider::forget);
    devices.forget();
    proxies().forEach(LabProxy::forget);
    overlay.clear();
  }

  /** Ends every connection, waiting answer and thread of the lab. */
  @Override
  public void close() {
    closing.complete(null);
    loader.ifPresent(RouteFileLoader::close);
    forwarders.forEach(Forwarder::close);
    proxies().forEach(LabProxy::close);
    origins.forEach(LabOrigin::close);
    devices.close();
  }

  private synchronized List<LabProxy> proxies() {
    return proxy.stream().toList();
  }

  private static Logger atLeast(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    return logger;
  }
}
