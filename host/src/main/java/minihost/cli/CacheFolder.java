package minihost.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder for what makes the next run faster or nicer; the launcher uses the same one. */
final class CacheFolder {
  private CacheFolder() {}

  /** Empty when there is no home; the folder need not be there yet. */
  static Optional<Path> of(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!cache.isEmpty()) return Optional.of(Path.of(cache, "minihost"));
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    if (home.isEmpty() || home.equals("?")) return Optional.empty();
    Path mac = Path.of(home, "Library", "Caches");
    Path base = Files.isDirectory(mac) ? mac : Path.of(home, ".cache");
    return Optional.of(base.resolve("minihost"));
  }
}
