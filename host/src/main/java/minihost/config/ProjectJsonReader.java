package minihost.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads project.config.json with the private file laid over it (sheet PRJ-1): where the mini
 * program is, who it is, and whether domains are checked.
 */
final class ProjectJsonReader {

  private final Fields project;
  private final Jail jail;
  private final Problems problems;

  /**
   * @param tree both files merged
   */
  ProjectJsonReader(Json.Obj tree, Jail jail, Problems problems) {
    this.project = new Fields(tree, problems);
    this.jail = jail;
    this.problems = problems;
  }

  /**
   * @param root the folder of app.json
   */
  ProjectJson read(Path root) {
    project.mentionUnknown(AppKeys.PROJECT);
    Fields setting = project.object("setting");
    mentionMisspeltUrlCheck(setting);
    Setting<Boolean> urlCheck = setting.flag("urlCheck").orElse(Setting.builtIn(true));
    if (!urlCheck.value())
      problems.warning(ConfigCode.URL_CHECK_OFF, urlCheck.origin(), "setting.urlCheck");
    return new ProjectJson(
        appid(),
        project.text("projectname", "\"demo\"").map(Setting::value).orElse(""),
        project.text("libVersion", "\"3.4.0\"").map(Setting::value).orElse(""),
        urlCheck,
        new NpmRelationsReader(jail, root).read(setting));
  }

  /**
   * The folder of app.json: the one the project files name, else the given one. Empty when the one
   * they name cannot be used, which is reported.
   */
  Optional<Path> programRoot() {
    boolean own = project.get("miniprogramRoot").isPresent();
    String key = own ? "miniprogramRoot" : "srcMiniprogramRoot";
    Json written = project.get(key).orElse(null);
    if (written == null) return Optional.of(jail.folder());
    if (!(written instanceof Json.Text text)) {
      problems.wrongType(written, "a string", "\"miniprogram/\"");
      return Optional.empty();
    }
    Optional<Path> root = below(text.value());
    boolean missing = root.isPresent() && !Files.isDirectory(root.get());
    if (missing)
      problems.problem(
          ConfigCode.NO_MINIPROGRAM_ROOT,
          text.origin(),
          text.origin().key(),
          text.shown(),
          root.get());
    else if (root.isEmpty() || !jail.holds(root.get()))
      problems.problem(ConfigCode.OUTSIDE_FOLDER, text.origin(), text.shown(), jail.folder());
    else return root;
    return Optional.empty();
  }

  /** The path below the folder; a leading slash means the folder, as in the WeChat tools. */
  private Optional<Path> below(String text) {
    try {
      Path path = jail.folder().resolve(text.replaceFirst("^/+", "")).normalize();
      return path.startsWith(jail.folder()) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Setting<String> appid() {
    boolean blank = project.get("appid").orElse(null) instanceof Json.Text t && t.value().isEmpty();
    if (blank) return ProjectJson.noAppid();
    return Words.safe(project, "appid", "\"wx0123456789abcdef\"").orElse(ProjectJson.noAppid());
  }

  /** The many other settings are the editor's; but a misspelt urlCheck would go unnoticed. */
  private void mentionMisspeltUrlCheck(Fields setting) {
    List<String> known = List.of("urlCheck");
    setting
        .members()
        .forEach(
            (key, value) -> {
              if (!known.contains(key) && Suggestion.nearest(key, known).isPresent())
                problems.warning(
                    ConfigCode.UNKNOWN_KEY,
                    value.origin(),
                    setting.path(key),
                    "setting",
                    value.shown(),
                    Keys.advice(key, known));
            });
  }
}
