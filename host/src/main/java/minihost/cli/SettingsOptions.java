package minihost.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.ConfigProblems;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import picocli.CommandLine.Option;

/** The options that change settings, for every command that reads them. */
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read this file instead of the folder's minihost.json.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one setting, such as limits.request=3; may be repeated.")
  private List<String> sets = new ArrayList<>();

  /** As if {@code --set} were given once more. */
  void add(String set) {
    sets.add(set);
  }

  Settings load(Path folder, Io io) throws ConfigProblems {
    return SettingsLoader.load(folder, overrides(io));
  }

  /** For commands that need no mini program. */
  Settings loadRules(Path folder, Io io) throws ConfigProblems {
    return SettingsLoader.loadRules(folder, overrides(io));
  }

  /** As configuration parameters of the test engine. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    if (!sets.isEmpty()) parameters.put("minihost.set", String.join("\n", sets));
    if (config != null) parameters.put("minihost.config", config.toString());
    return parameters;
  }

  private Overrides overrides(Io io) {
    return new Overrides(Optional.ofNullable(config), List.copyOf(sets), io.environment());
  }
}
