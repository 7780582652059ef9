package minihost.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import minihost.reason.Origin;

/**
 * Loads and validates everything a run is told. Layers, each over the one before: defaults,
 * app.json, project files, minihost.json, environment, {@code --set}.
 */
public final class SettingsLoader {
  static final String MINIHOST_JSON = "minihost.json";

  private static final String PROJECT_JSON = "project.config.json";
  private static final String PRIVATE_JSON = "project.private.config.json";

  private final Jail jail;
  private final Overrides overrides;
  private final boolean programNeeded;
  private final Problems problems;
  private final JsonFiles files;

  private SettingsLoader(Jail jail, Overrides overrides, boolean programNeeded, Problems problems) {
    this.jail = jail;
    this.overrides = overrides;
    this.programNeeded = programNeeded;
    this.problems = problems;
    this.files = new JsonFiles(jail, problems);
  }

  /**
   * The settings of the mini program in a folder. Reads no file outside the folder but the ones
   * {@code --config} and {@code trust} name.
   *
   * @throws ConfigProblems with every problem of every file, when there is one
   */
  public static Settings load(Path folder, Overrides overrides) throws ConfigProblems {
    return load(folder, overrides, true);
  }

  /** Like {@link #load}, for questions about rules: the folder need not hold a mini program. */
  public static Settings loadRules(Path folder, Overrides overrides) throws ConfigProblems {
    return load(folder, overrides, false);
  }

  private static Settings load(Path folder, Overrides overrides, boolean programNeeded)
      throws ConfigProblems {
    Problems problems = new Problems();
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) throw new IOException("not a folder");
      return new SettingsLoader(new Jail(absolute), overrides, programNeeded, problems).load();
    } catch (IOException e) {
      problems.problem(ConfigCode.NO_FOLDER, Origin.of("command line", "DIR"), absolute);
      problems.throwIfAny();
      throw new IllegalStateException("a problem was just added", e);
    }
  }

  private Settings load() throws ConfigProblems {
    Json.Obj layers = Layers.read(overrides, problems);
    ProjectJsonReader projectReader = new ProjectJsonReader(project(layers), jail, problems);
    Optional<Path> root = projectReader.programRoot();
    ProjectJson project = projectReader.read(root.orElse(jail.folder()));
    Optional<AppJson> app = root.flatMap(found -> app(found, layers));
    MinihostJsonReader.Sections host = minihost(layers);
    problems.throwIfAny();
    return new Settings(
        jail.folder(),
        root.orElseThrow(),
        app.orElseThrow(),
        project,
        host.domains(),
        host.account(),
        host.hosts(),
        host.trust(),
        host.device(),
        host.platform(),
        host.rules(),
        host.limits(),
        host.httpdns(),
        host.cloud(),
        host.lab(),
        host.answers(),
        overrides,
        host.plugins(),
        problems.warnings());
  }

  private Json.Obj project(Json.Obj layers) {
    Json.Obj project = readOrNone(jail.folder().resolve(PROJECT_JSON), JsonFiles.Twice.WARN);
    Json.Obj personal = readOrNone(jail.folder().resolve(PRIVATE_JSON), JsonFiles.Twice.WARN);
    return over(project.with(personal), layers, Keys.PROJECT);
  }

  private Optional<AppJson> app(Path root, Json.Obj layers) {
    ProgramFinder finder = new ProgramFinder(jail, files, problems);
    if (!programNeeded && !finder.isIn(root)) return Optional.of(AppJson.NONE);
    if (finder.isGame(root))
      return finder
          .gameJson(root)
          .map(tree -> new AppJsonReader(over(tree, layers, Keys.APP), root, problems).readGame());
    return finder
        .appJson(root)
        .map(tree -> new AppJsonReader(over(tree, layers, Keys.APP), root, problems).read());
  }

  private MinihostJsonReader.Sections minihost(Json.Obj layers) {
    Optional<Path> named = configFile();
    Path file = named.orElse(jail.folder().resolve(MINIHOST_JSON));
    Predicate<Path> mayRead = named.isPresent() ? path -> true : jail::holds;
    Json.Obj tree =
        named.map(this::named).orElseGet(() -> readOrNone(file, JsonFiles.Twice.REFUSE));
    return new MinihostJsonReader(
            tree.with(withoutProgram(layers)), file.getParent(), mayRead, problems)
        .read();
  }

  private Optional<Path> configFile() {
    return overrides.configFile().or(this::variable).map(p -> p.toAbsolutePath().normalize());
  }

  private Optional<Path> variable() {
    String text = overrides.environment().getOrDefault(Layers.CONFIG_VARIABLE, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      Origin origin = Origin.of(Layers.CONFIG_VARIABLE, "");
      problems.problem(ConfigCode.NO_SUCH_FILE, origin, Layers.CONFIG_VARIABLE, text);
      return Optional.empty();
    }
  }

  private Json.Obj named(Path file) {
    String name = file.toString();
    if (Files.exists(file))
      return files
          .readAnywhere(file, name, JsonFiles.Twice.REFUSE)
          .orElseGet(() -> JsonFiles.none(name));
    String by = overrides.configFile().isPresent() ? "--config" : Layers.CONFIG_VARIABLE;
    problems.problem(ConfigCode.NO_SUCH_FILE, Origin.of(by, ""), by, name);
    return JsonFiles.none(name);
  }

  private Json.Obj readOrNone(Path file, JsonFiles.Twice twice) {
    return files.read(file, twice).orElse(JsonFiles.none(file.getFileName().toString()));
  }

  private Json.Obj over(Json.Obj tree, Json.Obj layers, String section) {
    Json value = layers.members().get(section);
    if (value instanceof Json.Obj above) return tree.with(above);
    if (value != null) problems.wrongType(value, "an object", "{ … }");
    return tree;
  }

  private static Json.Obj withoutProgram(Json.Obj layers) {
    Map<String, Json> rest = new LinkedHashMap<>(layers.members());
    rest.keySet().removeAll(List.of(Keys.APP, Keys.PROJECT));
    return new Json.Obj(layers.origin(), rest);
  }
}
