package minihost.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the part of a page's URL behind the question mark, as WeChat does: values stay
 * percent-encoded (programs decode them themselves), and a value ends at its first {@code =}, so
 * that {@code id=3==x} is {@code 3}.
 */
final class Query {
  private Query() {}

  /**
   * @param missing the value of a key without {@code =}: the empty string where the program was
   *     entered, the string {@code undefined} where it navigated (confirmed by WeChat's staff as a
   *     fault they keep)
   */
  static Map<String, String> parse(String text, String missing) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (pair.isEmpty()) continue;
      String[] parts = pair.split("=", -1);
      query.put(parts[0], parts.length > 1 ? parts[1] : missing);
    }
    return query;
  }
}
