package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the page route event guide and of the route rewrite guide. */
class RoutesTest {
  private static final String LISTEN =
      """
      globalThis.say = (...words) => console.log(words.join(' '));
      globalThis.here = () => getCurrentPages().map(page => page.route.at(-1)).join('');
      const hear = event => r => { last[event] = r; all.push(r); say(event, r.path.at(-1), here()) };
      wx.onBeforeAppRoute(hear('BeforeAppRoute'));
      wx.onAppRoute(hear('AppRoute'));
      wx.onAppRouteDone(hear('AppRouteDone'));
      wx.onBeforePageLoad(hear('BeforePageLoad'));
      wx.onAfterPageLoad(hear('AfterPageLoad'));
      wx.onBeforePageUnload(hear('BeforePageUnload'));
      wx.onAfterPageUnload(hear('AfterPageUnload'));
      """;
  private static final String PAGE =
      """
      Component({
        lifetimes: { created() { say('created', here()) }, detached() { say('detached', here()) } },
        methods: {
          onLoad() { say('onLoad', here()) }, onShow() { say('onShow') }, onReady() { say('onReady') },
          onUnload() { say('onUnload') }, onRouteDone() { say('onRouteDone') },
        },
      })
      """;

  private AppWorld world = new AppWorld();

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  private AppWorld program(String app) {
    world =
        AppWorld.withTabs(1, "pages/a/a", "pages/b/b", "pages/t/t")
            .file("app.js", "globalThis.last = {}; globalThis.all = []; " + app)
            .file("pages/a/a.js", "Page({})")
            .file("pages/b/b.js", "Page({ onLoad(q) { console.log('b', JSON.stringify(q)) } })")
            .file("pages/t/t.js", "Page({ onLoad(q) { console.log('t', JSON.stringify(q)) } })");
    return world;
  }

  @Test
  void aRouteIsToldInTheOrderOfTheGuide() {
    program(LISTEN).file("pages/b/b.js", PAGE).file("pages/a/a.js", PAGE).launch();
    world.taken();
    world.script("all.length = 0");
    world.script("wx.redirectTo({ url: '/pages/b/b?x=1' })");
    assertEquals(
        List.of(
            "BeforeAppRoute b a",
            "BeforePageUnload a a",
            "onUnload",
            "detached a",
            "AfterPageUnload a ",
            "BeforePageLoad b ",
            "created ",
            "onLoad b",
            "onShow",
            "AfterPageLoad b b",
            "AppRoute b b",
            "onReady",
            "AppRouteDone b b",
            "onRouteDone"),
        world.out);
    world.taken();
    world.script(
        """
        const r = last.AppRoute;
        say(r.path, r.query.x, r.openType, r.notFound, r.renderer, typeof r.timeStamp,
          r.webviewId === 2, typeof r.routeEventId);
        say(new Set(all.map(r => r.routeEventId)).size, last.BeforePageUnload.page.route,
          last.AfterPageLoad.page === getCurrentPages()[0], last.BeforePageLoad.openType);
        """);
    assertEquals(
        List.of(
            "pages/b/b 1 redirectTo false webview number true string",
            "1 pages/a/a true redirectTo"),
        world.out);
  }

  @Test
  void eachKindOfRouteIsToldByItsName() {
    program("wx.onAppRoute(r => console.log(r.openType, r.path, r.routeEventId))").launch();
    world.script("wx.navigateTo({ url: '/pages/b/b' })");
    world.script("wx.navigateBack()");
    world.script("wx.switchTab({ url: '/pages/t/t' })");
    world.script("wx.reLaunch({ url: '/pages/a/a' })");
    world.script("wx.navigateTo({ url: '/nowhere', fail() {} })");
    assertEquals(
        List.of(
            "appLaunch pages/a/a route:1",
            "b {}",
            "navigateTo pages/b/b route:2",
            "navigateBack pages/a/a route:3",
            "t {}",
            "switchTab pages/t/t route:4",
            "reLaunch pages/a/a route:5"),
        world.out);
  }

  @Test
  void aListenerMayBeTakenAway() {
    program("const f = () => console.log('heard'); wx.onAppRoute(f); wx.offAppRoute(f)").launch();
    assertEquals(List.of(), world.out);
  }

  @Test
  void aRewrittenRouteNeverMakesItsFirstPage() {
    program(
            """
            wx.onBeforeAppRoute(r => {
              console.log('before', r.path, JSON.stringify(r.query));
              if (r.path !== 'pages/a/a') return;
              wx.rewriteRoute({ url: '/pages/b/b?c=2', success: r => console.log(r.errMsg) });
            });
            """)
        .file("pages/a/a.js", "Page({ onLoad() { console.log('a') } })")
        .launch();
    assertEquals(
        List.of(
            "before pages/a/a {}",
            "before pages/b/b {\"c\":\"2\"}",
            "b {\"c\":\"2\"}",
            "rewriteRoute:ok"),
        world.out);
    assertEquals("pages/b/b", world.program().current().orElseThrow().route());
  }

  @Test
  void theQueryOfARewrittenRouteMayStay() {
    program("").launch();
    world.script(
        """
        wx.onBeforeAppRoute(r => r.path === 'pages/b/b' && r.query.x &&
          wx.rewriteRoute({ url: '/pages/t/t?y=2', preserveQuery: true }));
        wx.reLaunch({ url: '/pages/b/b?x=1' });
        """);
    assertEquals(List.of("t {\"x\":\"1\"}"), world.out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "navigateTo({ url: '/pages/b/b' })   | /pages/t/t | rewriting a \"navigateTo\" event to a"
            + " tab page(\"pages/t/t\") is not allowed",
        "switchTab({ url: '/pages/t/t' })    | /pages/b/b | rewriting a \"switchTab\" event to to a"
            + " non-tab page(\"pages/b/b\") is not allowed",
        "redirectTo({ url: '/pages/b/b' })   | /pages/x   | page \"pages/x\" is not found",
      })
  void aRouteKeepsItsKind(String route, String url, String why) {
    program("").launch();
    world.script(
        """
        wx.onBeforeAppRoute(() => wx.rewriteRoute({ url: '%s', fail: r => console.log(r.errMsg) }));
        wx.%s
        """
            .formatted(url, route));
    assertEquals("rewriteRoute:fail " + why, world.out.getLast());
  }

  @Test
  void onlyOnceAndOnlyWhileARouteWaits() {
    program("").launch();
    world.script(
        """
        const say = r => console.log(r.errMsg);
        wx.rewriteRoute({ url: '/pages/b/b', fail: say });
        const listener = () => {
          wx.rewriteRoute({ url: '/pages/a/a', fail: say });
          wx.rewriteRoute({ url: '/pages/b/b', fail: say });
          wx.offBeforeAppRoute(listener);
          Promise.resolve().then(() => wx.rewriteRoute({ url: '/pages/b/b', fail: say }));
        };
        wx.onBeforeAppRoute(listener);
        wx.navigateTo({ url: '/pages/b/b' });
        """);
    assertEquals(
        List.of(
            "rewriteRoute:fail rewriteRoute is only allowed in a onBeforeAppRoute callback",
            "rewriteRoute:fail rewriteRoute can only be called once in a route event, this page"
                + " hash been rewritten to \"pages/a/a\"",
            "rewriteRoute:fail rewriteRoute is only allowed in a onBeforeAppRoute callback"),
        world.out);
  }

  @Test
  void aWayBackIsNotRewritten() {
    program("").launch();
    world.script("wx.navigateTo({ url: '/pages/b/b' })");
    world.taken();
    world.script(
        """
        wx.onBeforeAppRoute(() => wx.rewriteRoute({ url: '/pages/b/b', fail: r => console.log(r.errMsg) }));
        wx.navigateBack();
        """);
    assertEquals(
        List.of("rewriteRoute:fail a \"navigateBack\" event is not allowed to be rewritten"),
        world.out);
    assertEquals("pages/a/a", world.program().current().orElseThrow().route());
  }

  @Test
  void aRouteThatIsLedRoundAndRoundIsMadeInTheEnd() {
    program(
            """
            let asked = 0;
            wx.onBeforeAppRoute(r => {
              asked++;
              wx.rewriteRoute({ url: r.path === 'pages/a/a' ? '/pages/t/t' : '/pages/a/a' });
            });
            wx.onAppRoute(r => console.log(asked, r.path));
            """)
        .launch();
    assertEquals(List.of("t {}", "100 pages/t/t"), world.out);
  }
}
