package minihost.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file on its way in: out of the program's sight until it is whole. One thread. */
public final class Incoming implements AutoCloseable {
  private final FileSandbox sandbox;
  private final Optional<String> name;
  private final Path path;
  private final OutputStream out;
  private long size;

  Incoming(FileSandbox sandbox, Optional<String> name, Path path) throws IOException {
    this.sandbox = sandbox;
    this.name = name;
    this.path = path;
    out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  Path path() {
    return path;
  }

  /** Bytes so far. */
  public long size() {
    return size;
  }

  public void write(byte[] bytes, int from, int length) throws FileTrouble {
    try {
      out.write(bytes, from, length);
      size += length;
    } catch (IOException e) {
      throw FileTrouble.broken(shown(), e);
    }
  }

  /**
   * Puts the whole file into place at once; what was there is replaced.
   *
   * @param extension for a temporary file, without the dot; empty for none
   * @return the name by which the program finds it
   */
  public String keep(String extension) throws FileTrouble {
    try {
      out.close();
      return sandbox.keep(this, name, extension);
    } catch (FileTrouble e) {
      throw e;
    } catch (IOException e) {
      throw FileTrouble.broken(shown(), e);
    }
  }

  private String shown() {
    return name.orElse("a temporary file");
  }

  /** Removes what was not kept. Idempotent. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The end of the run removes it.
    }
  }
}
