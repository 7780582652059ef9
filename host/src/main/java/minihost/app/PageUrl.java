package minihost.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Where a navigation goes: a route without leading slash, and the query.
 *
 * @param text route and query as written, for messages
 */
record PageUrl(String route, Map<String, String> query, String text) {
  /**
   * Reads a URL as {@code wx.navigateTo} takes it: from the root with a leading slash, else
   * relative to the folder of {@code from}. A second question mark ends the query.
   *
   * @param from the route of the page that navigates, or empty
   */
  static PageUrl of(String url, String from) {
    String[] parts = url.split("\\?", -1);
    String route = resolve(parts[0], from);
    String query = parts.length > 1 ? parts[1] : "";
    return new PageUrl(
        route, Query.parse(query, "undefined"), query.isEmpty() ? route : route + "?" + query);
  }

  private static String resolve(String path, String from) {
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (path.startsWith("/") ? path : folder + path).split("/")) {
      if (part.equals("..")) parts.pollLast();
      else if (!part.isEmpty() && !part.equals(".")) parts.add(part);
    }
    return String.join("/", parts);
  }
}
