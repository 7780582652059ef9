package minihost.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is laid over the files: {@code --config FILE}, {@code --set key=value}, environment.
 *
 * @param configFile instead of {@code minihost.json} in the folder
 * @param sets {@code key=value} in command-line order; keys are paths such as {@code
 *     limits.request}, values are JSON or a bare word
 * @param later the same, laid over all by a test while the program runs
 */
public record Overrides(
    Optional<Path> configFile,
    List<String> sets,
    Map<String, String> environment,
    List<String> later) {
  public static final Overrides NONE = new Overrides(Optional.empty(), List.of(), Map.of());

  public Overrides(Optional<Path> configFile, List<String> sets, Map<String, String> environment) {
    this(configFile, sets, environment, List.of());
  }

  /** These, with what a test lays over them in place of what it has laid before. */
  public Overrides withLater(List<String> keysAndValues) {
    return new Overrides(configFile, sets, environment, List.copyOf(keysAndValues));
  }
}
