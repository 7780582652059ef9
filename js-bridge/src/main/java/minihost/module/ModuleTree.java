package minihost.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The project folder as {@code require} sees it: program files only, and nothing outside the root,
 * whatever the specifier or the links in the folder say (sheet 8.1, rows require and npm).
 *
 * <p>Answers are remembered, so a tree lives as long as one run. For use by one thread.
 */
public final class ModuleTree {
  private static final String NPM = "miniprogram_npm";

  private final Path root;
  private final ResolveAlias aliases;
  private final Set<Path> found = ConcurrentHashMap.newKeySet();
  private final Map<String, Optional<ModuleFile>> known = new HashMap<>();

  /**
   * @param root the folder that holds app.json
   * @param aliases {@code resolveAlias} of app.json; empty when there is none
   * @throws IOException when the root does not exist
   */
  public ModuleTree(Path root, Map<String, String> aliases) throws IOException {
    this.root = root.toRealPath();
    this.aliases = new ResolveAlias(aliases);
  }

  /** The file with this id, with {@code .js} or {@code .ts} added when the id has neither. */
  public Optional<ModuleFile> file(String id) {
    return ModulePath.join("", id).flatMap(this::program);
  }

  /**
   * What {@code require(specifier)} in the file {@code fromId} means; empty when nothing fits.
   *
   * <p>Relative paths count from the requiring file; a leading slash from the root, then from the
   * requiring file's folder; a bare name is an alias, a sibling file or a package of the nearest
   * {@code miniprogram_npm} up to the root, in this order.
   */
  public Optional<ModuleFile> resolve(String fromId, String specifier) {
    String folder = ModulePath.folder(fromId);
    return known.computeIfAbsent(folder + '\n' + specifier, key -> find(folder, specifier));
  }

  /** Real paths of all files that were found so far. Any thread. */
  public Set<Path> found() {
    return Set.copyOf(found);
  }

  /** The text of a file of the tree that is no program: a template, a style, JSON. */
  public Optional<String> text(String id) {
    return ModulePath.join("", id).flatMap(this::real).flatMap(ModuleTree::read);
  }

  private static Optional<String> read(Path file) {
    try {
      String text = Files.readString(file);
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The text of the error that an unresolvable {@code require} throws (sheet 8.1). */
  public String missing(String fromId, String specifier) {
    boolean fromRoot = specifier.startsWith("/");
    String path = ModulePath.display(fromRoot ? "" : ModulePath.folder(fromId), specifier);
    String file = path.endsWith(".js") ? path : path + ".js";
    return "module '" + file + "' is not defined, require args is '" + specifier + "'";
  }

  private Optional<ModuleFile> find(String folder, String specifier) {
    if (specifier.matches("/*")) {
      return Optional.empty();
    }
    if (specifier.matches("\\.\\.?/?")) {
      return program(folder, specifier + "/index.js");
    }
    if (specifier.startsWith("./") || specifier.startsWith("../")) {
      return program(folder, specifier);
    }
    Optional<ModuleFile> aliased = aliases.apply(specifier).flatMap(path -> program("", path));
    if (aliased.isPresent()) {
      return aliased;
    }
    if (specifier.startsWith("/")) {
      return program("", specifier).or(() -> program(folder, specifier));
    }
    return program(folder, specifier).or(() -> installed(folder, specifier));
  }

  private Optional<ModuleFile> installed(String folder, String specifier) {
    for (String at = folder; ; at = ModulePath.folder(at)) {
      Optional<String> path = ModulePath.join(at, NPM + "/" + specifier);
      if (path.isPresent() && path.get().startsWith(ModulePath.display(at, NPM) + "/")) {
        String name = path.get();
        Optional<ModuleFile> found = regular(name + "/index.js").or(() -> program(name));
        if (found.isPresent()) {
          return found;
        }
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private Optional<ModuleFile> program(String folder, String path) {
    return ModulePath.join(folder, path).flatMap(this::program);
  }

  private Optional<ModuleFile> program(String path) {
    return candidates(path).stream().map(this::regular).flatMap(Optional::stream).findFirst();
  }

  /** A compiled {@code .js} beside its {@code .ts} wins, whichever of the two was asked for. */
  private static List<String> candidates(String path) {
    List<String> ids = new ArrayList<>();
    if (path.endsWith(".js") || path.endsWith(".ts")) {
      String stem = path.substring(0, path.length() - 3);
      ids.add(stem + ".js");
      ids.add(stem + ".ts");
    }
    for (String ending : List.of(".js", ".ts", "/index.js", "/index.ts")) {
      ids.add(path + ending);
    }
    ids.removeIf(id -> id.endsWith(".d.ts"));
    return ids;
  }

  private Optional<ModuleFile> regular(String id) {
    boolean program = id.endsWith(".js") || id.endsWith(".ts");
    return real(id)
        .filter(file -> program)
        .map(file -> new ModuleFile(idOf(file), file))
        .filter(file -> file.id().endsWith(".js") || file.id().endsWith(".ts"));
  }

  private String idOf(Path real) {
    return root.relativize(real).toString().replace('\\', '/');
  }

  /** The file of this name: a regular one, inside the root, spelled with the same case. */
  private Optional<Path> real(String id) {
    try {
      Path real = root.resolve(id).toRealPath();
      if (!real.startsWith(root) || !Files.isRegularFile(real)) {
        return Optional.empty();
      }
      String realId = idOf(real);
      // A phone's file system tells upper from lower case, whatever this machine's does.
      boolean onlyCaseDiffers = !realId.equals(id) && realId.equalsIgnoreCase(id);
      if (onlyCaseDiffers) return Optional.empty();
      found.add(real);
      return Optional.of(real);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
