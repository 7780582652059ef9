package minihost.jstest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import minihost.config.ConfigProblems;
import minihost.config.Overrides;
import minihost.config.ProgramFolders;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import org.junit.platform.commons.JUnitException;

/** The mini programs that test files belong to, each read once. Any thread. */
final class Programs {
  private final Overrides overrides;
  private final Map<Path, Settings> known = new HashMap<>(); // by folder

  Programs(Overrides overrides) {
    this.overrides = overrides;
  }

  /**
   * Those of the innermost folder around the file that is a mini program's.
   *
   * @throws ConfigProblems what is wrong with them
   */
  synchronized Settings of(Path file) throws ConfigProblems {
    Path folder =
        ProgramFolders.around(file.getParent())
            .orElseThrow(
                () ->
                    new JUnitException(
                        file + " is in no mini program: no folder above it has an app.json"));
    Settings settings = known.get(folder);
    if (settings == null) {
      settings = SettingsLoader.load(folder, overrides);
      known.put(folder, settings);
    }
    return settings;
  }

  /** Those that have been asked for. */
  synchronized List<Settings> known() {
    return List.copyOf(known.values());
  }
}
