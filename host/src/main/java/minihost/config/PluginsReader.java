package minihost.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads plugins: those that a program uses, and who stands in for them here. */
final class PluginsReader {
  private static final String MODULE = "\"stand-ins/map.js\"";

  private PluginsReader() {}

  /**
   * The plugins of app.json and of its subpackages, alias to the appid of the provider. Nothing
   * here stops a program: it may never use them.
   */
  static Map<String, String> used(Fields app) {
    Map<String, String> plugins = new LinkedHashMap<>();
    add(plugins, app.object("plugins"));
    for (String key : List.of("subpackages", "subPackages"))
      if (app.get(key).orElse(null) instanceof Json.Arr packages)
        for (Json item : packages.items())
          if (item instanceof Json.Obj one)
            add(plugins, new Fields(one, app.problems()).object("plugins"));
    return Collections.unmodifiableMap(plugins);
  }

  private static void add(Map<String, String> plugins, Fields section) {
    section
        .members()
        .forEach(
            (alias, value) -> {
              boolean named =
                  value instanceof Json.Obj plugin
                      && plugin.members().get("provider") instanceof Json.Text;
              plugins.putIfAbsent(alias, named ? provider((Json.Obj) value) : "");
            });
  }

  private static String provider(Json.Obj plugin) {
    return ((Json.Text) plugin.members().get("provider")).value();
  }

  /** {@code plugins} of minihost.json: alias to a module of the program that stands in. */
  static Map<String, Setting<String>> standIns(Fields plugins) {
    Map<String, Setting<String>> modules = new LinkedHashMap<>();
    for (String alias : plugins.members().keySet()) {
      Optional<Setting<String>> module = plugins.text(alias, MODULE);
      module.ifPresent(path -> modules.put(alias, path));
    }
    return Collections.unmodifiableMap(modules);
  }
}
