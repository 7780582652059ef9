package minihost.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import minihost.files.FileTrouble.Kind;

/**
 * A folder whose files a program may name, and nothing outside it, whatever the name or the links
 * in the folder say. Names mean the same on every operating system.
 *
 * @param root a real path
 */
record Jail(Path root) {
  static final int MAX_SEGMENT_BYTES = 255;

  /** Windows takes these for devices, with any ending, and drops dots and spaces at an end. */
  private static final Pattern NOT_ON_WINDOWS =
      Pattern.compile(
          "(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(?:[ .].*)?|.*[ .]");

  /** The regular file of this name: real, inside, and spelled with the same case. */
  Optional<Path> file(String name) {
    return inside(name).flatMap(this::existing).filter(Files::isRegularFile);
  }

  /** What there is under this name, which may be the folder itself: inside, in the same case. */
  Optional<Path> entry(String name) {
    boolean itself = name.chars().allMatch(c -> c == '/');
    return itself ? Optional.of(root) : inside(name).flatMap(this::existing);
  }

  /** Whether every system could keep a part of a path. */
  static boolean isPortable(String part) {
    return !NOT_ON_WINDOWS.matcher(part).matches()
        && part.getBytes(UTF_8).length <= MAX_SEGMENT_BYTES;
  }

  /**
   * Where a file of this name may be put: its folder exists.
   *
   * @param shown the name as the program gave it
   */
  Path place(String name, String shown) throws FileTrouble {
    String inside = inside(name).orElse("");
    String last = inside.substring(inside.lastIndexOf('/') + 1);
    if (last.isEmpty() || name.endsWith("/"))
      throw forbidden(shown, "\"" + shown + "\" is no file in the user folder");
    if (!isPortable(last))
      throw forbidden(shown, "not every file system can keep \"" + shown + "\"");
    String folder = inside.substring(0, Math.max(0, inside.length() - last.length() - 1));
    Path real = folder.isEmpty() ? root : existing(folder).filter(Files::isDirectory).orElse(null);
    if (real == null)
      throw new FileTrouble(
          Kind.MISSING,
          shown,
          "the folder of \"" + shown + "\" does not exist",
          "make the folder first, or write directly into wx.env.USER_DATA_PATH");
    Path place = inFolder(real, last, shown);
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
      throw forbidden(shown, "\"" + shown + "\" is a folder");
    return place;
  }

  private static Path inFolder(Path folder, String name, String shown) throws FileTrouble {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) { // half a surrogate pair, or what Windows takes for a pattern
      throw forbidden(shown, "this file system cannot keep \"" + shown + "\"");
    }
  }

  static FileTrouble forbidden(String shown, String why) {
    return new FileTrouble(
        Kind.FORBIDDEN, shown, why, "write to a file below wx.env.USER_DATA_PATH");
  }

  /** What exists under this name, links followed, if that is inside. */
  private Optional<Path> existing(String name) {
    try {
      Path real = root.resolve(name).toRealPath();
      if (!real.startsWith(root)) return Optional.empty();
      String realName = root.relativize(real).toString().replace('\\', '/');
      // A phone's file system tells upper from lower case, whatever this machine's does.
      boolean onlyCaseDiffers = !realName.equals(name) && realName.equalsIgnoreCase(name);
      return onlyCaseDiffers ? Optional.empty() : Optional.of(real);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The name without {@code .} and {@code ..}; empty when it leaves the folder, or holds what means
   * something else to an operating system (backslash, colon, control characters).
   */
  static Optional<String> inside(String name) {
    if (name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ')) return Optional.empty();
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.split("/")) {
      if (part.isEmpty() || part.equals(".")) continue;
      if (!part.equals("..")) parts.addLast(part);
      else if (parts.pollLast() == null) return Optional.empty();
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }
}
