package minihost.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.reason.Origin;

/** Reads the route table of app.json: {@code pages} and the subpackages. */
final class PagesReader {
  private static final String PAGES = "[\"pages/index/index\"]";
  private static final String SUBPACKAGES =
      "[{ \"root\": \"packageA\", \"pages\": [\"pages/cat\"] }]";

  private final Fields app;
  private final Problems problems;
  private final Map<String, Origin> routes = new LinkedHashMap<>();

  PagesReader(Fields app) {
    this.app = app;
    this.problems = app.problems();
  }

  /** The routes of the main package, each once; what is wrong is reported. */
  void readMain() {
    Json written = app.get("pages").orElse(null);
    boolean none = written == null || written instanceof Json.Arr array && array.items().isEmpty();
    if (none)
      problems.problem(
          ConfigCode.NO_PAGES,
          written == null ? app.origin() : written.origin(),
          written == null ? "missing" : "empty");
    app.array("pages", PAGES).ifPresent(pages -> routes("", pages));
  }

  List<AppJson.Subpackage> readSubpackages() {
    boolean both = app.get("subpackages").isPresent() && app.get("subPackages").isPresent();
    if (both)
      problems.warning(
          ConfigCode.BOTH_SPELLINGS, app.get("subPackages").orElseThrow().origin(), "subPackages");
    String key = app.get("subpackages").isPresent() ? "subpackages" : "subPackages";
    List<AppJson.Subpackage> packages = new ArrayList<>();
    for (Json item : app.array(key, SUBPACKAGES).map(Json.Arr::items).orElse(List.of()))
      if (item instanceof Json.Obj object)
        subpackage(new Fields(object, problems)).ifPresent(packages::add);
      else
        problems.wrongType(item, "an object", SUBPACKAGES.substring(1, SUBPACKAGES.length() - 1));
    return List.copyOf(packages);
  }

  /** The subpackages of a mini game, which have no pages. */
  List<AppJson.Subpackage> readRoots() {
    String key = app.get("subpackages").isPresent() ? "subpackages" : "subPackages";
    List<AppJson.Subpackage> packages = new ArrayList<>();
    for (Json item : app.array(key, SUBPACKAGES).map(Json.Arr::items).orElse(List.of()))
      if (item instanceof Json.Obj object) {
        Fields section = new Fields(object, problems);
        String name = section.text("name", "\"stage1\"").map(Setting::value).orElse("");
        section
            .text("root", "\"stage1/\"")
            .map(root -> root.value().replaceAll("^/+|/+$", ""))
            .ifPresent(
                root -> packages.add(new AppJson.Subpackage(root, name, List.of(), false, "")));
      }
    return List.copyOf(packages);
  }

  /** All routes so far, in file order. */
  List<Setting<String>> routes() {
    List<Setting<String>> all = new ArrayList<>();
    routes.forEach((route, origin) -> all.add(new Setting<>(route, origin)));
    return List.copyOf(all);
  }

  /** Mentions pages without a script: the rest of the program can run. */
  void mentionMissingFiles(Path programRoot) {
    routes.forEach(
        (route, origin) -> {
          if (!Files.exists(programRoot.resolve(route + ".js"))
              && !Files.exists(programRoot.resolve(route + ".ts")))
            problems.warning(ConfigCode.MISSING_PAGE_FILE, origin, route, origin.key());
        });
  }

  private Optional<AppJson.Subpackage> subpackage(Fields section) {
    section.mentionUnknown(AppKeys.SUBPACKAGE);
    for (String key : List.of("root", "pages"))
      if (section.get(key).isEmpty())
        problems.problem(ConfigCode.MISSING_KEY, section.origin(), section.path(key), SUBPACKAGES);
    Optional<String> root =
        section
            .text("root", "\"packageA\"")
            .flatMap(r -> Routes.read("", new Json.Text(r.origin(), r.value()), problems));
    Optional<Json.Arr> pages = section.array("pages", "[\"pages/cat\"]");
    String name = section.text("name", "\"cats\"").map(Setting::value).orElse("");
    boolean independent = section.flag("independent", false);
    if (root.isEmpty() || pages.isEmpty()) return Optional.empty();
    List<String> paths = routes(root.get(), pages.get());
    String entry =
        section
            .text("entry", "\"index.js\"")
            .map(file -> root.get() + "/" + file.value().replaceAll("^(\\./|/)+", ""))
            .orElse("");
    return Optional.of(new AppJson.Subpackage(root.get(), name, paths, independent, entry));
  }

  private List<String> routes(String root, Json.Arr pages) {
    List<String> read = new ArrayList<>();
    for (Json.Text text : app.texts(pages, "\"pages/index/index\"")) {
      Optional<String> route = Routes.read(root, text, problems);
      if (route.isEmpty()) continue;
      Origin first = routes.putIfAbsent(route.get(), text.origin());
      if (first == null) read.add(inPackage(root, route.get()));
      else
        problems.warning(
            ConfigCode.DUPLICATE_PAGE, text.origin(), Fields.quote(route.get()), first);
    }
    return List.copyOf(read);
  }

  private static String inPackage(String root, String route) {
    return route.startsWith(root + "/") ? route.substring(root.length() + 1) : route;
  }
}
