package minihost.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Path arithmetic on module ids; pure text, the same on every operating system. */
final class ModulePath {
  private ModulePath() {}

  /** The folder of a file, without a trailing slash; empty for a file in the root. */
  static String folder(String id) {
    return id.substring(0, Math.max(0, id.lastIndexOf('/')));
  }

  /**
   * {@code folder/path} with {@code .} and {@code ..} worked out; empty when that leaves the root
   * or holds a character that means something else to an operating system (backslash, colon, NUL).
   */
  static Optional<String> join(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + path).split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            return Optional.empty();
          }
        }
        default -> parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return joined.isEmpty() || !isPlain(joined) ? Optional.empty() : Optional.of(joined);
  }

  /** Like {@link #join}, but {@code ..} above the root stays in the root: for error texts only. */
  static String display(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + path).split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static boolean isPlain(String path) {
    return path.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ');
  }
}
