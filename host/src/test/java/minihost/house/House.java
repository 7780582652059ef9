package minihost.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import minihost.loop.EventLoop;
import minihost.reason.Reason;

/** The project as the tests of its shape see it: classes as compiled, sources as written. */
public final class House {
  private static final Set<String> NOT_WRITTEN = Set.of("target", ".git", "node_modules", ".idea");

  private House() {}

  /** The folder of the whole project. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("js-bridge")) ? here : here.getParent();
  }

  /** The main classes of both modules. */
  static List<ClassFacts> classes() {
    List<ClassFacts> all = new ArrayList<>();
    all.addAll(classesBeside(EventLoop.class));
    all.addAll(classesBeside(Reason.class));
    return all;
  }

  /** From a folder of classes or from a jar, as the phase of the build has it. */
  private static List<ClassFacts> classesBeside(Class<?> resident) {
    try {
      URI place = resident.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) return classesIn(path);
      try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
        return classesIn(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ClassFacts> classesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".class")).map(House::read).toList();
    }
  }

  private static ClassFacts read(Path file) {
    try {
      return ClassFacts.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One class of the running test. */
  static ClassFacts facts(Class<?> c) {
    String file = c.getName().substring(c.getName().lastIndexOf('.') + 1) + ".class";
    try (var in = c.getResourceAsStream(file)) {
      return ClassFacts.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Files of the project, sorted, without what builds leave and what Git keeps.
   *
   * @param folder from the root
   * @param endings {@code .java}
   */
  public static List<Path> files(String folder, String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root().resolve(folder),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean skip = NOT_WRITTEN.contains(dir.getFileName().toString());
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.getFileName().toString();
              if (Stream.of(endings).anyMatch(name::endsWith)) found.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  /** Java sources of both modules, {@code main} or {@code test}. */
  public static List<Path> javaSources(String set) {
    List<Path> all = new ArrayList<>(files("js-bridge/src/" + set, ".java"));
    all.addAll(files("host/src/" + set, ".java"));
    return all;
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as a person names it: from the root, with slashes. */
  public static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }
}
