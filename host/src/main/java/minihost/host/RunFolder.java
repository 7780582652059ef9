package minihost.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import minihost.files.Trees;

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
      Trees.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
