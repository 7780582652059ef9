package minihost.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the program's package, by a path from its root, with or without a leading slash: to
 * be read, never written. What WeChat's tools would not pack is not there: hidden files, installed
 * packages, and the settings of the project and of this host.
 */
final class PackageFiles {
  /** {@code minihost.ci.json} is what people write for {@code --config}. */
  private static final Pattern NOT_PACKED =
      Pattern.compile("(?i)minihost(\\..*)?\\.json|project\\.(private\\.)?config\\.json");

  private final Path root;

  PackageFiles(Path root) {
    this.root = root;
  }

  /** Bytes of the files of a folder of the package; 0 without such a folder. */
  long size(String folder) throws IOException {
    Optional<Path> found = entry(folder).filter(Files::isDirectory);
    return found.isPresent() ? FileSandbox.total(found.get()) : 0;
  }

  /** A file or folder of the package. */
  Optional<Path> entry(String name) {
    try {
      Jail jail = new Jail(root.toRealPath());
      return jail.entry(name).filter(this::shows);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether something below the program's folder is of the package. */
  boolean shows(Path real) {
    try {
      Path top = root.toRealPath();
      return real.equals(top) || real.startsWith(top) && isPacked(top.relativize(real));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPacked(Path path) {
    String[] parts = path.toString().replace('\\', '/').split("/");
    return !NOT_PACKED.matcher(parts[parts.length - 1]).matches()
        && Arrays.stream(parts).noneMatch(p -> p.startsWith(".") || p.equals("node_modules"));
  }
}
