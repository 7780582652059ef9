package minihost.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import minihost.config.ConfigProblems;
import minihost.config.Setting;
import minihost.js.JsException;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Loads a routes file into {@link Routes}, or says all that is wrong with it. */
final class RouteFileLoader implements AutoCloseable {
  private static final String FORM =
      "a routes file is CommonJS: module.exports = { 'GET /feed': req => ({ json: [] }) }";

  private final RouteFiles files;
  private final RouteScript script;

  /**
   * Begins to load; {@link #addTo} waits for the end of that.
   *
   * @throws ConfigProblems if the file does not exist
   */
  RouteFileLoader(Path folder, Setting<Path> routes, Consumer<LabEvent> listener)
      throws ConfigProblems {
    try {
      files = new RouteFiles(folder, routes.value());
    } catch (IOException e) {
      String fix = "write the file, or correct lab.routes";
      throw new ConfigProblems(
          List.of(broken(routes.value() + " cannot be read", fix, routes.origin())));
    }
    script = new RouteScript(files, listener);
  }

  void addTo(Routes routes) throws ConfigProblems, InterruptedException {
    List<Reason> problems = new ArrayList<>();
    try {
      for (String pattern : script.patterns()) add(pattern, routes, problems);
    } catch (JsException e) {
      problems.add(thrown(e));
    }
    if (!problems.isEmpty()) throw new ConfigProblems(problems);
  }

  private void add(String pattern, Routes routes, List<Reason> problems)
      throws InterruptedException {
    try {
      RoutePattern parsed = RoutePattern.parse(pattern);
      script.check(pattern);
      routes.put(parsed, request -> script.answer(pattern, request));
    } catch (IllegalArgumentException | JsException e) {
      Origin at = new Origin(files.main(), lineOf(pattern), "");
      problems.add(broken(e.getMessage(), "correct the route '" + pattern + "'", at));
    }
  }

  private Reason thrown(JsException e) {
    String file = e.error().file().isEmpty() ? files.main() : e.error().file();
    String firstLine = e.error().message().lines().findFirst().orElse("");
    return broken(firstLine, FORM, new Origin(file, e.error().line(), ""));
  }

  private int lineOf(String pattern) {
    List<String> lines = files.text(files.main()).lines().toList();
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(pattern)) return i + 1;
    return 0;
  }

  private static Reason broken(String why, String fix, Origin at) {
    return new Reason(LabCode.LAB_ROUTES_BROKEN, why, fix, at);
  }

  @Override
  public void close() {
    script.close();
  }
}
