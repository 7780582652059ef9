package minihost.wx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.net.BodyLimit;
import minihost.net.HttpReply;
import minihost.net.TextDecoding;

/** What http-options.js and http-data.js make of a call's options, read back. */
final class HttpArgs {
  private HttpArgs() {}

  /**
   * What a program sends.
   *
   * @throws IOException if it is too large
   */
  static byte[] body(Args args, BodyLimit limit) throws IOException {
    checkLeftOut(args, limit);
    byte[] body =
        args.raw().get("body") instanceof byte[] bytes
            ? bytes
            : args.optionalString("body").orElse("").getBytes(StandardCharsets.UTF_8);
    limit.check(body.length);
    return body;
  }

  /** Refuses what the script did not even send here; it tells the size. */
  static void checkLeftOut(Args args, BodyLimit limit) throws IOException {
    limit.check(args.number("tooLarge").map(Double::longValue).orElse(0L));
  }

  /** A whole answer as the program asked for it: bytes or text. */
  static Object data(HttpReply<byte[]> reply, Args args) {
    return args.flag("arraybuffer", false)
        ? reply.body()
        : TextDecoding.decode(reply.body(), reply.head().contentType());
  }

  static List<Map.Entry<String, String>> headers(Args args) {
    return pairs(args, "header");
  }

  /** Names and texts by turns. */
  static List<Map.Entry<String, String>> pairs(Args args, String name) {
    List<Object> flat = args.list(name);
    List<Map.Entry<String, String>> pairs = new ArrayList<>(flat.size() / 2);
    for (int i = 0; i + 1 < flat.size(); i += 2)
      pairs.add(Map.entry((String) flat.get(i), (String) flat.get(i + 1)));
    return pairs;
  }
}
