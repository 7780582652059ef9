package minihost.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.ConfigProblems;
import minihost.config.Device;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.policy.Facts.Visibility;

/** Settings and facts for table tests of the rules. */
final class Policies {
  static final Device.Lan LAN = new Device.Lan("192.168.1.20", "255.255.255.0");

  private Policies() {}

  /** Settings of a program that has nothing but these, given as by {@code --set}. */
  static Settings with(Path folder, String... sets) {
    try {
      Files.createDirectories(folder.resolve("pages"));
      Files.writeString(folder.resolve("app.json"), "{\"pages\":[\"pages/a\"]}");
      Files.writeString(folder.resolve("pages/a.js"), "");
      return SettingsLoader.load(folder, new Overrides(Optional.empty(), List.of(sets), Map.of()));
    } catch (IOException | ConfigProblems e) {
      throw new AssertionError(e);
    }
  }

  static Facts facts(Visibility visibility) {
    return new Facts(visibility, Optional.of(LAN));
  }

  static Facts inForeground() {
    return facts(Visibility.FOREGROUND);
  }
}
