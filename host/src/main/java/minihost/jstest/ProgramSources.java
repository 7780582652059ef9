package minihost.jstest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import minihost.config.Setting;
import minihost.config.Settings;

/**
 * The files of a program that coverage speaks of: its own code, and neither tests with what helps
 * them, nor the lab, nor packages, nor the settings of tools.
 */
final class ProgramSources {
  private static final Pattern SOURCE = Pattern.compile(".+\\.[jt]s");
  private static final Pattern NOT_RUN =
      Pattern.compile(
          ".+\\.d\\.ts|.+\\.(test|spec)\\.[jt]s|(.*/)?([^/]+\\.config|gulpfile)\\.[jt]s");
  private static final Set<String> OF_TESTS =
      Set.of("test", "tests", "__tests__", "__mocks__", "node_modules", "miniprogram_npm");

  private ProgramSources() {}

  /**
   * @param id path from the folder that holds app.json
   */
  static boolean isCounted(String id) {
    if (!SOURCE.matcher(id).matches() || NOT_RUN.matcher(id).matches()) return false;
    String[] names = id.split("/");
    for (int i = 0; i < names.length - 1; i++) if (OF_TESTS.contains(names[i])) return false;
    return true;
  }

  /** The ids of all of them, sorted. */
  static List<String> of(Settings settings) throws IOException {
    Path root = settings.programRoot().toRealPath();
    Optional<Path> lab = settings.lab().routes().map(Setting::value);
    return TestFiles.under(root, file -> true).stream()
        .filter(file -> lab.stream().noneMatch(routes -> isOfLab(root, routes, file)))
        .map(file -> root.relativize(file).toString().replace('\\', '/'))
        .filter(ProgramSources::isCounted)
        .toList();
  }

  /** What lies beside the routes, if they have a folder of their own. */
  private static boolean isOfLab(Path root, Path routes, Path file) {
    Path folder = routes.normalize().getParent();
    return folder == null || root.startsWith(folder)
        ? file.equals(routes)
        : file.startsWith(folder);
  }
}
