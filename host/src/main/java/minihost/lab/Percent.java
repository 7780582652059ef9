package minihost.lab;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-decoding that never fails: what is not well encoded stays as it is. */
final class Percent {
  private Percent() {}

  /** Decodes a path segment, where {@code +} is a plus sign. */
  static String decode(String text) {
    return form(text.replace("+", "%2B"));
  }

  /** Decodes a query into its names, each with its values in order; {@code +} is a space. */
  static Map<String, List<String>> query(String query) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) continue;
      int at = pair.indexOf('=');
      String name = form(at < 0 ? pair : pair.substring(0, at));
      String value = at < 0 ? "" : form(pair.substring(at + 1));
      all.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return all;
  }

  private static String form(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
