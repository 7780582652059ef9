package minihost.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import minihost.js.JsException;

/**
 * The folder of the routes file as its {@code require} sees it: {@code .js} and {@code .json} files
 * by relative path, and nothing outside, whatever the path or the links in the folder say. An id is
 * a path relative to the mini program's folder, as stack traces show it.
 */
final class RouteFiles {
  private final Path root;
  private final Path base;
  private final String main;

  /**
   * @param folder the mini program's folder
   * @param main the routes file
   * @throws IOException when either does not exist
   */
  RouteFiles(Path folder, Path main) throws IOException {
    Path real = main.toRealPath();
    Path program = folder.toRealPath();
    root = real.getParent();
    base = root.startsWith(program) ? program : root;
    this.main = id(real);
  }

  /** The id of the routes file itself. */
  String main() {
    return main;
  }

  /**
   * The id of what {@code require(specifier)} in the file {@code from} means.
   *
   * @throws JsException when it means no file of the folder
   */
  String resolve(String from, String specifier) {
    return find(from, specifier)
        .map(this::id)
        .orElseThrow(
            () ->
                new JsException(
                    "require('%s') in %s: no .js or .json file of that relative path in %s"
                        .formatted(specifier, from, root.getFileName())));
  }

  /** The text of a file that was resolved. */
  String text(String id) {
    try {
      return Files.readString(base.resolve(id));
    } catch (IOException e) {
      throw new JsException("cannot read " + id + ": " + e);
    }
  }

  private Optional<Path> find(String from, String specifier) {
    if (!specifier.startsWith("./") && !specifier.startsWith("../")) return Optional.empty();
    return List.of("", ".js", ".json", "/index.js").stream()
        .flatMap(ending -> real(from, specifier + ending).stream())
        .findFirst();
  }

  private Optional<Path> real(String from, String path) {
    try {
      Path real = base.resolve(from).resolveSibling(path).toRealPath();
      String name = real.toString();
      boolean ours = real.startsWith(root) && (name.endsWith(".js") || name.endsWith(".json"));
      return ours && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private String id(Path real) {
    return base.relativize(real).toString().replace('\\', '/');
  }
}
