package minihost.config;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** What a host may look like, judged by its text alone: nothing is looked up. */
final class HostNames {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private HostNames() {}

  /** A name of RFC 1123 labels; one label is enough. */
  static boolean isName(String host) {
    if (host.isEmpty() || host.length() > MAX_NAME) return false;
    for (String label : host.split("\\.", -1)) if (!isLabel(label)) return false;
    return !looksLikeIp(host);
  }

  /** A name with at least one dot. */
  static boolean isFullName(String host) {
    return host.contains(".") && isName(host);
  }

  private static boolean isLabel(String label) {
    return label.length() <= MAX_LABEL && label.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
  }

  /** An IPv6 literal, or a name whose last label is a number, which URL parsers take for IPv4. */
  static boolean looksLikeIp(String host) {
    if (host.startsWith("[") || host.indexOf(':') >= 0) return true;
    String last = host.substring(host.lastIndexOf('.') + 1);
    return last.matches("[0-9]+|0[xX][0-9A-Fa-f]*");
  }

  static boolean isLocalhost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.equals("localhost") || lower.endsWith(".localhost");
  }

  /** Four decimal bytes. */
  static Optional<int[]> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) return Optional.empty();
    int[] bytes = new int[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}")) return Optional.empty();
      bytes[i] = Integer.parseInt(parts[i]);
      if (bytes[i] > 255) return Optional.empty();
    }
    return Optional.of(bytes);
  }

  /** IPv6 without brackets, as far as its characters tell. */
  static boolean isIpv6(String text) {
    return text.contains(":") && text.matches("[0-9A-Fa-f:]+(:[0-9.]+)?") && colons(text);
  }

  private static boolean colons(String text) {
    long count = text.chars().filter(c -> c == ':').count();
    return count >= 2 && count <= 7 && (count == 7 || text.contains("::"));
  }

  /** 1 to 65535 in plain decimal digits. */
  static Optional<Integer> port(String text) {
    if (!text.matches("[1-9][0-9]{0,4}")) return Optional.empty();
    int port = Integer.parseInt(text);
    return port <= 65535 ? Optional.of(port) : Optional.empty();
  }

  /** The name as DNS knows it, if it is an international one. */
  static Optional<String> punycode(String host) {
    if (host.chars().allMatch(c -> c < 128)) return Optional.empty();
    try {
      return Optional.of(IDN.toASCII(host)).filter(HostNames::isFullName);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
