package minihost.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code METHOD /path}, where a path segment is literal text, {@code :name} for any one segment, or
 * a final {@code *} for whatever is left. The method may be {@code *}; a GET pattern also takes
 * HEAD. Literal segments are compared after percent-decoding, case and all.
 */
record RoutePattern(String text, String method, List<String> segments) {
  private static final Pattern SHAPE = Pattern.compile("([A-Za-z]+|\\*) +(/\\S*)");
  private static final String ANY = "*";

  /** Most specific first: literal before {@code :name} before {@code *}, segment by segment. */
  static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST =
      Comparator.comparing(RoutePattern::rank).thenComparing(RoutePattern::text);

  /**
   * @throws IllegalArgumentException with the form expected
   */
  static RoutePattern parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches())
      throw new IllegalArgumentException(
          "route \"" + text + "\" is not of the form \"GET /path/:name\"");
    List<String> segments = split(m.group(2));
    int star = segments.indexOf(ANY);
    if (star >= 0 && star != segments.size() - 1)
      throw new IllegalArgumentException("route \"" + text + "\": * must be the last segment");
    return new RoutePattern(text, m.group(1).toUpperCase(Locale.ROOT), segments);
  }

  /** What the wildcards stand for, or empty if this is not the request's route. */
  Optional<Map<String, String>> match(String requestMethod, String path) {
    if (!takes(requestMethod)) return Optional.empty();
    List<String> parts = split(path);
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      if (i >= parts.size()) return Optional.empty();
      String segment = segments.get(i);
      if (segment.equals(ANY)) {
        params.put(ANY, String.join("/", parts.subList(i, parts.size())));
        return Optional.of(params);
      }
      String part = Percent.decode(parts.get(i));
      if (segment.startsWith(":")) params.put(segment.substring(1), part);
      else if (!Percent.decode(segment).equals(part)) return Optional.empty();
    }
    return parts.size() == segments.size() ? Optional.of(params) : Optional.empty();
  }

  private boolean takes(String requestMethod) {
    return method.equals(ANY)
        || method.equals(requestMethod)
        || (method.equals("GET") && requestMethod.equals("HEAD"));
  }

  /** Sorts as text; a longer pattern of the same beginning counts as more specific. */
  private String rank() {
    StringBuilder rank = new StringBuilder();
    for (String segment : segments)
      rank.append(segment.equals(ANY) ? '3' : segment.startsWith(":") ? '2' : '1');
    return rank.append(method.equals(ANY) ? "9" : method.equals("GET") ? "8" : "7").toString();
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    parts.removeFirst();
    return parts;
  }
}
