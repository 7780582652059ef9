package minihost.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program file inside the project folder, found by {@link ModuleTree}.
 *
 * @param id path relative to the root with forward slashes, such as {@code pages/index/index.js};
 *     it names the file in stack traces and is the key of the module cache
 * @param path the real path on disk, with every symbolic link followed
 */
public record ModuleFile(String id, Path path) {
  /** The largest file that is read, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /** Whether types have to be stripped before the file can run. */
  public boolean isTypeScript() {
    return id.endsWith(".ts");
  }

  /** Whether its text is the value that it exports. */
  boolean isJson() {
    return id.endsWith(".json");
  }

  /**
   * The text, decoded as UTF-8 without its byte order mark.
   *
   * @throws UncheckedIOException when the file cannot be read or is larger than {@link #MAX_BYTES}
   */
  public String read() {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(id + " cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new UncheckedIOException(
          new IOException(id + " is larger than " + MAX_BYTES + " bytes; split the file"));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
