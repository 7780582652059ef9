package minihost.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.brotli.dec.BrotliInputStream;

/**
 * Zip files, and files packed by Brotli. What is unpacked is counted as it comes: no file may claim
 * to be small and fill the disk or the memory.
 */
public final class PackedFiles {
  private static final int MOST_ENTRIES = 20_000;
  private static final int BUFFER = 1 << 16;

  private final FilePlaces places;
  private final Quota quota;

  PackedFiles(FilePlaces places, Quota quota) {
    this.places = places;
    this.quota = quota;
  }

  /** What is asked of one entry; the text encoding is the caller's business. */
  public record Wanted(String path, OptionalLong position, OptionalLong length) {}

  /** Bytes of an entry, or why there are none. */
  public record Found(byte[] bytes, Optional<FileFailure> failure) {}

  /** The file, unpacked. */
  public byte[] brotli(String name) throws IOException {
    try (InputStream in = Files.newInputStream(places.file(name));
        InputStream unpacked = new BrotliInputStream(in)) {
      return limited(unpacked, Quota.ONE_FILE);
    } catch (FileFailure e) {
      throw e;
    } catch (IOException e) {
      throw new FileFailure(
          FileCode.BROTLI,
          "",
          "\"" + name + "\" is not what Brotli has packed: " + e.getMessage(),
          "pack the file with brotli");
    }
  }

  private static byte[] limited(InputStream in, long limit) throws IOException {
    byte[] bytes = in.readNBytes((int) limit + 1);
    Quota.requireSize(bytes.length > limit ? Quota.ONE_FILE + 1 : 0);
    return bytes;
  }

  /** Unpacks all into a folder, which is made if need be; none, if one would lead out of it. */
  public void unzip(String name, String folder) throws IOException {
    try (ZipFile zip = zip(name)) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) check(entry);
      Path top = top(folder);
      for (ZipEntry entry : entries) unpack(zip, entry, top);
    } finally {
      quota.recount();
    }
  }

  private ZipFile zip(String name) throws IOException {
    Path file = places.file(name);
    try {
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() <= MOST_ENTRIES) return zip;
      zip.close();
      throw new FileFailure(
          FileCode.UNZIP,
          "",
          "\"" + name + "\" has " + zip.size() + " entries",
          "pack at most " + MOST_ENTRIES);
    } catch (FileFailure e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new FileFailure(
          FileCode.UNZIP_OPEN, "", "\"" + name + "\" is no zip file: " + e.getMessage(), "");
    }
  }

  private static void check(ZipEntry entry) throws FileFailure {
    String name = entry.getName();
    boolean fits = !name.startsWith("/") && Jail.inside(name).isPresent();
    for (String part : name.split("/")) fits &= !part.equals("..") && Jail.isPortable(part);
    if (!fits)
      throw new FileFailure(
          FileCode.UNZIP_ENTRY,
          "",
          "the zip file holds \"" + name + "\", which is no name inside a folder",
          "pack names without \"..\", backslashes and colons");
  }

  private Path top(String folder) throws IOException {
    if (places.isUserFolder(folder)) return places.userFolder();
    Path there = places.writable(folder, true);
    if (!Files.exists(there)) Files.createDirectory(there);
    return places.folder(folder);
  }

  private void unpack(ZipFile zip, ZipEntry entry, Path top) throws IOException {
    Path at = top;
    String[] parts = Jail.inside(entry.getName()).orElseThrow().split("/");
    for (int i = 0; i < parts.length; i++) {
      at = places.child(at, parts[i], entry.getName());
      boolean folder = i < parts.length - 1 || entry.isDirectory();
      if (folder && !Files.isDirectory(at)) Files.createDirectory(at);
    }
    if (entry.isDirectory()) return;
    long before = Trees.sizeOf(at);
    long room = Math.min(quota.room() + before, Quota.ONE_FILE);
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(at)) {
      quota.grew(copy(in, out, room) - before);
    } catch (ZipException e) {
      throw new FileFailure(
          FileCode.UNZIP_ENTRY, "", "\"" + entry.getName() + "\": " + e.getMessage(), "");
    }
  }

  private static long copy(InputStream in, OutputStream out, long room) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = room;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      left -= n;
      if (left < 0)
        throw new FileFailure(
            FileCode.FULL,
            "",
            "what is unpacked takes more than the " + room + " bytes that are left",
            "pack less, or remove files first");
      out.write(buffer, 0, n);
    }
    return room - left;
  }

  /**
   * Bytes of entries of a zip file, by their paths; all together at most 100 MB.
   *
   * @param wanted empty for all files
   */
  public Map<String, Found> entries(String name, Optional<List<Wanted>> wanted) throws IOException {
    Map<String, Found> found = new LinkedHashMap<>();
    try (ZipFile zip = zip(name)) {
      List<Wanted> all = wanted.orElseGet(() -> all(zip));
      long left = Quota.ONE_FILE;
      for (Wanted want : all) {
        Found read = read(zip, want, left);
        left -= read.bytes().length;
        found.put(want.path(), read);
      }
    }
    return found;
  }

  private static List<Wanted> all(ZipFile zip) {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .map(e -> new Wanted(e.getName(), OptionalLong.empty(), OptionalLong.empty()))
        .toList();
  }

  private static Found read(ZipFile zip, Wanted want, long left) throws IOException {
    ZipEntry entry = zip.getEntry(want.path());
    try {
      if (entry == null || entry.isDirectory()) throw FileFailure.missing(want.path());
      byte[] whole;
      try (InputStream in = zip.getInputStream(entry)) {
        whole = limited(in, left);
      }
      Part part = Part.of(whole.length, want.position(), want.length());
      int from = (int) part.position();
      return new Found(Arrays.copyOfRange(whole, from, from + part.length()), Optional.empty());
    } catch (FileFailure e) {
      if (e.reason().code() == FileCode.FULL) throw e;
      return new Found(new byte[0], Optional.of(e));
    }
  }
}
