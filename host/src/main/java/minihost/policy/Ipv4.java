package minihost.policy;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Dotted IPv4 addresses; no other spelling of an address counts as one. */
final class Ipv4 {
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

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
