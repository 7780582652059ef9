package minihost.lab;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Handlers by pattern; the most specific pattern that matches answers. Any thread. */
final class Routes {
  private final Map<String, Route> byPattern = new ConcurrentHashMap<>();

  private record Route(RoutePattern pattern, Handler handler) {}

  /** A handler with the request it is for, its {@code params} filled in. */
  record Match(LabRequest request, Handler handler) {}

  /** Adds the route, or replaces the one of the same text. */
  void put(RoutePattern pattern, Handler handler) {
    byPattern.put(pattern.text(), new Route(pattern, handler));
  }

  void clear() {
    byPattern.clear();
  }

  Collection<String> patterns() {
    return byPattern.keySet();
  }

  Optional<Match> find(LabRequest request) {
    return byPattern.values().stream()
        .sorted(Comparator.comparing(Route::pattern, RoutePattern.MOST_SPECIFIC_FIRST))
        .flatMap(route -> match(route, request).stream())
        .findFirst();
  }

  private static Optional<Match> match(Route route, LabRequest request) {
    return route
        .pattern
        .match(request.method(), request.path())
        .map(params -> new Match(request.with(params), route.handler));
  }
}
