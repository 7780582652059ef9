package minihost.module;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code resolveAlias} table of app.json: {@code "@/*": "/*"} maps {@code @/utils/a} to {@code
 * /utils/a}. The longest matching pattern wins; a pattern without a star matches only itself.
 */
final class ResolveAlias {
  private record Pattern(String prefix, boolean open, String target) {
    boolean matches(String specifier) {
      return open ? specifier.startsWith(prefix) : specifier.equals(prefix);
    }

    String apply(String specifier) {
      return open ? target + specifier.substring(prefix.length()) : target;
    }
  }

  private final List<Pattern> longestFirst;

  ResolveAlias(Map<String, String> aliases) {
    longestFirst =
        aliases.entrySet().stream()
            .map(e -> pattern(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingInt((Pattern p) -> p.prefix.length()).reversed())
            .toList();
  }

  private static Pattern pattern(String key, String target) {
    boolean open = key.endsWith("*");
    return new Pattern(
        open ? key.substring(0, key.length() - 1) : key,
        open,
        open && target.endsWith("*") ? target.substring(0, target.length() - 1) : target);
  }

  /** The path relative to the root that the alias stands for, if one matches. */
  Optional<String> apply(String specifier) {
    return longestFirst.stream()
        .filter(p -> p.matches(specifier))
        .findFirst()
        .map(p -> p.apply(specifier));
  }
}
