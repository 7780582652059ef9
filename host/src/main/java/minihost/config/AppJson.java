package minihost.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this host reads of app.json.
 *
 * @param pages every route of the main package and then of the subpackages (root joined), in file
 *     order, without leading slash
 * @param home the route of the first page: {@code entryPagePath}, else the first of {@code pages}
 * @param tabs routes of tabBar.list, empty without a tab bar
 * @param customTabBar a component of the program's own is its tab bar
 * @param usingComponents global components, tag to path
 * @param resolveAlias alias patterns for require, longest first
 * @param requiredBackgroundModes {@code audio} and {@code location} keep the app from suspension
 * @param lazyCodeLoading page files run when their page is first opened
 * @param plugins plugins that it uses, also in subpackages, alias to the provider's appid
 * @param workers the folder of its workers, without slashes at the ends; empty for none
 * @param game it is a mini game: game.json was read, and it has no pages
 */
public record AppJson(
    List<Setting<String>> pages,
    String home,
    List<Subpackage> subpackages,
    NetworkTimeout networkTimeout,
    List<String> tabs,
    boolean customTabBar,
    Map<String, String> usingComponents,
    Map<String, String> resolveAlias,
    Set<String> requiredBackgroundModes,
    boolean debug,
    boolean lazyCodeLoading,
    Map<String, String> plugins,
    String workers,
    boolean game) {

  /** Of a folder without one. */
  static final AppJson NONE =
      new AppJson(
          List.of(),
          "",
          List.of(),
          NetworkTimeout.BUILT_IN,
          List.of(),
          false,
          Map.of(),
          Map.of(),
          Set.of(),
          false,
          false,
          Map.of(),
          "",
          false);

  /**
   * A subpackage; {@code root} has neither leading nor trailing slash.
   *
   * @param entry the script that runs before its pages, from the program's root; empty for none
   */
  public record Subpackage(
      String root, String name, List<String> pages, boolean independent, String entry) {}

  /** The subpackage of a page; empty for the main package. */
  public Optional<Subpackage> packageOf(String route) {
    return subpackages.stream().filter(p -> route.startsWith(p.root() + "/")).findFirst();
  }

  /** Whether a page needs neither app.js nor anything else of the main package. */
  public boolean isIndependent(String route) {
    return packageOf(route).filter(Subpackage::independent).isPresent();
  }

  public boolean hasPage(String route) {
    return pages.stream().anyMatch(p -> p.value().equals(route));
  }

  /** Whether the app runs on in background: it has a mode that keeps it from suspension. */
  public boolean runsInBackground() {
    return requiredBackgroundModes.contains("audio")
        || requiredBackgroundModes.contains("location");
  }

  public boolean isTab(String route) {
    return tabs.contains(route);
  }

  /** Whether a url or a path names a page or a component of a plugin. */
  public static boolean isOfPlugin(String path) {
    return path.startsWith("plugin://") || path.startsWith("plugin-private://");
  }

  /** The plugin that such a url or path begins with. */
  public static String pluginOf(String path) {
    return path.substring(path.indexOf("//") + 2).split("[/?]", 2)[0];
  }
}
