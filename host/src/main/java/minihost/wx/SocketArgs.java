package minihost.wx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import minihost.api.Args;

/** What UDPSocket and TCPSocket read of the arguments of their methods. */
final class SocketArgs {
  private static final int MAX_PORT = 65_535;

  private SocketArgs() {}

  /** Empty unless it is a whole number from {@code least} to 65535. */
  static Optional<Integer> port(Args args, int least) {
    return args.number("port")
        .filter(port -> port == Math.rint(port) && port >= least && port <= MAX_PORT)
        .map(Double::intValue);
  }

  static Optional<String> address(Args args) {
    return args.optionalString("address").filter(text -> !text.isBlank());
  }

  /** Bytes as they are, text as UTF-8; empty for what is neither. */
  static Optional<byte[]> bytes(Args args) {
    return switch (args.raw().get("data")) {
      case byte[] bytes -> Optional.of(bytes);
      case String text -> Optional.of(text.getBytes(UTF_8));
      case null, default -> Optional.empty();
    };
  }
}
