package minihost.jstest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which files of a mini program are tests: {@code *.test.*} and {@code *.spec.*}, by their names.
 */
public final class TestFiles {
  private static final Pattern NAME = Pattern.compile(".+\\.(test|spec)\\.(js|ts|mjs)");
  private static final Set<String> NOT_THE_AUTHORS =
      Set.of("node_modules", "miniprogram_npm", "dist", "target");

  private TestFiles() {}

  public static boolean isTest(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /**
   * Those under a folder, sorted.
   *
   * @throws IOException if it cannot be read
   */
  static List<Path> under(Path folder) throws IOException {
    return under(folder, TestFiles::isTest);
  }

  /** The author's files under a folder that are wanted, sorted. */
  static List<Path> under(Path folder, Predicate<Path> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
            boolean skipped =
                !dir.equals(folder) && (NOT_THE_AUTHORS.contains(name) || name.startsWith("."));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.test(file)) found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
