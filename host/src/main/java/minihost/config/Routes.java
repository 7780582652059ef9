package minihost.config;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Paths of pages inside a mini program, as app.json writes them. */
final class Routes {
  private Routes() {}

  /**
   * A route without leading slash and dots, joined to a package's root; a path that names no page
   * or leads out of the program is reported.
   */
  static Optional<String> read(String root, Json.Text text, Problems problems) {
    String path = strip(text.value());
    if (path.isEmpty() || path.chars().anyMatch(Routes::neverInARoute)) {
      report(ConfigCode.BAD_ROUTE, text, problems);
      return Optional.empty();
    }
    Optional<String> route = normal(root.isEmpty() ? path : root + "/" + path);
    if (route.isEmpty()) report(ConfigCode.ROUTE_OUTSIDE, text, problems);
    return route;
  }

  /** What to do about a route that {@code pages} lacks. */
  static String advice(String route, Collection<String> pages) {
    return Suggestion.nearest(route, pages)
        .map(near -> "did you mean " + Fields.quote(near) + "?")
        .orElse("add " + Fields.quote(route) + " to pages");
  }

  private static void report(ConfigCode code, Json.Text text, Problems problems) {
    problems.problem(code, text.origin(), text.origin().key(), text.shown());
  }

  /** Without slashes at its ends. */
  private static String strip(String path) {
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') from++;
    while (to > from && path.charAt(to - 1) == '/') to--;
    return path.substring(from, to);
  }

  private static boolean neverInARoute(int c) {
    return c < ' ' || c == '\\' || c == '?' || c == '#' || c == ':';
  }

  private static Optional<String> normal(String path) {
    if (!path.contains("./") && !path.endsWith(".") && !path.contains("//"))
      return Optional.of(path);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.isEmpty() || part.equals(".")) continue;
      if (!part.equals("..")) parts.addLast(part);
      else if (parts.pollLast() == null) return Optional.empty();
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }
}
