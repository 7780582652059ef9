package minihost.net;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;
import minihost.reason.Platform;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Makes WebSockets by OkHttp (sockets sheet 1.5, 1.9). Any thread; nothing here blocks. */
public final class WebSockets {
  /**
   * What a program says of a handshake.
   *
   * @param headers as the program gave them
   * @param protocols for Sec-WebSocket-Protocol, in its order
   * @param deflate whether permessage-deflate is offered
   * @param noDelay whether TCP_NODELAY is set
   */
  public record Handshake(
      List<Map.Entry<String, String>> headers,
      List<String> protocols,
      boolean deflate,
      boolean noDelay) {}

  /** Where a socket leads, found out off the JS thread. */
  @FunctionalInterface
  interface Where {
    HttpUrl url() throws IOException;
  }

  /**
   * What all sockets of a run share.
   *
   * @param open those that have, or try to have, a connection
   */
  record Common(
      HttpClients clients,
      Http.Ways ways,
      Connectivity connectivity,
      LongSupplier epochMillis,
      Set<WireSocket> open) {}

  private final Common common;
  private final HttpRequest.Identity identity;
  private final CloudGateway gateway;

  WebSockets(
      HttpClients clients,
      HttpRequest.Identity identity,
      CloudGateway gateway,
      Http.Ways ways,
      Connectivity connectivity,
      LongSupplier epochMillis) {
    common = new Common(clients, ways, connectivity, epochMillis, ConcurrentHashMap.newKeySet());
    this.identity = identity;
    this.gateway = gateway;
  }

  /**
   * Whether a handshake can be sent at all.
   *
   * @throws IOException if a header or protocol would break the line, or is no name
   */
  public void check(Handshake handshake) throws IOException {
    headers(handshake);
  }

  private Headers.Builder headers(Handshake handshake) throws HttpRefused {
    return RequestHeaders.ofHandshake(handshake.headers, handshake.protocols, identity);
  }

  /**
   * A socket to where the policy admits it; it opens later. The system's proxy is for {@code wss}
   * alone.
   *
   * @throws IOException if the URL, or a header, cannot be sent
   */
  public WireSocket to(Permit<Ask.Socket> permit, Handshake handshake) throws IOException {
    HttpUrl url = JudgedUrl.of(permit.ask().url());
    Headers.Builder headers = headers(handshake).set("Referer", identity.referer());
    if (identity.platform() == Platform.ANDROID) headers.set("origin", origin(url));
    return new WireSocket(common, () -> url, headers.build(), handshake, url.isHttps());
  }

  /** Like {@link #to}, with a container of the cloud, by WeChat's own line. */
  public WireSocket toContainer(Permit<Ask.Container> permit, String callId, Handshake handshake)
      throws IOException {
    Headers.Builder headers = headers(handshake);
    gateway.sign(headers, permit.ask(), callId);
    return new WireSocket(
        common, () -> ContainerHop.url(permit.ask(), gateway), headers.build(), handshake, false);
  }

  int openConnections() {
    return common.open.size();
  }

  /** Breaks every connection off. */
  void close() {
    common.open.forEach(WireSocket::cancel);
  }

  private static String origin(HttpUrl url) {
    String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + port;
  }
}
