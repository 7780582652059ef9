package minihost.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a program does with files and folders by their names, as WeChat's FileSystemManager. Each
 * throws a {@link FileFailure}, or an IOException of the disk's. Blocking.
 */
public final class FileSystem {
  private final FilePlaces places;
  private final Quota quota;

  FileSystem(FilePlaces places, Quota quota) {
    this.places = places;
    this.quota = quota;
  }

  public void access(String path) throws IOException {
    places.existing(path);
  }

  /**
   * The bytes from {@code position}, {@code length} of them.
   *
   * @param position 0 to the size - 1, whole
   * @param length 1 to the size, whole
   */
  public byte[] read(String name, OptionalLong position, OptionalLong length) throws IOException {
    Path file = places.file(name);
    long size = Files.size(file);
    Quota.requireSize(size);
    return Part.of(size, position, length).read(file);
  }

  /** Replaces the file, or makes it. */
  public void write(String name, byte[] bytes) throws IOException {
    Path file = places.writableFile(name);
    Quota.requireSize(bytes.length);
    long more = bytes.length - Trees.sizeOf(file);
    quota.require(more);
    Files.write(file, bytes);
    quota.grew(more);
  }

  /** Adds to a file that is there. */
  public void append(String name, byte[] bytes) throws IOException {
    Path file = writableFile(name);
    Quota.requireSize(Files.size(file) + bytes.length);
    quota.require(bytes.length);
    Files.write(file, bytes, StandardOpenOption.APPEND);
    quota.grew(bytes.length);
  }

  /** Cuts a file, or fills it up with zeros. */
  public void truncate(String name, long length) throws IOException {
    Path file = writableFile(name);
    try (OpenFile open = OpenFile.of(file, name, "r+", quota)) {
      open.truncate(length);
    }
  }

  public void copy(String from, String to) throws IOException {
    Path source = places.file(from);
    Path target = places.writableFile(to);
    if (target.equals(source)) return;
    Quota.requireSize(Files.size(source));
    long more = Files.size(source) - Trees.sizeOf(target);
    quota.require(more);
    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    quota.grew(more);
  }

  /** Moves a file or a folder; a file in the way is replaced. */
  public void rename(String from, String to) throws IOException {
    Path source = places.writable(from);
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) throw FileFailure.missing(from);
    Path target = places.writable(to);
    if (target.equals(source)) return;
    if (target.startsWith(source) || Files.isDirectory(target))
      throw new FileFailure(
          FileCode.ILLEGAL_ON_DIRECTORY,
          to,
          "\"" + to + "\" is a folder that cannot be replaced",
          "give a name that is free");
    Files.move(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    quota.recount();
  }

  public void unlink(String name) throws IOException {
    Path file = places.writable(name);
    if (!Files.exists(file)) throw FileFailure.missing(name);
    if (Files.isDirectory(file))
      throw new FileFailure(
          FileCode.NOT_PERMITTED, name, "\"" + name + "\" is a folder", "remove it with rmdir");
    quota.grew(-Files.size(file));
    Files.delete(file);
  }

  public void mkdir(String name, boolean recursive) throws IOException {
    Path folder = places.writable(name, recursive);
    if (Files.exists(folder))
      throw new FileFailure(
          FileCode.EXISTS, name, "\"" + name + "\" is there already", "ask with access first");
    Files.createDirectory(folder);
  }

  public void rmdir(String name, boolean recursive) throws IOException {
    places.folder(name);
    Path folder = places.writable(name);
    if (!recursive && !readdir(name).isEmpty())
      throw new FileFailure(
          FileCode.NOT_EMPTY,
          "",
          "\"" + name + "\" is not empty",
          "remove what is in it, or give recursive: true");
    Trees.delete(folder);
    quota.recount();
  }

  /** Names in a folder, sorted. */
  public List<String> readdir(String name) throws IOException {
    try (Stream<Path> all = Files.list(places.folder(name))) {
      return all.filter(places::shows).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  public FileFacts stat(String name) throws IOException {
    return FileFacts.of("", places.existing(name));
  }

  /** Of a folder and all that is in it, by paths that begin with a slash. */
  public List<FileFacts> statAll(String name) throws IOException {
    Path top = places.existing(name);
    try (Stream<Path> all = Files.walk(top)) {
      List<FileFacts> facts = new ArrayList<>();
      for (Path path : all.filter(places::shows).sorted().toList())
        facts.add(FileFacts.of("/" + top.relativize(path).toString().replace('\\', '/'), path));
      return facts;
    }
  }

  /** The file's size. */
  public long size(String name) throws IOException {
    return Files.size(places.file(name));
  }

  /**
   * @param algorithm {@code md5}, {@code sha1} or {@code sha256}
   * @return hexadecimal digits
   */
  public String digest(String name, String algorithm) throws IOException {
    return FileDigest.of(places.file(name), algorithm);
  }

  private Path writableFile(String name) throws IOException {
    Path file = places.writableFile(name);
    if (!Files.exists(file)) throw FileFailure.missing(name);
    return file;
  }
}
