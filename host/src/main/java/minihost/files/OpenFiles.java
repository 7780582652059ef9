package minihost.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The files that a program has opened, by their descriptors. */
public final class OpenFiles {
  /** No page says how many; this many is more than any program needs at a time. */
  static final int MOST = 256;

  private static final Set<String> FLAGS =
      Set.of("a", "ax", "a+", "ax+", "as", "as+", "r", "r+", "w", "wx", "w+", "wx+");

  private final FilePlaces places;
  private final Quota quota;
  private final Map<String, OpenFile> open = new HashMap<>();
  private int last;

  OpenFiles(FilePlaces places, Quota quota) {
    this.places = places;
    this.quota = quota;
  }

  /** The descriptor. */
  public String open(String name, String flag) throws IOException {
    if (!FLAGS.contains(flag))
      throw new FileFailure(
          FileCode.INVALID_FLAG,
          "",
          "there is no flag \"" + flag + "\"",
          "give one of a, ax, a+, ax+, as, as+, r, r+, w, wx, w+, wx+");
    if (open.size() >= MOST)
      throw new FileFailure(
          FileCode.TOO_MANY_DESCRIPTORS, "", MOST + " files are open", "close some");
    Path path = OpenFile.writes(flag) ? places.writableFile(name) : places.file(name);
    OpenFile file = OpenFile.of(path, name, flag, quota);
    String descriptor = String.valueOf(++last);
    open.put(descriptor, file);
    return descriptor;
  }

  private OpenFile file(String descriptor) throws FileFailure {
    OpenFile file = open.get(descriptor);
    if (file == null)
      throw new FileFailure(
          FileCode.BAD_DESCRIPTOR,
          "",
          "no file is open as \"" + descriptor + "\"",
          "give the fd of open, before it is closed");
    return file;
  }

  /** At most {@code length} bytes; without a position, from where the last reading ended. */
  public byte[] read(String descriptor, OptionalLong position, int length) throws IOException {
    return file(descriptor).read(position, length);
  }

  public void write(String descriptor, byte[] bytes, OptionalLong position) throws IOException {
    file(descriptor).write(bytes, position);
  }

  public void truncate(String descriptor, long length) throws IOException {
    file(descriptor).truncate(length);
  }

  public FileFacts stat(String descriptor) throws IOException {
    return FileFacts.of("", file(descriptor).path());
  }

  public void close(String descriptor) throws IOException {
    file(descriptor).close();
    open.remove(descriptor);
  }

  /** Closes all. */
  void close() {
    for (OpenFile file : open.values())
      try {
        file.close();
      } catch (IOException e) {
        // It was only to be given back.
      }
    open.clear();
  }
}
