package minihost.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A run's own place for files, in the system's folder for temporary ones: made when first needed,
 * for this user alone, and deleted with all that is in it when the run ends. Any thread.
 */
final class RunFolder implements AutoCloseable {
  private Path folder;
  private boolean closed;

  /**
   * An existing folder of this name in it.
   *
   * @throws UncheckedIOException if it cannot be made
   * @throws IllegalStateException once the run has ended
   */
  synchronized Path sub(String name) {
    if (closed) throw new IllegalStateException("the run has ended");
    try {
      if (folder == null) folder = Files.createTempDirectory("minihost-run");
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is; empty while it was not needed. */
  synchronized Optional<Path> path() {
    return Optional.ofNullable(folder);
  }

  /** Idempotent; what could not be deleted is tried again. */
  @Override
  public synchronized void close() {
    closed = true;
    if (folder == null || !Files.exists(folder)) return;
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) throw failure;
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
