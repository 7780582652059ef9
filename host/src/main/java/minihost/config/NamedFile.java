package minihost.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that minihost.json names, relative to its own folder or absolute. */
final class NamedFile {
  private NamedFile() {}

  /** The file, if there is one; else the problem is reported. */
  static Optional<Path> existing(Json.Text item, Path base, Problems problems) {
    Optional<Path> path = resolve(item.value(), base).filter(Files::isRegularFile);
    if (path.isEmpty())
      problems.problem(ConfigCode.NO_SUCH_FILE, item.origin(), item.origin().key(), item.shown());
    return path;
  }

  private static Optional<Path> resolve(String text, Path base) {
    try {
      return Optional.of(base.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
