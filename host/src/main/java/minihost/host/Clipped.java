package minihost.host;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options of a call as the journal keeps them: a program must not fill memory with its payloads.
 */
final class Clipped {
  private static final int MAX_CHARS = 2_000;

  private Clipped() {}

  static Map<String, Object> of(Map<String, Object> options) {
    Map<String, Object> clipped = new LinkedHashMap<>();
    options.forEach((key, value) -> clipped.put(key, clip(value)));
    return clipped;
  }

  private static Object clip(Object value) {
    return switch (value) {
      case String s when s.length() > MAX_CHARS ->
          s.substring(0, MAX_CHARS) + "… (" + s.length() + " characters)";
      case byte[] bytes -> "(" + bytes.length + " bytes)";
      case null, default -> value;
    };
  }
}
