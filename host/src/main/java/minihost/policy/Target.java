package minihost.policy;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.config.DomainEntry;

/**
 * Where a URL points, as the rules see it: the port is the one literally written (sheet DOM-5), so
 * {@code https://h:443} and {@code https://h} differ.
 *
 * @param url as the program wrote it
 * @param scheme lower case
 * @param host lower case, ASCII form; IPv6 literals without brackets
 * @param port the literal port, or {@link DomainEntry#NO_PORT}
 */
public record Target(String url, String scheme, String host, int port) {
  // As browsers and OkHttp read a URL: a backslash ends the authority like a slash does.
  private static final Pattern URL =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):[/\\\\]{2}([^/\\\\?#]*).*", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:.*@)?(\\[[^\\]]*\\]|[^:]*)(?::(\\d*))?", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("(^|\\.)(\\d+|0x[0-9a-f]*)\\.?$");

  /** Empty when the text has no scheme and host, or a port that is no port. */
  public static Optional<Target> parse(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) return Optional.empty();
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) return Optional.empty();
    String host = authority.group(1);
    if (host.startsWith("[")) host = host.substring(1, host.length() - 1);
    if (host.isBlank()) return Optional.empty();
    String digits = authority.group(2);
    int port = digits == null || digits.isEmpty() ? DomainEntry.NO_PORT : number(digits);
    if (port == 0 || port > 65_535) return Optional.empty();
    try {
      String ascii = host.contains(":") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      String scheme = parts.group(1).toLowerCase(Locale.ROOT);
      return Optional.of(new Target(url, scheme, ascii.toLowerCase(Locale.ROOT), port));
    } catch (IllegalArgumentException notAHostName) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return digits.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** {@code https://h:8080}: what an entry of a domain list that admits this looks like. */
  public String entry(String withScheme) {
    return withScheme + "://" + host + (port == DomainEntry.NO_PORT ? "" : ":" + port);
  }

  /**
   * An address in whatever spelling: IPv6, or a last label that is a number, which resolvers take
   * for IPv4 ({@code 0x7f.1}, {@code 2130706433}).
   */
  public boolean isIpLiteral() {
    return host.contains(":") || NUMBER.matcher(host).find();
  }

  /** An IPv4 address in a spelling that some resolvers read as another address than others. */
  public boolean isDisputed() {
    return !host.contains(":") && isIpLiteral() && Ipv4.parse(host).isEmpty();
  }
}
