package minihost.policy;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Dotted IPv4 addresses; no other spelling counts as one. A leading zero means octal to some
 * readers, so it is another spelling.
 */
final class Ipv4 {
  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private Ipv4() {}

  static OptionalInt parse(String text) {
    if (!DOTTED.matcher(text).matches()) return OptionalInt.empty();
    int address = 0;
    for (String part : text.split("\\.")) {
      int octet = Integer.parseInt(part);
      if (octet > 255) return OptionalInt.empty();
      address = address << 8 | octet;
    }
    return OptionalInt.of(address);
  }

  static boolean sameSubnet(int a, int b, int netmask) {
    return (a & netmask) == (b & netmask);
  }

  static boolean isLoopback(int address) {
    return address >>> 24 == 127;
  }
}
