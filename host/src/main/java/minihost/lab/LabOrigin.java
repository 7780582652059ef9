package minihost.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import minihost.config.HostMapping;

/** An origin of the mini program's world, played by a server on this machine. Any thread. */
public final class LabOrigin {
  private final Optional<HostMapping> mapping;
  private final LabServer server;
  private final RequestLog log;
  private final Supplier<Optional<String>> missing;

  LabOrigin(
      Optional<HostMapping> mapping,
      LabServer server,
      RequestLog log,
      Supplier<Optional<String>> missing) {
    this.mapping = mapping;
    this.server = server;
    this.log = log;
    this.missing = missing;
  }

  /**
   * {@code https://api.feed.example}, as declared; {@code http://127.0.0.2:828} for a plain one.
   */
  public String url() {
    return server.origin();
  }

  /** What sends connections for this origin here; empty where the URL itself leads here. */
  public Optional<HostMapping> mapping() {
    return mapping;
  }

  /** The TCP port it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * The certificate, as PEM text, that makes this origin good for a client that lists it under
   * {@code trust}; empty where nobody lacks one.
   */
  public Optional<String> missingTrust() {
    return missing.get();
  }

  /** TCP connections accepted since the start or the last {@link Lab#reset}. */
  public int acceptedConnections() {
    return server.sockets().count();
  }

  /** The requests it received, oldest first. */
  public List<LabRequest> requests() {
    return log.all().stream().filter(r -> r.origin().equals(url())).toList();
  }

  void forget() {
    server.sockets().forget();
  }

  void close() {
    server.close();
  }
}
