package minihost.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A part of a file: {@code length} bytes from {@code position}. */
record Part(long position, int length) {
  static Part of(long size, OptionalLong position, OptionalLong length) throws FileFailure {
    long from = position.orElse(0);
    if (position.isPresent() && (from < 0 || from >= size))
      throw FileFailure.outOfRange(FileCode.POSITION, "position", from, "from 0 to " + (size - 1));
    long count = length.orElse(size - from);
    if (length.isPresent() && (count < 1 || count > size))
      throw FileFailure.outOfRange(FileCode.LENGTH, "length", count, "from 1 to " + size);
    return new Part(from, Math.toIntExact(Math.min(count, size - from)));
  }

  byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(position);
      return in.readNBytes(length);
    }
  }
}
