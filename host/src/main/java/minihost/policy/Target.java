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

  private static final int LONGEST_LABEL = 63;

  /** Empty when the text has no scheme and host, or a port that is no port. */
  public static Optional<Target> parse(String url) {
    Optional<Target> usual = usual(url);
    return usual.isPresent() ? usual : any(url);
  }

  /**
   * What nearly every URL looks like, {@code scheme://name:port}, in lower case and with nothing
   * that two readers may read differently; read without patterns, which cost more than all the
   * rules. Empty for whatever else {@link #any} may make of it.
   */
  static Optional<Target> usual(String url) {
    int schemeEnd = 0;
    while (schemeEnd < url.length() && isLetter(url.charAt(schemeEnd))) schemeEnd++;
    if (schemeEnd == 0 || !url.startsWith("://", schemeEnd)) return Optional.empty();
    int start = schemeEnd + 3;
    int end = nameEnd(url, start);
    if (end == start) return Optional.empty();
    int port = DomainEntry.NO_PORT;
    int next = end;
    if (next < url.length() && url.charAt(next) == ':') {
      int digits = ++next;
      while (next < url.length() && isDigit(url.charAt(next))) next++;
      if (next == digits || next - digits > 5) return Optional.empty();
      port = Integer.parseInt(url, digits, next, 10);
      if (port == 0 || port > 65_535) return Optional.empty();
    }
    boolean ends = next == url.length() || "/?#".indexOf(url.charAt(next)) >= 0;
    if (!ends) return Optional.empty();
    return Optional.of(
        new Target(url, url.substring(0, schemeEnd), url.substring(start, end), port));
  }

  /** Where a name of non-empty labels ends; {@code start} when there is none. */
  private static int nameEnd(String url, int start) {
    int label = start;
    int i = start;
    for (; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '.') {
        if (i == label || i - label > LONGEST_LABEL) return start;
        label = i + 1;
      } else if (!isLetter(c) && !isDigit(c) && c != '-') break;
    }
    return i == label || i - label > LONGEST_LABEL ? start : i;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Any URL, by the same reading. */
  static Optional<Target> any(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) return Optional.empty();
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) return Optional.empty();
    String host = authority.group(1);
    if (host.startsWith("[")) {
      if (host.indexOf(']') != host.length() - 1) return Optional.empty();
      host = host.substring(1, host.length() - 1);
    }
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
    return host.contains(":") || !endsInWord() && NUMBER.matcher(host).find();
  }

  private boolean endsInWord() {
    int label = host.lastIndexOf('.') + 1;
    return label < host.length() && isLetter(host.charAt(label));
  }

  /** An IPv4 address in a spelling that some resolvers read as another address than others. */
  public boolean isDisputed() {
    return !host.contains(":") && isIpLiteral() && Ipv4.parse(host).isEmpty();
  }
}
