package minihost.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import minihost.config.AppJson;
import minihost.config.NetworkTimeout;
import minihost.config.Setting;

/** app.json as tests need it. */
final class Apps {
  private static final Setting<Integer> MINUTE = Setting.builtIn(NetworkTimeout.DEFAULT_MS);
  private static final NetworkTimeout TIMEOUTS = new NetworkTimeout(MINUTE, MINUTE, MINUTE, MINUTE);

  private Apps() {}

  static AppJson of(List<String> pages, List<String> tabs) {
    return of(pages, tabs, List.of(), false);
  }

  static AppJson of(
      List<String> pages, List<String> tabs, List<AppJson.Subpackage> subpackages, boolean lazy) {
    return new AppJson(
        pages.stream().map(Setting::builtIn).toList(),
        pages.getFirst(),
        subpackages,
        TIMEOUTS,
        tabs,
        !tabs.isEmpty(),
        Map.of(),
        Map.of(),
        Set.of(),
        false,
        lazy,
        Map.of(),
        "",
        false);
  }
}
