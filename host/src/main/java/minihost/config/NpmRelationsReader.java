package minihost.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads where npm packages come from: {@code setting.packNpmManually} with {@code
 * packNpmRelationList}. Without it the tools look beside app.json alone; here a project whose
 * package.json lies above {@code miniprogramRoot} is understood too, since nothing else can be
 * meant. What is wrong in the list is the editor's business and passed over.
 */
final class NpmRelationsReader {
  private static final String PACKAGE_JSON = "package.json";
  private static final String NODE_MODULES = "node_modules";

  private final Jail jail;
  private final Path root;

  /**
   * @param root the folder of app.json
   */
  NpmRelationsReader(Jail jail, Path root) {
    this.jail = jail;
    this.root = root;
  }

  List<NpmRelation> read(Fields setting) {
    List<NpmRelation> relations = new ArrayList<>();
    boolean byHand =
        setting.get("packNpmManually").orElse(null) instanceof Json.Flag f && f.value();
    if (byHand && setting.get("packNpmRelationList").orElse(null) instanceof Json.Arr list)
      for (Json item : list.items()) relation(item).ifPresent(relations::add);
    boolean above = !root.equals(jail.folder()) && !Files.exists(root.resolve(PACKAGE_JSON));
    if (relations.isEmpty() && above)
      related(jail.folder().resolve(PACKAGE_JSON), root).ifPresent(relations::add);
    return List.copyOf(relations);
  }

  private Optional<NpmRelation> relation(Json item) {
    if (!(item instanceof Json.Obj object)) return Optional.empty();
    Optional<Path> manifest = path(object, "packageJsonPath");
    Optional<Path> built = path(object, "miniprogramNpmDistDir");
    return manifest.flatMap(from -> built.flatMap(to -> related(from, to)));
  }

  private Optional<NpmRelation> related(Path manifest, Path built) {
    Path packages = manifest.resolveSibling(NODE_MODULES);
    if (!built.startsWith(root) || !Files.isDirectory(packages) || !jail.holds(packages))
      return Optional.empty();
    String folder = root.relativize(built).toString().replace('\\', '/');
    return Optional.of(new NpmRelation(packages, folder));
  }

  private Optional<Path> path(Json.Obj object, String key) {
    if (!(object.members().get(key) instanceof Json.Text text)) return Optional.empty();
    try {
      return Optional.of(jail.folder().resolve(text.value()).normalize())
          .filter(path -> path.startsWith(jail.folder()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
