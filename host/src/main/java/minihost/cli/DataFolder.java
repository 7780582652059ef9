package minihost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import minihost.config.Settings;
import minihost.files.ProgramData;

/** The folder for what mini programs leave for their next run: a folder for each appid. */
final class DataFolder {
  private DataFolder() {}

  /** That of this program; one that ends with the run where there is no home. */
  static ProgramData of(Map<String, String> environment, Settings settings) {
    return UserFolders.data(environment)
        .map(root -> ProgramData.in(root, name(settings)))
        .orElseGet(ProgramData::passing);
  }

  private static String name(Settings settings) {
    if (settings.project().hasAppid()) return settings.project().appid().value();
    byte[] path = settings.programRoot().toAbsolutePath().toString().getBytes(UTF_8);
    return "folder-" + UUID.nameUUIDFromBytes(path); // others have no appid either
  }
}
