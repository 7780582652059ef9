package minihost.module;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transpiled files on disk, one entry per content hash. It can only make a run faster: an entry
 * that is damaged counts as absent, and a folder that cannot be used is left alone.
 *
 * <p>Several processes may share a folder, as entries appear whole or not at all.
 */
public final class TranspileCache {
  /** No cache: nothing is found and nothing is kept. */
  public static final TranspileCache NONE = new TranspileCache(null, 0);

  private static final String ENDING = ".cjs";
  private static final String MAGIC = "minihost-transpiled-2 ";

  /** Stands for code that is the source itself. */
  private static final String UNTOUCHED = "=";

  private final Path folder;
  private final long maxBytes;
  private boolean pruned;

  private record Entry(Path path, BasicFileAttributes attributes) {}

  /**
   * @param folder made when the first entry is written
   * @param maxBytes once per run, before the first write, the oldest entries above this are removed
   */
  public TranspileCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  Optional<Transpiled> get(String key, String source) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(folder.resolve(key + ENDING));
      int body = text.indexOf('\n') + 1;
      boolean whole = text.startsWith(MAGIC + Transpiler.sha256(text.substring(body)) + "\n");
      return whole ? Optional.of(decode(text.substring(body), source)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void put(String key, String source, Transpiled made) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      prune();
      String body = encode(made, source);
      write(folder.resolve(key + ENDING), MAGIC + Transpiler.sha256(body) + "\n" + body);
    } catch (IOException | RuntimeException e) {
      // The next run transpiles again.
    }
  }

  private void write(Path entry, String text) throws IOException {
    Path part = Files.createTempFile(folder, "part", ENDING);
    try {
      Files.writeString(part, text);
      try {
        Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, entry, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void prune() throws IOException {
    if (pruned) {
      return;
    }
    pruned = true;
    List<Entry> oldestFirst = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(p -> p.toString().endsWith(ENDING)).toList()) {
        oldestFirst.add(new Entry(path, Files.readAttributes(path, BasicFileAttributes.class)));
      }
    }
    oldestFirst.sort(Comparator.comparing(e -> e.attributes.lastModifiedTime()));
    long total = oldestFirst.stream().mapToLong(e -> e.attributes.size()).sum();
    for (Entry entry : oldestFirst) {
      if (total <= maxBytes) {
        break;
      }
      Files.deleteIfExists(entry.path);
      total -= entry.attributes.size();
    }
  }

  private static String encode(Transpiled made, String source) {
    String code = made.code().equals(source) ? UNTOUCHED : made.code();
    return String.join(
        "\n",
        made.helper(),
        String.valueOf(made.strict()),
        made.columns().format(),
        made.probes().format(),
        code);
  }

  private static Transpiled decode(String body, String source) {
    String[] parts = body.split("\n", 5);
    String code = parts[4].equals(UNTOUCHED) ? source : parts[4];
    ColumnMap columns = ColumnMap.parse(parts[2]);
    Probes probes = Probes.parse(parts[3]);
    return new Transpiled(code, parts[0], Boolean.parseBoolean(parts[1]), columns, probes);
  }
}
