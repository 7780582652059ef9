package minihost.component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import minihost.config.AppJson;
import minihost.config.ComponentJson;
import minihost.config.Setting;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * The components of a program: which tags mean which, and the engine that runs them, which is
 * loaded when the first one is made. JS thread.
 */
public final class Components {
  private static final String TAB_BAR = "custom-tab-bar/index";

  private final JsRuntime js;
  private final AppJson app;
  private final ComponentFiles files;
  private final Consumer<Reason> notice;
  private final Templates templates;
  private final JsObject prelude;
  private final Set<String> known = new HashSet<>();
  private final Set<Origin> told = new HashSet<>();

  /** Installs what App and Page need of components; loads no engine and reads no file. */
  public Components(JsRuntime js, AppJson app, ComponentFiles files, Consumer<Reason> notice) {
    this.js = js;
    this.app = app;
    this.files = files;
    this.notice = notice;
    templates = new Templates(js, files, notice);
    prelude =
        js.install(
            Components.class,
            "components.js",
            Map.of("engine", this::loadEngine, "queries", this::loadQueries));
    if (app.customTabBar()) prelude.call("customTabBar", app.tabs());
  }

  private Object loadEngine(Object... args) {
    boolean hasLibrary = (boolean) args[0];
    if (!hasLibrary) js.install(Components.class, "glass-easel.js", Map.of());
    js.install(
        Components.class,
        "templates.js",
        Map.of(
            "template", a -> templates.template((String) a[0]),
            "imports", a -> templates.imports((String) a[0]),
            "script", a -> templates.script((String) a[0])));
    js.install(Components.class, "instances.js", Map.of());
    js.install(Components.class, "engine.js", Map.of());
    js.install(Components.class, "tree.js", Map.of());
    js.install(Components.class, "natives.js", Map.of());
    return null;
  }

  private Object loadQueries(Object... args) {
    js.install(Components.class, "queries.js", Map.of());
    return null;
  }

  /** Reads what a page uses, and runs the scripts of its components, those within them first. */
  public void prepare(String route) {
    declare(route, true);
    if (app.customTabBar() && app.isTab(route)) prepareTabBar();
  }

  private void prepareTabBar() {
    Optional<String> bar = files.component("app.json", "/" + TAB_BAR);
    if (bar.isPresent()) declare(TAB_BAR, false);
    else if (known.add(TAB_BAR))
      tell(
          ComponentCode.COMPONENT_NOT_FOUND,
          "app.json says tabBar.custom, and there is no " + TAB_BAR + ".js: getTabBar gives null",
          "add " + TAB_BAR + ".js, .json and .wxml, or take custom out",
          new Origin("app.json", 0, "tabBar.custom"));
  }

  private void declare(String id, boolean isPage) {
    if (!known.add(id)) return;
    String file = id + ".json";
    ComponentJson json =
        files.text(file).map(text -> ComponentJson.read(file, text)).orElse(ComponentJson.NONE);
    json.problems().forEach(notice);
    Map<String, String> using = new LinkedHashMap<>();
    app.usingComponents()
        .forEach((tag, name) -> use(using, tag, "app.json", new Setting<>(name, global(tag))));
    json.usingComponents().forEach((tag, name) -> use(using, tag, file, name));
    Map<String, Object> generics = new HashMap<>();
    json.generics().forEach((tag, name) -> generics.put(tag, byDefault(tag, file, name)));
    if (!isPage) files.runComponent(id);
    prelude.call(
        "declare",
        id,
        Map.of(
            "using", using,
            "generics", generics,
            "placeholders", json.placeholders(),
            "hasOwn", !json.usingComponents().isEmpty(),
            "isPage", isPage));
  }

  private static Origin global(String tag) {
    return new Origin("app.json", 0, "usingComponents." + tag);
  }

  private void use(Map<String, String> using, String tag, String file, Setting<String> name) {
    find(tag, file, name).ifPresent(id -> using.put(tag, id));
  }

  private Object byDefault(String tag, String file, Optional<Setting<String>> name) {
    return name.flatMap(n -> find(tag, file, n))
        .<Object>map(id -> Map.of("default", id))
        .orElse(true);
  }

  private Optional<String> find(String tag, String file, Setting<String> name) {
    String path = name.value();
    if (AppJson.isOfPlugin(path)) {
      tell(
          ComponentCode.PLUGIN_COMPONENT,
          "<" + tag + "> is " + path + ": plugins are not run, and the tag stays empty",
          "test what needs it on a phone",
          name.origin());
      return Optional.empty();
    }
    Optional<String> id = files.component(file, path);
    id.ifPresentOrElse(
        found -> declare(found, false),
        () ->
            tell(
                ComponentCode.COMPONENT_NOT_FOUND,
                file + " says that <" + tag + "> is \"" + path + "\": there is no such component",
                ComponentCode.howToGet(path),
                name.origin()));
    return id;
  }

  /** Once: what app.json names, every page and component has. */
  private void tell(ComponentCode code, String why, String fix, Origin origin) {
    if (told.add(origin)) notice.accept(new Reason(code, why, fix, origin));
  }
}
