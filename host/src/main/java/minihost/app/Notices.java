package minihost.app;

import minihost.config.AppJson;
import minihost.config.Setting;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Words what is wrong with a program's shape without stopping it. */
final class Notices {
  private final AppJson app;
  private final MiniProgram.Listener listener;

  Notices(AppJson app, MiniProgram.Listener listener) {
    this.app = app;
    this.listener = listener;
  }

  void appFileMissing() {
    tell(
        AppCode.APP_FILE_MISSING,
        "there is no app.js or app.ts: WeChat does not start such a program; its pages run here",
        "add app.js with App({})",
        Origin.BUILT_IN);
  }

  Reason noSubpackage(String name) {
    return new Reason(
        AppCode.SUBPACKAGE_NOT_LOADED,
        name,
        "game.json has no subpackage " + name + ", or its game.js is missing or threw",
        "add it to subpackages of game.json: { \"name\": …, \"root\": … }",
        Origin.BUILT_IN);
  }

  void gameFileMissing() {
    tell(AppCode.GAME_FILE_MISSING, "there is no game.js", "add game.js", Origin.BUILT_IN);
  }

  void fileMissing(String route) {
    tell(
        AppCode.PAGE_FILE_MISSING,
        "there is no " + route + ".js or " + route + ".ts; the page is empty",
        "add the file, or take the route out of pages",
        origin(route));
  }

  void entryFileMissing(AppJson.Subpackage of) {
    tell(
        AppCode.PAGE_FILE_MISSING,
        "there is no " + of.entry() + ", which is the entry of the subpackage " + of.root(),
        "add the file, or take entry out",
        new Origin("app.json", 0, "subpackages"));
  }

  void notRegistered(String route) {
    tell(
        AppCode.PAGE_NOT_REGISTERED,
        route + " has run without calling Page() or Component(); the page is empty",
        "call Page({…}) in it",
        origin(route));
  }

  void entryNotFound(Launch launch) {
    tell(
        AppCode.ENTRY_PAGE_NOT_FOUND,
        launch.path() + " is not among the pages of app.json; App.onPageNotFound was told",
        "enter by one of pages",
        Origin.BUILT_IN);
  }

  void appRegisteredTwice() {
    tell(
        AppCode.APP_REGISTERED_TWICE,
        "App() was called again; only the first call counts",
        "call App() once, in app.js",
        Origin.BUILT_IN);
  }

  private void tell(Code code, String why, String fix, Origin origin) {
    listener.notice(new Reason(code, why, fix, origin));
  }

  private Origin origin(String route) {
    return app.pages().stream()
        .filter(page -> page.value().equals(route))
        .map(Setting::origin)
        .findFirst()
        .orElse(Origin.BUILT_IN);
  }
}
