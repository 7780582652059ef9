package minihost.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a program is entered (sheet LC-6).
 *
 * @param path a route without leading slash
 * @param query values not decoded
 * @param scene WeChat's scene value, such as {@link #MAIN_ENTRY}
 */
public record Launch(String path, Map<String, String> query, int scene) {
  /** From the list of recent programs: what a plain start is. */
  public static final int MAIN_ENTRY = 1001;

  /**
   * @param path with or without leading slash
   * @param query {@code a=1&b=2}, may be empty
   */
  public static Launch of(String path, String query, int scene) {
    return new Launch(PageUrl.of("/" + path, "").route(), Query.parse(query, ""), scene);
  }

  /** What onLaunch and onShow are given, but for {@code shareTicket}, which is undefined. */
  public Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("path", path);
    options.put("query", query);
    options.put("scene", scene);
    options.put("referrerInfo", Map.of());
    options.put("forwardMaterials", List.of());
    options.put("apiCategory", "default");
    return options;
  }
}
