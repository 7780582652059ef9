package minihost.config;

import java.util.Locale;
import java.util.Optional;

/**
 * A host and perhaps a port; IPv6 in brackets, which are taken off.
 *
 * @param port {@link HostMapping#ANY_PORT} when none is written
 */
public record HostAndPort(String host, int port) {
  public static Optional<HostAndPort> of(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']') && colon >= 0;
    Optional<String> host = host(hasPort ? text.substring(0, colon) : text);
    Optional<Integer> port =
        hasPort ? HostNames.port(text.substring(colon + 1)) : Optional.of(HostMapping.ANY_PORT);
    return host.flatMap(h -> port.map(p -> new HostAndPort(h, p)));
  }

  /** Like {@link #of}, where the port must be written. */
  public static Optional<HostAndPort> withPort(String text) {
    return of(text).filter(to -> to.port != HostMapping.ANY_PORT);
  }

  private static Optional<String> host(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[") && lower.endsWith("]"))
      return Optional.of(lower.substring(1, lower.length() - 1)).filter(HostNames::isIpv6);
    return Optional.of(lower).filter(h -> HostNames.isName(h) || HostNames.ipv4(h).isPresent());
  }

  /** {@code host:port}, {@code [v6]:port}, or the host alone. */
  @Override
  public String toString() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == HostMapping.ANY_PORT ? name : name + ":" + port;
  }
}
