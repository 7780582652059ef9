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
  private final List<Mount> mounts = new ArrayList<>();
  private final NpmPackages npm = new NpmPackages(this::regular, this::program);
  private final Map<String, Optional<ModuleFile>> known = new HashMap<>();
  private String only = "";
  private Packages packages = Packages.ONE;

  /** A folder of the tree that lies elsewhere on the disk. */
  private record Mount(String prefix, Path real) {}

  /**
   * @param root the folder that holds app.json
   * @param aliases {@code resolveAlias} of app.json; empty when there is none
   * @throws IOException when the root does not exist
   */
  public ModuleTree(Path root, Map<String, String> aliases) throws IOException {
    this(root, aliases, List.of());
  }

  /**
   * @param root the folder that holds app.json
   * @param aliases {@code resolveAlias} of app.json; empty when there is none
   * @param elsewhere installed packages outside the root; a {@code node_modules} of the root itself
   *     needs no mention, and goes before one that would have its place
   * @throws IOException when the root does not exist
   */
  public ModuleTree(Path root, Map<String, String> aliases, List<NpmFolder> elsewhere)
      throws IOException {
    this.root = root.toRealPath();
    this.aliases = new ResolveAlias(aliases);
    for (NpmFolder folder : elsewhere) mount(folder);
  }

  private void mount(NpmFolder folder) throws IOException {
    Optional<String> at = ModulePath.join(folder.folder(), NpmPackages.FOLDER);
    if (at.isEmpty() || Files.exists(root.resolve(at.get()))) return;
    if (Files.isDirectory(folder.packages()))
      mounts.add(new Mount(at.get() + "/", folder.packages().toRealPath()));
  }

  /** From now on nothing but the files below {@code folder} is there, as for a worker. */
  public ModuleTree within(String folder) {
    only = folder + "/";
    return this;
  }

  /** From now on files of other packages are out of reach for those who do not wait for them. */
  public ModuleTree delivered(Packages packages) {
    this.packages = packages;
    return this;
  }

  /** Like {@link #resolve}, of what is there without waiting: nothing of other packages. */
  public Optional<ModuleFile> atHand(String fromId, String specifier) {
    return resolve(fromId, specifier).filter(file -> packages.reaches(fromId, file.id()));
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
   * {@code miniprogram_npm} up to the root, in this order, and failing all that a package of the
   * nearest {@code node_modules}. A package may be written with {@code ./} before it, as WeChat's
   * own demo does (its issue 67).
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
    return ModulePath.join("", id).flatMap(this::real).flatMap(file -> read(file.path()));
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
    String why = resolve(fromId, specifier).map(found -> elsewhere(found.id())).orElse("");
    return "module '" + file + "' is not defined, require args is '" + specifier + "'" + why;
  }

  private String elsewhere(String id) {
    String where = packages.of(id).map(root -> "the subpackage " + root).orElse("the main package");
    return ": it is in " + where + ", of which only require.async may have it";
  }

  private Optional<ModuleFile> find(String folder, String specifier) {
    if (specifier.matches("/*")) {
      return Optional.empty();
    }
    if (specifier.matches("\\.\\.?/?")) {
      return program(folder, specifier + "/index.js");
    }
    if (specifier.startsWith("../")) {
      return program(folder, specifier);
    }
    if (specifier.startsWith("./")) {
      return program(folder, specifier).or(() -> ofPackage(folder, specifier.substring(2)));
    }
    Optional<ModuleFile> aliased = aliases.apply(specifier).flatMap(path -> program("", path));
    if (aliased.isPresent()) {
      return aliased;
    }
    if (specifier.startsWith("/")) {
      return program("", specifier).or(() -> program(folder, specifier));
    }
    return program(folder, specifier).or(() -> ofPackage(folder, specifier));
  }

  private Optional<ModuleFile> ofPackage(String folder, String specifier) {
    return installed(folder, specifier).or(() -> notBuilt(folder, specifier));
  }

  private Optional<ModuleFile> notBuilt(String folder, String specifier) {
    for (String at = folder; ; at = ModulePath.folder(at)) {
      if (!at.endsWith(NpmPackages.FOLDER)) {
        String packages = ModulePath.display(at, NpmPackages.FOLDER);
        Optional<ModuleFile> found = npm.find(packages, specifier);
        if (found.isPresent()) return found;
      }
      if (at.isEmpty()) return Optional.empty();
    }
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
    if (path.endsWith(".json") && NpmPackages.holds(path)) ids.add(path);
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
    return real(id).filter(file -> isProgram(file.id()));
  }

  /** The file of this name: a regular one, inside the tree, spelled with the same case. */
  private Optional<ModuleFile> real(String id) {
    for (Mount mount : mounts)
      if (id.startsWith(mount.prefix))
        return real(id, mount.prefix, mount.real, id.substring(mount.prefix.length()));
    return real(id, "", root, id);
  }

  /**
   * @param prefix what the ids of files below {@code top} begin with
   */
  private Optional<ModuleFile> real(String id, String prefix, Path top, String path) {
    try {
      Path real = top.resolve(path).toRealPath();
      if (!real.startsWith(top) || !Files.isRegularFile(real)) {
        return Optional.empty();
      }
      String realId = prefix + top.relativize(real).toString().replace('\\', '/');
      // A phone's file system tells upper from lower case, whatever this machine's does.
      boolean onlyCaseDiffers = !realId.equals(id) && realId.equalsIgnoreCase(id);
      if (onlyCaseDiffers || !realId.startsWith(only)) return Optional.empty();
      found.add(real);
      return Optional.of(new ModuleFile(realId, real));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The build of npm packages takes JSON in; a program's own modules are scripts. */
  private static boolean isProgram(String id) {
    return id.endsWith(".js")
        || id.endsWith(".ts")
        || id.endsWith(".json") && NpmPackages.holds(id);
  }
}
