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
 */
public record Overrides(
    Optional<Path> configFile, List<String> sets, Map<String, String> environment) {
  public static final Overrides NONE = new Overrides(Optional.empty(), List.of(), Map.of());
}
