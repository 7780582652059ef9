package minihost.config;

import java.io.IOException;
import java.nio.file.Path;

/** A folder whose files may be read, and nothing outside it, symbolic links included. */
final class Jail {
  private final Path folder;
  private final Path real;

  /**
   * @param folder absolute and existing
   */
  Jail(Path folder) throws IOException {
    this.folder = folder;
    this.real = folder.toRealPath();
  }

  Path folder() {
    return folder;
  }

  /** Whether an existing path lies in the folder once links are followed. */
  boolean holds(Path path) {
    try {
      return path.toRealPath().startsWith(real);
    } catch (IOException e) {
      return false;
    }
  }

  /** The name a person knows a file by: relative to the folder, with forward slashes. */
  String name(Path path) {
    return path.startsWith(folder)
        ? folder.relativize(path).toString().replace('\\', '/')
        : path.toString();
  }
}
