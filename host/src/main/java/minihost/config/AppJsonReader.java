package minihost.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads app.json (sheet 9.1). Keys that WeChat may have added since are mentioned and ignored; the
 * keys used here must have their type.
 */
final class AppJsonReader {
  private static final int MIN_TABS = 2;
  private static final int MAX_TABS = 5;
  private static final List<String> BACKGROUND_MODES = List.of("audio", "location", "bluetooth");

  private final Fields app;
  private final Path programRoot;
  private final Problems problems;

  AppJsonReader(Json.Obj tree, Path programRoot, Problems problems) {
    this.app = new Fields(tree, problems);
    this.programRoot = programRoot;
    this.problems = problems;
  }

  AppJson read() {
    app.mentionUnknown(AppKeys.APP);
    PagesReader table = new PagesReader(app);
    table.readMain();
    List<AppJson.Subpackage> subpackages = table.readSubpackages();
    table.mentionMissingFiles(programRoot);
    List<Setting<String>> pages = table.routes();
    List<String> routes = pages.stream().map(Setting::value).toList();
    return new AppJson(
        pages,
        home(routes),
        subpackages,
        networkTimeout(app.object("networkTimeout")),
        tabs(routes),
        hasCustomTabBar(),
        texts("usingComponents", Comparator.comparing(key -> 0)),
        texts("resolveAlias", Comparator.comparing(key -> -key.length())),
        backgroundModes(),
        app.flag("debug", false),
        app.text("lazyCodeLoading", "\"requiredComponents\"").isPresent(),
        PluginsReader.used(app),
        workers(),
        false);
  }

  /** What game.json says (sheet 9.2): a mini game has neither pages nor components. */
  AppJson readGame() {
    return new AppJson(
        List.of(),
        "",
        new PagesReader(app).readRoots(),
        networkTimeout(app.object("networkTimeout")),
        List.of(),
        false,
        Map.of(),
        texts("resolveAlias", Comparator.comparing(key -> -key.length())),
        Set.of(),
        app.flag("debug", false),
        false,
        PluginsReader.used(app),
        workers(),
        true);
  }

  /** A path, or an object with the path and more that does not matter here. */
  private String workers() {
    String example = "\"workers\"";
    Optional<Setting<String>> path =
        app.get("workers").orElse(null) instanceof Json.Obj object
            ? new Fields(object, problems).text("path", example)
            : app.text("workers", example);
    return path.map(p -> p.value().replaceAll("^(\\./|/)+|/+$", "")).orElse("");
  }

  private String home(List<String> routes) {
    String first = routes.isEmpty() ? "" : routes.getFirst();
    if (app.text("entryPagePath", "\"pages/index/index\"").isEmpty()) return first;
    return listed((Json.Text) app.get("entryPagePath").orElseThrow(), routes).orElse(first);
  }

  private Optional<String> listed(Json.Text text, List<String> routes) {
    Optional<String> route = Routes.read("", text, problems);
    if (route.isEmpty() || routes.contains(route.get())) return route;
    problems.problem(
        ConfigCode.UNLISTED_PAGE,
        text.origin(),
        text.origin().key(),
        text.shown(),
        Routes.advice(route.get(), routes));
    return Optional.empty();
  }

  private NetworkTimeout networkTimeout(Fields section) {
    section.mentionUnknown(AppKeys.TIMEOUTS);
    return new NetworkTimeout(
        timeout(section, "request"),
        timeout(section, "connectSocket"),
        timeout(section, "uploadFile"),
        timeout(section, "downloadFile"));
  }

  /** Fractions are cut, and what no int holds is as good as the largest int: it is capped later. */
  private Setting<Integer> timeout(Fields section, String key) {
    Json value = section.get(key).orElse(null);
    if (value == null) return Setting.builtIn(NetworkTimeout.DEFAULT_MS);
    String expected = "a number of milliseconds above 0";
    String path = section.path(key);
    if (!(value instanceof Json.Num number)) {
      problems.wrongType(value, path, expected, "for example 10000");
    } else if (number.value().compareTo(BigDecimal.ONE) < 0) {
      problems.problem(
          ConfigCode.OUT_OF_RANGE,
          value.origin(),
          path,
          expected,
          value.shown(),
          "for example 10000");
    } else {
      BigDecimal max = BigDecimal.valueOf(Integer.MAX_VALUE);
      return new Setting<>(number.value().min(max).intValue(), value.origin());
    }
    return Setting.builtIn(NetworkTimeout.DEFAULT_MS);
  }

  private boolean hasCustomTabBar() {
    return app.get("tabBar").orElse(null) instanceof Json.Obj bar
        && new Fields(bar, problems).flag("custom", false);
  }

  private List<String> tabs(List<String> routes) {
    Optional<Json.Arr> list =
        app.object("tabBar", "{ \"list\": [ … ] }")
            .flatMap(bar -> bar.array("list", "[{ \"pagePath\": \"pages/index/index\" }]"));
    if (list.isEmpty()) return List.of();
    int count = list.get().items().size();
    if (count < MIN_TABS || count > MAX_TABS)
      problems.warning(ConfigCode.TAB_COUNT, list.get().origin(), count);
    List<String> tabs = new ArrayList<>();
    for (Json item : list.get().items()) tab(item, routes).ifPresent(tabs::add);
    return List.copyOf(tabs);
  }

  private Optional<String> tab(Json item, List<String> routes) {
    String example = "\"pagePath\": \"pages/index/index\"";
    if (!(item instanceof Json.Obj object)) {
      problems.wrongType(item, "an object", "{ " + example + " }");
      return Optional.empty();
    }
    Fields tab = new Fields(object, problems);
    if (tab.get("pagePath").isEmpty())
      problems.problem(ConfigCode.MISSING_KEY, item.origin(), tab.path("pagePath"), example);
    if (tab.text("pagePath", "\"pages/index/index\"").isEmpty()) return Optional.empty();
    return listed((Json.Text) tab.get("pagePath").orElseThrow(), routes);
  }

  private Map<String, String> texts(String key, Comparator<String> order) {
    Fields section = app.object(key);
    Map<String, String> texts = new LinkedHashMap<>();
    section.members().keySet().stream()
        .sorted(order)
        .forEach(
            name ->
                section
                    .text(name, "\"path/of/it\"")
                    .ifPresent(text -> texts.put(name, text.value())));
    return Collections.unmodifiableMap(texts);
  }

  private Set<String> backgroundModes() {
    String key = "requiredBackgroundModes";
    Set<String> modes = new LinkedHashSet<>();
    for (Json.Text mode :
        app.array(key, "[\"audio\"]").map(a -> app.texts(a, "\"audio\"")).orElse(List.of())) {
      modes.add(mode.value());
      if (!BACKGROUND_MODES.contains(mode.value()))
        problems.warning(
            ConfigCode.UNKNOWN_VALUE,
            mode.origin(),
            mode.origin().key(),
            mode.shown(),
            BACKGROUND_MODES,
            Fields.quote("audio"));
    }
    return Collections.unmodifiableSet(modes);
  }
}
