package minihost.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import minihost.config.Device;
import minihost.config.DomainEntry;
import minihost.config.DomainKind;
import minihost.config.HostAndPort;
import minihost.config.HostMapping;
import minihost.config.Settings;
import minihost.dns.Prefetch;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.loop.Clock;
import minihost.net.Addresses;
import minihost.net.CloudGateway;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.net.HttpRequest;
import minihost.net.LocalNetwork;
import minihost.policy.Facts;
import minihost.policy.Facts.Visibility;
import minihost.policy.Gate;
import minihost.policy.Rulebook;
import minihost.wx.Catalogue;

/** A run's way out: the gate with the facts it decides by, and HTTP behind it. */
final class Network {
  private static final String USER_AGENT = "minihost/0.1.0 MicroMessenger/8.0.50 MiniProgramEnv";

  private final Settings settings;
  private final Clock clock;
  private final Journal journal;
  private final CompletableFuture<Backend> backend;
  private final CompletableFuture<Void> backendWanted = new CompletableFuture<>();
  private final Connectivity connectivity;
  private Rulebook rulebook;
  private final Gate gate;
  private final Prefetch prefetch;
  private final Http http;
  private final Addresses addresses;
  private volatile Visibility visibility = Visibility.FOREGROUND;

  Network(
      Settings settings,
      Clock clock,
      Journal journal,
      RunFolder folder,
      Connectivity connectivity,
      CompletableFuture<Backend> backend) {
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    this.backend = backend;
    this.connectivity = connectivity;
    rulebook = new Rulebook(settings);
    gate = ownGate();
    prefetch = new Prefetch(Network::lookUp, clock::epochMillis);
    http =
        new Http(
            gate,
            gateway(),
            identity(),
            this::wiring,
            new Http.Ways(prefetch, settings.httpdns()),
            () -> folder.sub("http-cache"),
            connectivity,
            clock::epochMillis);
    addresses = new Addresses(this::wiring, prefetch);
  }

  private CloudGateway gateway() {
    return new CloudGateway(
        settings.cloud(),
        settings.project().appid().value(),
        () -> backend().containers(),
        () -> facts().lanNow().get().map(Device.Lan::ip));
  }

  private HttpRequest.Identity identity() {
    String referer =
        "https://servicewechat.com/"
            + settings.project().appid().value()
            + "/"
            + settings.account().refererVersion()
            + "/page-frame.html";
    return new HttpRequest.Identity(referer, USER_AGENT, settings.platform().value());
  }

  /** Waits for the lab: the program starts beside it, and its first call is what needs it. */
  private Http.Wiring wiring() {
    try {
      return backend().wiring();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Backend backend() {
    wantBackend();
    return backend.join();
  }

  /** Done when the lab is needed, or there is time for it: it must not hold up the start. */
  CompletableFuture<Void> backendWanted() {
    return backendWanted;
  }

  void wantBackend() {
    backendWanted.complete(null);
  }

  /** The LAN is looked up anew each time it is asked for: networks change while a program runs. */
  private Facts facts() {
    return new Facts(visibility, () -> LocalNetwork.of(settings.device(), connectivity.type()));
  }

  private static List<InetAddress> lookUp(String name) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(name));
  }

  /**
   * Looks up the names of {@code prefetchdnsdomain}, beside everything else (sheet DOM-12).
   *
   * @param lab the mappings of a lab that runs already
   */
  void prefetch(List<HostMapping> lab) {
    if (!connectivity.isConnected()) return;
    List<String> names =
        settings.domains().list(DomainKind.PREFETCH_DNS).value().stream()
            .map(DomainEntry::host)
            .toList();
    List<String> unmapped = new ArrayList<>();
    for (String name : names)
      elsewhere(name, lab)
          .ifPresentOrElse(to -> prefetched(name, List.of(to), "", 0), () -> unmapped.add(name));
    prefetch.begin(
        unmapped,
        r ->
            prefetched(
                r.name(),
                r.addresses().stream().map(InetAddress::getHostAddress).toList(),
                r.failure(),
                r.tookMs()));
  }

  private void prefetched(String name, List<String> addresses, String failure, long tookMs) {
    journal.record(new Event.NamePrefetched(clock.epochMillis(), name, addresses, failure, tookMs));
  }

  /** Where a name leads without any look-up, in words. */
  private Optional<String> elsewhere(String name, List<HostMapping> lab) {
    Stream<HostMapping> mappings = Stream.concat(lab.stream(), settings.hosts().stream());
    Optional<String> mapped =
        mappings
            .filter(m -> m.host().equals(name))
            .map(m -> new HostAndPort(m.targetHost(), m.targetPort()).toString())
            .findFirst();
    boolean ofLab =
        settings.lab().origins().stream()
            .anyMatch(o -> name.equals(URI.create(o.value()).getHost()));
    return mapped.or(() -> ofLab ? Optional.of("the lab") : Optional.empty());
  }

  void setVisibility(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Other rules and limits from now on. JS thread. */
  void change(Settings settings) {
    rulebook = new Rulebook(settings);
    gate.change(rulebook, settings.limits());
  }

  /** One with lanes of its own, for calls of another thread than the program's. */
  Catalogue.Wire ownWire() {
    return new Catalogue.Wire(ownGate(), http, addresses, connectivity);
  }

  private Gate ownGate() {
    return new Gate(
        rulebook,
        this::facts,
        settings.limits(),
        (call, decision) -> journal.record(new Event.Decided(clock.epochMillis(), call, decision)));
  }

  Journal journal() {
    return journal;
  }

  Catalogue.Wire wire() {
    return new Catalogue.Wire(gate, http, addresses, connectivity);
  }

  Gate gate() {
    return gate;
  }

  Http http() {
    return http;
  }
}
