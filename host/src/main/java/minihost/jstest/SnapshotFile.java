package minihost.jstest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import minihost.js.HostFunction;
import minihost.js.JsException;

/**
 * The snapshots of a test file, {@code __snapshots__/NAME.snap} beside it: the one file that a test
 * run reads and writes for a test. Links are not followed.
 */
final class SnapshotFile {
  private static final long MAX_BYTES = 32 << 20;

  private final Path file;
  private final SnapshotMode mode;

  SnapshotFile(Path test, SnapshotMode mode) {
    this.mode = mode;
    file = test.resolveSibling("__snapshots__").resolve(test.getFileName() + ".snap");
  }

  /** What snapshots.js asks for. */
  Map<String, HostFunction> functions() {
    return Map.of(
        "mode", args -> mode.word(), "read", args -> read(), "write", args -> write(args[0]));
  }

  private boolean isLink() {
    return Files.isSymbolicLink(file.getParent()) || Files.isSymbolicLink(file);
  }

  private String read() {
    if (isLink()) throw new JsException(file + " is a link: put a file in its place");
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return null;
      if (Files.size(file) > MAX_BYTES)
        throw new JsException(
            file + " is larger than " + MAX_BYTES + " bytes: use fewer snapshots");
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new JsException(file + " cannot be read: " + e.getMessage());
    }
  }

  private Object write(Object text) {
    if (mode == SnapshotMode.NONE || isLink()) return null;
    try {
      if (text == null) {
        Files.deleteIfExists(file);
        return null;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, (String) text);
      return null;
    } catch (IOException e) {
      throw new JsException(file + " cannot be written: " + e.getMessage());
    }
  }
}
