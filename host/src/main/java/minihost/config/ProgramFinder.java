package minihost.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import minihost.reason.Origin;

/** Finds app.json, and when it is not there says where it may be. */
final class ProgramFinder {
  static final String APP_JSON = "app.json";
  static final String GAME_JSON = "game.json";

  private final Jail jail;
  private final JsonFiles files;
  private final Problems problems;

  ProgramFinder(Jail jail, JsonFiles files, Problems problems) {
    this.jail = jail;
    this.files = files;
    this.problems = problems;
  }

  boolean isIn(Path root) {
    return Files.exists(root.resolve(APP_JSON));
  }

  /** The object in app.json; empty when that is missing or broken, which is reported. */
  Optional<Json.Obj> appJson(Path root) {
    Path file = root.resolve(APP_JSON);
    if (!isIn(root)) reportMissing(root);
    return files.read(file, JsonFiles.Twice.WARN);
  }

  /** Whether the program is a mini game. */
  boolean isGame(Path root) {
    return !isIn(root) && Files.exists(root.resolve(GAME_JSON));
  }

  Optional<Json.Obj> gameJson(Path root) {
    return files.read(root.resolve(GAME_JSON), JsonFiles.Twice.WARN);
  }

  private void reportMissing(Path root) {
    Origin origin = new Origin(jail.name(root.resolve(APP_JSON)), 0, "");
    problems.problem(ConfigCode.NO_APP_JSON, origin, root, advice(root));
  }

  private String advice(Path root) {
    return below(root)
        .map(
            found ->
                "there is one in %1$s: run that folder, or write \"miniprogramRoot\": \"%1$s/\" in"
                        .formatted(jail.name(found))
                    + " project.config.json")
        .orElse("name the folder that holds app.json, or create one with { \"pages\": [ … ] }");
  }

  private Optional<Path> below(Path root) {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(child -> jail.holds(child) && Files.isRegularFile(child.resolve(APP_JSON)))
          .min(Path::compareTo);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
