package minihost.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Packages as npm installed them, for a program whose {@code miniprogram_npm} was not built: what
 * that build would have copied is read where it lies. A package made for mini programs is the
 * folder that its {@code miniprogram} names, {@code miniprogram_dist} when it names none; another
 * one begins at its {@code main}.
 */
final class NpmPackages {
  static final String FOLDER = "node_modules";

  private static final String DIST = "miniprogram_dist";

  private final Function<String, Optional<ModuleFile>> exact;
  private final Function<String, Optional<ModuleFile>> program;

  /**
   * @param exact the file of an id, as it is written
   * @param program the script of a path, whose extension may be missing
   */
  NpmPackages(
      Function<String, Optional<ModuleFile>> exact,
      Function<String, Optional<ModuleFile>> program) {
    this.exact = exact;
    this.program = program;
  }

  /** Whether a file belongs to a package that was not built. */
  static boolean holds(String id) {
    return id.startsWith(FOLDER + "/") || id.contains("/" + FOLDER + "/");
  }

  /**
   * Finds what a bare specifier means.
   *
   * @param folder {@code node_modules} with its path, of a folder of the tree
   */
  Optional<ModuleFile> find(String folder, String specifier) {
    int end = specifier.indexOf('/', specifier.startsWith("@") ? specifier.indexOf('/') + 1 : 0);
    String name = end < 0 ? specifier : specifier.substring(0, end);
    String below = end < 0 ? "" : specifier.substring(end + 1);
    String root = folder + "/" + name;
    Optional<NpmManifest> manifest =
        exact.apply(root + "/package.json").map(file -> new NpmManifest(file.id(), file.read()));
    if (manifest.isEmpty()) return join(folder, specifier).flatMap(program);
    for (String path : below.isEmpty() ? entries(manifest.get()) : inside(manifest.get(), below)) {
      Optional<ModuleFile> found = join(root, path).flatMap(program);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static List<String> entries(NpmManifest manifest) {
    List<String> paths = new ArrayList<>();
    if (!manifest.miniprogram().isEmpty()) paths.add(manifest.miniprogram() + "/index.js");
    paths.add(DIST + "/index.js");
    paths.addAll(manifest.entries());
    paths.add("index.js");
    return paths;
  }

  private static List<String> inside(NpmManifest manifest, String below) {
    List<String> paths = new ArrayList<>();
    if (!manifest.miniprogram().isEmpty()) paths.add(manifest.miniprogram() + "/" + below);
    paths.add(DIST + "/" + below);
    paths.add(below);
    return paths;
  }

  private static Optional<String> join(String folder, String path) {
    return ModulePath.join(folder, path).filter(joined -> joined.startsWith(folder + "/"));
  }
}
