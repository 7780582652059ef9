package minihost.host;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import minihost.config.ConfigProblems;
import minihost.config.HostMapping;
import minihost.config.Settings;
import minihost.lab.Lab;
import minihost.lab.LabEvent;
import minihost.lab.LabOrigin;
import minihost.net.ConnectTo;
import minihost.net.Http;
import minihost.tls.TrustStore;

/**
 * Where a run's connections end and whom they trust: the lab it declares, the mappings of {@code
 * hosts}, and the machine's own network for the rest.
 */
final class Backend implements AutoCloseable {
  private static final int HTTP_PORT = 80;

  private final Settings settings;
  private final Lab lab;
  private final boolean ownsLab;
  private final String containers;

  private Backend(Settings settings, Lab lab, boolean ownsLab) throws IOException {
    this.settings = settings;
    this.lab = lab;
    this.ownsLab = ownsLab;
    containers = settings.cloud().usesLab() ? lab.plainHttp("127.0.0.1", 0).url() : "";
  }

  /**
   * Starts what the settings ask for.
   *
   * @param given a lab that runs already, which stays the giver's to close
   */
  static Backend start(Settings settings, Optional<Lab> given, Consumer<LabEvent> listener)
      throws ConfigProblems, IOException, InterruptedException {
    if (given.isPresent() || !isNeeded(settings)) return of(settings, given.orElse(null), false);
    return of(settings, Lab.start(settings.lab(), settings.folder(), listener), true);
  }

  private static Backend of(Settings settings, Lab lab, boolean ownsLab) throws IOException {
    try {
      return new Backend(settings, lab, ownsLab);
    } catch (IOException e) {
      if (ownsLab) lab.close();
      throw e;
    }
  }

  /**
   * The same lab by other settings; it stays this one's to close.
   *
   * @throws IOException also if they need a lab, and there is none
   */
  Backend with(Settings other) throws IOException {
    if (lab == null && isNeeded(other))
      throw new IOException("hosts or cloud need the lab, which this run began without");
    return new Backend(other, lab, false);
  }

  private static boolean isNeeded(Settings settings) {
    return !settings.lab().isEmpty()
        || settings.cloud().usesLab()
        || settings.hosts().stream().anyMatch(HostMapping::plainHttp);
  }

  Optional<Lab> lab() {
    return Optional.ofNullable(lab);
  }

  /** Where the lab plays containers of the cloud, {@code http://host:port}. */
  String containers() {
    return containers;
  }

  /** The routes, the lab's first, and the trust; reads trust files, so it takes a while. */
  Http.Wiring wiring() throws IOException {
    List<ConnectTo.Route> routes = new ArrayList<>();
    if (lab != null)
      for (HostMapping mapping : lab.hosts()) if (!isOverruled(mapping)) routes.add(route(mapping));
    for (HostMapping mapping : settings.hosts()) routes.addAll(routes(mapping));
    if (lab != null && settings.lab().hasProxy()) lab.proxy().knows(settings.hosts());
    return new Http.Wiring(new ConnectTo(routes), trust());
  }

  /** What {@code hosts} says of a place goes before what the lab says of it. */
  private boolean isOverruled(HostMapping ofLab) {
    return settings.hosts().stream()
        .filter(h -> h.host().equals(ofLab.host()))
        .anyMatch(h -> h.port() == HostMapping.ANY_PORT || h.port() == ofLab.port());
  }

  private List<ConnectTo.Route> routes(HostMapping mapping) throws IOException {
    if (!mapping.plainHttp()) return List.of(route(mapping));
    LabOrigin tls = lab.terminator(mapping);
    List<ConnectTo.Route> both = new ArrayList<>();
    tls.mapping().ifPresent(m -> both.add(route(m)));
    if (mapping.port() == HostMapping.ANY_PORT)
      both.add(
          new ConnectTo.Route(
              mapping.host(), HTTP_PORT, mapping.targetHost(), mapping.targetPort()));
    return both;
  }

  private static ConnectTo.Route route(HostMapping m) {
    return new ConnectTo.Route(m.host(), m.port(), m.targetHost(), m.targetPort());
  }

  private TrustStore trust() throws IOException {
    if (!settings.project().urlCheck().value()) return TrustStore.all();
    List<X509Certificate> more = new ArrayList<>();
    for (var pem : settings.trust()) more.addAll(TrustStore.read(pem.value()));
    if (lab != null) more.add(lab.authority());
    return TrustStore.with(more);
  }

  @Override
  public void close() {
    if (ownsLab) lab.close();
  }
}
