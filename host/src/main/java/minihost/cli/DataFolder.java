package minihost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import minihost.config.Settings;
import minihost.files.ProgramData;

/** The folder for what mini programs leave for their next run: a folder for each appid. */
final class DataFolder {
  private static final String NO_APPID = "touristappid";

  private DataFolder() {}

  /** That of this program; one that ends with the run where there is no home. */
  static ProgramData of(Map<String, String> environment, Settings settings) {
    Path root = root(environment);
    if (root == null) return ProgramData.passing();
    String appid = settings.project().appid().value();
    if (appid.isEmpty() || appid.equals(NO_APPID)) {
      byte[] path = settings.programRoot().toAbsolutePath().toString().getBytes(UTF_8);
      appid = "folder-" + UUID.nameUUIDFromBytes(path); // others have no appid either
    }
    return ProgramData.in(root, appid);
  }

  private static Path root(Map<String, String> environment) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!data.isEmpty()) return Path.of(data, "minihost");
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    if (home.isEmpty()) return null;
    Path mac = Path.of(home, "Library", "Application Support");
    Path base = Files.isDirectory(mac) ? mac : Path.of(home, ".local", "share");
    return base.resolve("minihost");
  }
}
