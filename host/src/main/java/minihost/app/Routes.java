package minihost.app;

import java.util.Map;
import minihost.api.WxFailure;
import minihost.config.AppJson;
import minihost.js.HostFunction;
import minihost.js.JsObject;
import minihost.js.JsRuntime;

/**
 * Tells the program of each move between pages, before, while and after it is made (page route
 * event guide), and lets it lead elsewhere before it is made (route rewrite guide). JS thread.
 */
final class Routes {
  /** So often at most is the program asked of one route, which it could lead round for ever. */
  private static final int LIMIT = 100;

  private static final String WHEN =
      "call wx.rewriteRoute once, at once, in a listener of wx.onBeforeAppRoute";

  private final AppJson app;
  private final PageStack stack;
  private final JsObject script;
  private final ProgramTurns turns;
  private Question question; // while the program is asked
  private int last;

  Routes(AppJson app, PageStack stack, JsRuntime js, ProgramTurns turns) {
    this.app = app;
    this.stack = stack;
    this.turns = turns;
    script =
        js.install(
            Routes.class, "routes.js", Map.of("asked", args -> HostFunction.done(this::asked)));
  }

  /** A route that may yet be rewritten. */
  private static final class Question {
    private final String openType;
    private final PageUrl to;
    private PageUrl rewritten;

    private Question(String openType, PageUrl to) {
      this.openType = openType;
      this.to = to;
    }
  }

  /**
   * Begins a route: the program hears of it, and of each that it makes of it.
   *
   * @param openType {@code navigateTo}, {@code appLaunch} and so on
   * @param page where it leads
   * @return where the program lets it lead
   */
  PageUrl begin(String openType, OpenPage page) {
    String id = "route:" + ++last;
    PageUrl to = new PageUrl(page.route(), page.query(), page.route());
    for (int asks = 1; ; asks++) {
      Question asked = new Question(openType, to);
      Map<String, Object> route =
          Map.of(
              "openType",
              openType,
              "path",
              to.route(),
              "query",
              to.query(),
              "notFound",
              !app.hasPage(to.route()),
              "routeEventId",
              id,
              "webviewId",
              page.id());
      question = asked;
      turns.attempt(() -> script.call("begin", route));
      asked(); // also where a script was stopped
      if (asked.rewritten == null || asks == LIMIT) return to;
      to = asked.rewritten;
    }
  }

  /** What listeners do later, in microtasks too, is too late. */
  private void asked() {
    question = null;
  }

  /** The pages are as the route leaves them. */
  void made() {
    turns.attempt(() -> script.call("made"));
  }

  /** Nothing moves any longer; here that is at once. */
  void done() {
    turns.attempt(() -> script.call("done"));
  }

  /**
   * Leads the route that the program is asked about elsewhere.
   *
   * @param preserveQuery whether the route's query stays, and that of {@code url} is dropped
   */
  void rewrite(String url, boolean preserveQuery) throws WxFailure {
    Question asked = question;
    if (asked == null)
      throw new WxFailure(NavigationCode.REWRITE_OUTSIDE, "", "no route waits to be made", WHEN);
    if (asked.rewritten != null)
      throw new WxFailure(
          NavigationCode.REWRITE_TWICE, asked.rewritten.route(), "the first call counts", WHEN);
    if (asked.openType.equals("navigateBack"))
      throw new WxFailure(
          NavigationCode.REWRITE_BACK,
          "",
          "the page that it leads to is open already",
          "look at openType first");
    PageUrl to = PageUrl.of(url, asked.to.route());
    stack.requirePage(to);
    requireFit(asked.openType, to.route());
    asked.rewritten =
        preserveQuery ? new PageUrl(to.route(), asked.to.query(), asked.to.text()) : to;
  }

  private void requireFit(String openType, String route) throws WxFailure {
    if (stack.fits(openType, route)) return;
    String event = '"' + openType + "\" event to ";
    // The doubled word is WeChat's.
    String page = (app.isTab(route) ? "a tab page(\"" : "to a non-tab page(\"") + route + "\")";
    throw new WxFailure(
        NavigationCode.REWRITE_UNFIT,
        event + page,
        "a route keeps its kind when it is rewritten",
        "lead it to another page, or go there with wx.switchTab or wx.reLaunch");
  }
}
