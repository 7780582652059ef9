package minihost.policy;

import java.util.OptionalInt;

/**
 * Dotted IPv4 addresses; no other spelling counts as one. A leading zero means octal to some
 * readers, so it is another spelling.
 */
public final class Ipv4 {
  private static final int NO_DIGIT = -1;

  private Ipv4() {}

  static OptionalInt parse(String text) {
    int address = 0;
    int octet = NO_DIGIT;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (octet == NO_DIGIT || ++dots > 3) return OptionalInt.empty();
        address = address << 8 | octet;
        octet = NO_DIGIT;
      } else {
        boolean leadingZero = octet == 0;
        if (c < '0' || c > '9' || leadingZero) return OptionalInt.empty();
        octet = Math.max(octet, 0) * 10 + c - '0';
        if (octet > 255) return OptionalInt.empty();
      }
    }
    if (dots != 3 || octet == NO_DIGIT) return OptionalInt.empty();
    return OptionalInt.of(address << 8 | octet);
  }

  /** Whether two addresses are in one subnet; all three as bits, the first octet highest. */
  public static boolean sameSubnet(int a, int b, int netmask) {
    return (a & netmask) == (b & netmask);
  }

  static boolean isLoopback(int address) {
    return address >>> 24 == 127;
  }
}
