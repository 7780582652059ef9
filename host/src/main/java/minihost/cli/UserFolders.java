package minihost.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user's programs keep things, by the habits of the system; empty when there is no home.
 */
final class UserFolders {
  private UserFolders() {}

  /**
   * For what makes the next run faster or nicer; the launcher uses the same one. The folder need
   * not be there yet.
   */
  static Optional<Path> cache(Map<String, String> environment) {
    return of(environment, "XDG_CACHE_HOME", ".cache", "Caches");
  }

  /** For what mini programs leave for their next run. The folder need not be there yet. */
  static Optional<Path> data(Map<String, String> environment) {
    return of(environment, "XDG_DATA_HOME", ".local/share", "Application Support");
  }

  private static Optional<Path> of(
      Map<String, String> environment, String variable, String usual, String onMac) {
    String said = environment.getOrDefault(variable, "");
    if (!said.isEmpty()) return Optional.of(Path.of(said, "minihost"));
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    if (home.isEmpty()) return Optional.empty();
    Path mac = Path.of(home, "Library", onMac);
    Path base = Files.isDirectory(mac) ? mac : Path.of(home, usual);
    return Optional.of(base.resolve("minihost"));
  }
}
