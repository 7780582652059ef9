package minihost.app;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import minihost.config.AppJson;
import minihost.config.Setting;
import minihost.js.JsObject;

/** Runs the bodies of page files, each once, so that they register their pages. JS thread. */
final class PageFiles {
  private final AppJson app;
  private final ProgramModules modules;
  private final JsObject prelude;
  private final ProgramTurns turns;
  private final Notices notices;
  private final Set<String> ran = new HashSet<>();

  PageFiles(
      AppJson app, ProgramModules modules, JsObject prelude, ProgramTurns turns, Notices notices) {
    this.app = app;
    this.modules = modules;
    this.prelude = prelude;
    this.turns = turns;
    this.notices = notices;
  }

  /** The pages of the main package, in the order of app.json; those without a file are left. */
  void runMainPackage() {
    for (Setting<String> page : app.pages()) {
      String route = page.value();
      if (app.packageOf(route).isEmpty())
        modules.resolve(route).ifPresent(id -> runOnce(route, id));
    }
  }

  /** For a page that is about to open. */
  void run(String route) {
    app.packageOf(route).ifPresent(this::enter);
    Optional<String> id = modules.resolve(route);
    if (id.isPresent()) runOnce(route, id.get());
    else if (ran.add(route)) notices.fileMissing(route);
  }

  /** For a component that a page uses. */
  void runComponent(String id) {
    modules.resolve(id).ifPresent(script -> runOnce(id, script));
  }

  /** Runs the entry file of a subpackage, before anything else of it (guide to subpackages). */
  private void enter(AppJson.Subpackage of) {
    if (of.entry().isEmpty() || !ran.add(of.root() + "/")) return;
    Optional<String> id = modules.resolve(of.entry());
    if (id.isPresent()) turns.attempt(() -> modules.run(id.get()));
    else notices.entryFileMissing(of);
  }

  private void runOnce(String route, String id) {
    if (!ran.add(route)) return;
    prelude.call("begin", route);
    boolean sound = turns.attempt(() -> modules.run(id));
    boolean registered = Boolean.TRUE.equals(prelude.call("end"));
    if (sound && !registered) notices.notRegistered(route);
  }
}
