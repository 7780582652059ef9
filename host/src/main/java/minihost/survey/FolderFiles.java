package minihost.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a program's folder, without what was installed or is another program. */
final class FolderFiles {
  private static final Set<String> NOT_OF_IT = Set.of("node_modules", "cloudfunctions");

  private FolderFiles() {}

  /**
   * Ids of the files from the root, in order.
   *
   * @param root the folder of app.json
   * @param besides a file that is no part of the program, such as the lab's routes
   */
  static List<String> in(Path root, Set<Path> besides) {
    List<String> ids = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
              String name = folder.getFileName().toString();
              boolean skipped =
                  !folder.equals(root) && (name.startsWith(".") || NOT_OF_IT.contains(name))
                      || besides.contains(folder);
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              String id = root.relativize(file).toString().replace('\\', '/');
              if (facts.isRegularFile()) ids.add(id);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ids.sort(null);
    return ids;
  }

  /** Whether it is a script that was built, and no test. */
  static boolean isScript(String id) {
    boolean script = id.endsWith(".js") || id.endsWith(".ts");
    return script && !id.endsWith(".d.ts") && !id.matches(".*\\.(?:test|spec)\\.[jt]s");
  }
}
