package minihost.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Temporary files that their program has saved, under a name that it did not choose. */
public final class SavedFiles {
  private final FilePlaces places;
  private final Quota quota;
  private final Supplier<String> fresh;

  SavedFiles(FilePlaces places, Quota quota, Supplier<String> fresh) {
    this.places = places;
    this.quota = quota;
    this.fresh = fresh;
  }

  /**
   * @param created seconds since the epoch
   */
  public record Saved(String filePath, long size, long created) {}

  /** Moves a temporary file here; its new name. */
  public String save(String temporary) throws IOException {
    Path from = places.temporary(temporary);
    String name = from.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Path to = places.savedFolder().resolve(fresh.get() + (dot < 0 ? "" : name.substring(dot)));
    move(from, to);
    return places.savedName(to);
  }

  /** Moves a temporary file to a place in the user folder. */
  public String save(String temporary, String name) throws IOException {
    Path from = places.temporary(temporary);
    Path to = places.writableFile(name);
    move(from, to);
    return name;
  }

  private void move(Path from, Path to) throws IOException {
    long more = Files.size(from) - Trees.sizeOf(to);
    quota.require(more);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    quota.grew(more);
  }

  public List<Saved> list() throws IOException {
    List<Saved> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(places.savedFolder())) {
      for (Path file : all.sorted().toList()) found.add(saved(file));
    }
    return found;
  }

  private Saved saved(Path file) throws IOException {
    FileFacts facts = FileFacts.of("", file);
    return new Saved(places.savedName(file), facts.size(), facts.modified());
  }

  /** Facts of a file that was saved without a name of its own. */
  public Saved facts(String name) throws IOException {
    return saved(places.saved(name));
  }

  public void remove(String name) throws IOException {
    Path file = places.saved(name);
    quota.grew(-Files.size(file));
    Files.delete(file);
  }
}
