package minihost.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a mini program leaves for its next run: user files, saved files and storage, in a folder of
 * its own. The folder is opened, and locked against other processes, when it is first needed. While
 * another run has it, a private copy is used, which ends with this object. Temporary files lie in
 * it too, and end with it. Any thread.
 */
public final class ProgramData implements AutoCloseable {
  private static final List<String> PASSING = List.of("tmp", "incoming");

  private final Path wanted; // null for data that do not last
  private final Supplier<Path> place;
  private final StoredValues values = new StoredValues(this::folder);
  private Consumer<Path> apart = path -> {};
  private Path folder;
  private FileChannel channel;

  private ProgramData(Path wanted, Supplier<Path> place) {
    this.wanted = wanted;
    this.place = place;
  }

  /**
   * The data of one program.
   *
   * @param root the folder for the data of all programs, which need not be there
   * @param program its name among them: an appid
   */
  public static ProgramData in(Path root, String program) {
    return new ProgramData(root.resolve(program.replaceAll("[^A-Za-z0-9_-]", "_")), null);
  }

  /** Data that begins empty and ends with this object. */
  public static ProgramData passing() {
    return passing(
        () -> {
          try {
            return Files.createTempDirectory("minihost-data");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Data that begins empty and ends with this object, in a folder that is made when needed. */
  public static ProgramData passing(Supplier<Path> folder) {
    return new ProgramData(null, folder);
  }

  /** Told when another run has the data, once a copy is used. */
  public synchronized void onCopy(Consumer<Path> listener) {
    apart = listener;
  }

  /** Removes what is there. Before anything is read. */
  public synchronized void wipe() throws IOException {
    Path own = folder();
    for (String name : names(own)) Trees.delete(own.resolve(name));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).filter(n -> !n.equals("lock")).toList();
    }
  }

  /** Storage. */
  public StoredValues values() {
    return values;
  }

  /** The folder, which exists. */
  public synchronized Path folder() {
    try {
      if (folder == null) folder = wanted == null ? place.get() : opened();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is; empty while it was not needed. */
  public synchronized Optional<Path> path() {
    return Optional.ofNullable(folder);
  }

  private Path opened() throws IOException {
    Files.createDirectories(wanted);
    channel =
        FileChannel.open(
            wanted.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs()) return copy();
    for (String name : PASSING) Trees.delete(wanted.resolve(name)); // a crash may have left them
    return wanted;
  }

  private boolean isOurs() throws IOException {
    try {
      return channel.tryLock() != null; // held until the channel is closed
    } catch (OverlappingFileLockException e) { // this process has it
      return false;
    }
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory("minihost-data");
    for (String name : names(wanted)) if (!PASSING.contains(name)) copy(name, copy);
    apart.accept(wanted);
    return copy;
  }

  private void copy(String name, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(wanted.resolve(name))) {
      for (Path from : all.toList())
        if (!Files.isSymbolicLink(from) && Files.exists(from))
          Files.copy(
              from,
              to.resolve(wanted.relativize(from).toString()),
              StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what does not last, and lets others have the rest. Idempotent. */
  @Override
  public synchronized void close() {
    try {
      if (folder == null) return;
      if (folder.equals(wanted)) for (String name : PASSING) Trees.delete(folder.resolve(name));
      else Trees.delete(folder);
      folder = null;
      if (channel != null) channel.close(); // with its lock
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
