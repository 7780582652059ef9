package minihost.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file that keeps what was typed, for its owner only: inputs may hold tokens. */
final class HistoryFile {
  private HistoryFile() {}

  /** Makes the file if there is none; empty when that is not possible, and nothing is kept. */
  static Optional<Path> prepare(Optional<Path> cache) {
    if (cache.isEmpty()) return Optional.empty();
    Path file = cache.get().resolve("history");
    try {
      Files.createDirectories(cache.get());
      Files.createFile(file, forOwner(file));
    } catch (FileAlreadyExistsException kept) {
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private static FileAttribute<?>[] forOwner(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) return new FileAttribute<?>[0];
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
