package minihost.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses from texts that a provider sent; nothing is ever looked up. */
final class Literals {
  private static final String IPV4 = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)";

  private Literals() {}

  /** The address of a text, which must be a plain IPv4 or IPv6 literal. */
  static InetAddress address(String text) throws HttpDnsFailure {
    boolean v6 = text.contains(":") && text.matches("[0-9A-Fa-f:.]+");
    if (!v6 && !text.matches("(?:" + IPV4 + "){4}")) throw noAddress(text);
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw noAddress(text);
    }
  }

  static List<InetAddress> addresses(List<String> texts) throws HttpDnsFailure {
    List<InetAddress> all = new ArrayList<>();
    for (String text : texts) all.add(address(text));
    return all;
  }

  private static HttpDnsFailure noAddress(String text) {
    return new HttpDnsFailure(
        HttpDnsCode.INVALID_RESPONSE, "the provider sent \"" + shown(text) + "\" as an address");
  }

  /** A text from a provider, short enough for a message. */
  static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
