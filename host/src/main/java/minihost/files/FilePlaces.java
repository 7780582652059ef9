package minihost.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the names that a program gives lead: what it may read, and where it may write. */
final class FilePlaces {
  private static final String FIX = "write to a path below wx.env.USER_DATA_PATH";

  private final FileScheme scheme;
  private final PackageFiles packaged;
  private final Supplier<Path> home;

  /**
   * @param home the folder of {@code user}, {@code saved} and {@code tmp}; asked when it is needed
   */
  FilePlaces(FileScheme scheme, PackageFiles packaged, Supplier<Path> home) {
    this.scheme = scheme;
    this.packaged = packaged;
    this.home = home;
  }

  /** A file or folder that is there and that the program may see. */
  Path existing(String name) throws FileFailure {
    return found(name).orElseThrow(() -> FileFailure.missing(name));
  }

  Path file(String name) throws FileFailure {
    return noFolder(existing(name), name);
  }

  /** Where a file of the user folder is or may be written. */
  Path writableFile(String name) throws IOException {
    return noFolder(writable(name), name);
  }

  private static Path noFolder(Path path, String name) throws FileFailure {
    if (Files.isDirectory(path))
      throw new FileFailure(
          FileCode.ILLEGAL_ON_DIRECTORY, name, "\"" + name + "\" is a folder", "name a file");
    return path;
  }

  Path folder(String name) throws FileFailure {
    Path found = existing(name);
    if (!Files.isDirectory(found))
      throw new FileFailure(
          FileCode.NOT_A_DIRECTORY, name, "\"" + name + "\" is a file", "name a folder");
    return found;
  }

  /** A file or folder; empty also for what the program may not see. */
  Optional<Path> found(String name) {
    if (isIn(name, scheme.user())) return own("user").entry(after(scheme.user(), name));
    if (name.startsWith(scheme.saved())) return single("saved", after(scheme.saved(), name));
    if (name.startsWith(scheme.temp())) return single("tmp", after(scheme.temp(), name));
    return packaged.entry(name);
  }

  private Optional<Path> single(String folder, String name) {
    return name.contains("/") || name.isEmpty() ? Optional.empty() : own(folder).file(name);
  }

  private Jail own(String folder) {
    return new Jail(home.get().resolve(folder));
  }

  /** A file of the temporary ones. */
  Path temporary(String name) throws FileFailure {
    if (name.startsWith(scheme.temp())) {
      Optional<Path> found = single("tmp", after(scheme.temp(), name));
      if (found.isPresent()) return found.get();
    }
    throw new FileFailure(
        FileCode.NO_TEMP_FILE,
        "",
        "\"" + name + "\" is no temporary file of this run",
        "give the tempFilePath that a call of this run has given");
  }

  Path saved(String name) throws FileFailure {
    if (!name.startsWith(scheme.saved())) throw FileFailure.missing(name);
    return existing(name);
  }

  /** The user folder itself. */
  boolean isUserFolder(String name) {
    return name.equals(scheme.user()) || name.equals(scheme.user() + "/");
  }

  /**
   * Like {@link #writable(String)}.
   *
   * @param making also makes the folders above
   */
  Path writable(String name, boolean making) throws IOException {
    if (making) {
      String[] parts = insideUser(name).split("/");
      Path at = userFolder();
      for (int i = 0; i < parts.length - 1; i++) {
        at = child(at, parts[i], name);
        if (!Files.exists(at)) Files.createDirectory(at);
        else if (!Files.isDirectory(at)) break; // the next line says so
      }
    }
    return writable(name);
  }

  /** Where in the user folder something of this name may be put: its folder is there. */
  Path writable(String name) throws FileFailure {
    String inside = insideUser(name);
    Jail user = own("user");
    int slash = inside.lastIndexOf('/');
    String parent = inside.substring(0, Math.max(0, slash));
    Path folder = user.entry(parent).orElseThrow(() -> noFolder(name));
    if (!Files.isDirectory(folder))
      throw new FileFailure(
          FileCode.NOT_A_DIRECTORY,
          name,
          "what \"" + name + "\" would lie in is a file",
          "name a folder");
    return child(folder, inside.substring(slash + 1), name);
  }

  /** The same, of a name without {@code .} and {@code ..}, below a folder. */
  Path child(Path folder, String last, String shown) throws FileFailure {
    if (last.getBytes(UTF_8).length > Jail.MAX_SEGMENT_BYTES)
      throw new FileFailure(
          FileCode.NAME_TOO_LONG,
          "",
          "a name of " + last.length() + " characters",
          "give at most " + Jail.MAX_SEGMENT_BYTES + " bytes between two slashes");
    Path place;
    try {
      place = folder.resolve(last);
    } catch (InvalidPathException e) {
      throw noAccess(shown, "this file system cannot keep \"" + shown + "\"");
    }
    if (!Jail.isPortable(last) || Files.isSymbolicLink(place))
      throw noAccess(shown, "\"" + shown + "\" is no file that every system could keep");
    return place;
  }

  /** The path inside the user folder, not empty. */
  String insideUser(String name) throws FileFailure {
    if (!isIn(name, scheme.user())) {
      boolean own = name.startsWith(scheme.saved()) || name.startsWith(scheme.temp());
      if (own || packaged.entry(name).isPresent())
        throw new FileFailure(
            FileCode.READ_ONLY, name, "\"" + name + "\" may be read, not written", FIX);
      throw noAccess(name, "\"" + name + "\" is not in the user folder " + scheme.user());
    }
    return Jail.inside(after(scheme.user(), name))
        .orElseThrow(() -> noAccess(name, "\"" + name + "\" is not inside the user folder"));
  }

  private static FileFailure noFolder(String name) {
    return new FileFailure(
        FileCode.MISSING,
        name,
        "the folder of \"" + name + "\" does not exist",
        "make the folder first, with mkdir");
  }

  private static FileFailure noAccess(String name, String why) {
    return new FileFailure(FileCode.NO_ACCESS, name, why, FIX);
  }

  Path userFolder() {
    return home.get().resolve("user");
  }

  Path savedFolder() {
    return home.get().resolve("saved");
  }

  String savedName(Path file) {
    return scheme.saved() + file.getFileName();
  }

  /** Whether a folder's entry is shown to the program. */
  boolean shows(Path entry) {
    return !Files.isSymbolicLink(entry)
        && (entry.startsWith(userFolder()) || packaged.shows(entry))
        && Files.exists(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isIn(String name, String folder) {
    return name.equals(folder) || name.startsWith(folder + "/");
  }

  private static String after(String prefix, String name) {
    return name.substring(prefix.length());
  }
}
