package minihost.config;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads one entry of a domain list by the rules of the admin console (sheet DOM-2, DOM-3, DOM-8,
 * DOM-10, DOM-12) and names every rule it breaks.
 */
final class EntryReader {
  private static final String WEIXIN_API = "api.weixin.qq.com";

  private final Problems problems;
  private final String scheme;
  private final String prefix;

  /**
   * @param scheme the only one allowed; empty when entries are bare names
   */
  EntryReader(String scheme, Problems problems) {
    this.scheme = scheme;
    this.prefix = scheme.isEmpty() ? "" : scheme + "://";
    this.problems = problems;
  }

  /** An example of a legal entry. */
  String example() {
    return prefix + (scheme.equals("wss") ? "ws" : "api") + ".example.com";
  }

  /** The entry, unless a rule is broken. */
  Optional<DomainEntry> read(Json.Text item) {
    Parts parts = Parts.of(item.value());
    boolean ok = scheme(item, parts);
    ok &= parts.user.isEmpty() || broken(ConfigCode.USER_IN_ENTRY, item, fixed(parts));
    ok &= parts.tail.isEmpty() || broken(ConfigCode.PATH_IN_ENTRY, item, fixed(parts));
    ok &= host(item, parts);
    Optional<Integer> port = HostNames.port(parts.port);
    ok &= !parts.hasPort || port.isPresent() || broken(ConfigCode.BAD_PORT, item, ':' + parts.port);
    if (!ok) return Optional.empty();
    String host = parts.host.toLowerCase(Locale.ROOT);
    int literal = port.orElse(DomainEntry.NO_PORT);
    return Optional.of(new DomainEntry(item.value(), scheme, host, literal, item.origin()));
  }

  private boolean scheme(Json.Text item, Parts parts) {
    String written = parts.scheme.toLowerCase(Locale.ROOT);
    if (written.equals(scheme)) return true;
    if (scheme.isEmpty()) return broken(ConfigCode.SCHEME_NOT_WANTED, item, fixed(parts));
    if (written.isEmpty()) return broken(ConfigCode.MISSING_SCHEME, item, fixed(parts));
    return broken(ConfigCode.WRONG_SCHEME, item, scheme, fixed(parts));
  }

  private boolean host(Json.Text item, Parts parts) {
    String host = parts.host;
    if (host.contains("*")) return broken(ConfigCode.WILDCARD_IN_ENTRY, item);
    if (HostNames.looksLikeIp(host)) return broken(ConfigCode.IP_IN_ENTRY, item);
    if (HostNames.isLocalhost(host)) return broken(ConfigCode.LOCALHOST_IN_ENTRY, item);
    if (host.equalsIgnoreCase(WEIXIN_API)) return broken(ConfigCode.WEIXIN_API_HOST, item);
    if (HostNames.isFullName(host)) return true;
    String fix =
        HostNames.punycode(host)
            .map(ascii -> "write " + Fields.quote(prefix + ascii))
            .orElse("write a name such as api.example.com: letters, digits and hyphens, and a dot");
    return broken(ConfigCode.BAD_HOST, item, Fields.quote(host), fix);
  }

  private static boolean isListable(String host) {
    return HostNames.isFullName(host)
        && !HostNames.isLocalhost(host)
        && !host.equalsIgnoreCase(WEIXIN_API);
  }

  private boolean broken(ConfigCode code, Json.Text item, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = item.origin().key();
    args[1] = item.shown();
    System.arraycopy(more, 0, args, 2, more.length);
    problems.problem(code, item.origin(), args);
    return false;
  }

  /** The entry as it should be; an example when its host can be in no list. */
  private String fixed(Parts parts) {
    if (!isListable(parts.host)) return example();
    return prefix + parts.host + (parts.hasPort ? ":" + parts.port : "");
  }

  /** An entry taken apart without judging it. */
  private record Parts(
      String scheme, String user, String host, boolean hasPort, String port, String tail) {
    static Parts of(String text) {
      int colon = text.indexOf("://");
      String scheme = colon < 0 ? "" : text.substring(0, colon);
      String rest = colon < 0 ? text : text.substring(colon + 3);
      int end = 0;
      while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) end++;
      String authority = rest.substring(0, end);
      int at = authority.lastIndexOf('@');
      String user = at < 0 ? "" : authority.substring(0, at + 1);
      String hostPort = authority.substring(at + 1);
      int port = hostPort.lastIndexOf(':');
      if (port <= hostPort.lastIndexOf(']')) port = -1;
      boolean bareIpv6 = !hostPort.startsWith("[") && hostPort.indexOf(':') != port;
      if (port < 0 || bareIpv6)
        return new Parts(scheme, user, hostPort, false, "", rest.substring(end));
      return new Parts(
          scheme,
          user,
          hostPort.substring(0, port),
          true,
          hostPort.substring(port + 1),
          rest.substring(end));
    }
  }
}
