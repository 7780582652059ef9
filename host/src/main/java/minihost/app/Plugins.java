package minihost.app;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import minihost.config.AppJson;
import minihost.config.Setting;
import minihost.js.JsRuntime;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * {@code requirePlugin}: a module of the program that minihost.json names in a plugin's place, or a
 * refusal that says how to name one. The code of plugins is on WeChat's servers only. JS thread.
 */
public final class Plugins {
  private final AppJson app;
  private final Map<String, Setting<String>> standIns;
  private final Consumer<Reason> notices;
  private final Set<String> told = new HashSet<>();

  /** Puts the function into the world, where {@code require} must be already. */
  public Plugins(
      JsRuntime js, AppJson app, Map<String, Setting<String>> standIns, Consumer<Reason> notices) {
    this.app = app;
    this.standIns = standIns;
    this.notices = notices;
    js.install(
        Plugins.class,
        "plugins.js",
        Map.of("standIn", args -> standIn((String) args[0]), "refuse", args -> refuse(args[0])));
  }

  private Object standIn(String alias) {
    return standIns.containsKey(alias) ? standIns.get(alias).value() : null;
  }

  /** Told to a person once for each plugin. The text is the error's. */
  private Object refuse(Object name) {
    String alias = String.valueOf(name);
    Reason reason = absent(app, alias);
    if (told.add(alias)) notices.accept(reason);
    return reason.why() + "; " + reason.fix();
  }

  /** Why a plugin is not here. */
  public static Reason absent(AppJson app, String alias) {
    String provider = app.plugins().getOrDefault(alias, "");
    return app.plugins().containsKey(alias)
        ? new Reason(
            AppCode.PLUGIN_ABSENT,
            "the code of the plugin %s%s is on WeChat's servers only"
                .formatted(alias, provider.isEmpty() ? "" : " (" + provider + ")"),
            "name a module that stands in for it in minihost.json:"
                + " \"plugins\": { \"%1$s\": \"stand-ins/%1$s.js\" }".formatted(alias),
            Origin.BUILT_IN)
        : new Reason(
            AppCode.PLUGIN_ABSENT,
            "app.json names no plugin " + alias,
            "add it to plugins of app.json, and name a module that stands in for it under plugins"
                + " of minihost.json",
            Origin.BUILT_IN);
  }

  /** Why such a page cannot be opened. */
  static Reason noPage(String url) {
    return new Reason(
        NavigationCode.PAGE_NOT_FOUND,
        url,
        "it is a page of the plugin "
            + AppJson.pluginOf(url)
            + ", whose code is on WeChat's servers only",
        "go to a page of your own here, or spy on the navigation in a test",
        Origin.BUILT_IN);
  }
}
