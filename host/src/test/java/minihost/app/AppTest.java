package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code App}, {@code getApp}, and what the app is told when something goes wrong. */
class AppTest {
  private AppWorld world = new AppWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> run(String app, String page) {
    world = AppWorld.withPages("a").file("app.js", app).file("a.js", page).launch();
    return world.out;
  }

  @Test
  void getAppIsUndefinedUntilAppHasReturned() {
    run(
        """
        console.log(getApp())
        App({ onLaunch() { console.log(getApp()) }, globalData: { n: 1 } })
        console.log(getApp().globalData.n)
        """,
        "console.log(getApp().globalData.n)");
    assertEquals(List.of("undefined", "undefined", "1", "1"), world.out);
  }

  @Test
  void allowDefaultGivesTheObjectThatAppWillFill() {
    run(
        """
        const early = getApp({ allowDefault: true })
        early.mine = 1
        App({ name: 'x' })
        console.log(early === getApp(), getApp().mine, getApp().name)
        """,
        "");
    assertEquals(List.of("true 1 x"), world.out);
  }

  @Test
  void methodsAreBoundAndMembersShared() {
    run(
        """
        const shared = {}
        App({ shared, name: 'x', hello() { return this.name }, onLaunch() { console.log((0, this.hello)()) } })
        const { hello } = getApp()
        console.log(hello(), getApp().shared === shared)
        """,
        "");
    assertEquals(List.of("x", "x true"), world.out);
  }

  @Test
  void appWithoutOptionsIsAnApp() {
    assertEquals(List.of("{}"), run("App(); console.log(getApp())", ""));
  }

  @Test
  void onlyTheFirstAppCounts() {
    run("App({ n: 1 }); App({ n: 2 }); console.log(getApp().n)", "");
    assertEquals(List.of("1"), world.out);
    assertTrue(world.notices.getFirst().startsWith("APP_REGISTERED_TWICE"), "" + world.notices);
  }

  @Test
  void aLibraryMayReplaceAppAndPage() {
    run(
        """
        const app = App, page = Page
        App = o => { console.log('App replaced'); app(o) }
        Page = o => { console.log('Page replaced'); page(o) }
        App({})
        """,
        "Page({ onLoad() { console.log('loaded') } })");
    assertEquals(List.of("App replaced", "Page replaced", "loaded"), world.out);
  }

  @Test
  void appJsThatFailsEndsTheLaunchWithItsPlace() {
    run("App({})\nnull.x", "console.log('never')");
    assertEquals(List.of("not launched"), world.out);
    assertTrue(world.errors.getFirst().startsWith("app.js:2:"), "" + world.errors);
  }

  @Test
  void appJsThatDoesNotParseEndsTheLaunchWithItsPlace() {
    run("\nApp({", "");
    assertEquals(List.of("not launched"), world.out);
    assertTrue(world.errors.getFirst().startsWith("app.js:"), "" + world.errors);
  }

  @Test
  void aPageFileThatFailsIsReportedAndToldToTheAppAndTheRestRuns() {
    world =
        AppWorld.withPages("a", "b")
            .file("app.js", "App({ onError(e) { console.log(e.split('\\n')[0]) } })")
            .file("a.js", "\nthrow new Error('broken')")
            .file("b.js", "Page({ onLoad() { console.log('b') } })")
            .launch()
            .script("wx.navigateTo({ url: '/b' })");
    assertEquals(List.of("Error: broken", "b"), world.out);
    assertTrue(world.errors.getFirst().startsWith("a.js:2:"), "" + world.errors);
    assertEquals(List.of(), world.notices);
  }

  @Test
  void aPageThatIsMissingOrNeverRegistersIsToldOnceAndOpensEmpty() {
    world = AppWorld.withPages("a", "gone", "mute").file("a.js", "Page({})").file("mute.js", "");
    world.file("app.js", "App({})").launch();
    world.script("wx.navigateTo({ url: '/gone' })");
    world.script("wx.navigateTo({ url: '/gone' })");
    world.script(
        "wx.navigateTo({ url: '/mute', success: () => console.log(getCurrentPages().length) })");
    assertEquals(List.of("4"), world.out);
    assertEquals(2, world.notices.size(), "" + world.notices);
    assertTrue(world.notices.get(0).startsWith("PAGE_NOT_REGISTERED: mute"), "" + world.notices);
    assertTrue(world.notices.get(1).startsWith("PAGE_FILE_MISSING"), "" + world.notices);
  }

  @Test
  void pageOutsideAPageFileIsAnErrorAtTheCall() {
    run("App({}); try { Page({}) } catch (e) { console.log(e.message) }", "Page({})");
    assertTrue(world.out.getFirst().startsWith("Page() was called outside a page"), "" + world.out);
  }

  @Test
  void twoPagesInOneFileAreAnError() {
    run("App({})", "Page({}); Page({})");
    assertTrue(
        world.errors.getFirst().endsWith("Please do not register multiple Pages in a.js"),
        "" + world.errors);
  }

  @Test // LC-8, LC-10
  void lc10AnExceptionInAHookIsToldToTheAppAndTheSequenceGoesOn() {
    run(
        """
        wx.onError(text => console.log('wx.onError', text.split('\\n')[0]))
        App({
          onLaunch() { throw new Error('launch') },
          onShow() { console.log('shown') },
          onError(text) { console.log('onError', text.split('\\n')[0], text.includes('app.js:3')) },
        })
        """,
        """
        Page({
          onLoad() { this.gone() },
          onShow() { console.log('page shown') },
        })
        """);
    assertEquals(6, world.out.size(), "" + world.out);
    assertEquals("onError Error: launch true", world.out.get(0));
    assertEquals("wx.onError Error: launch", world.out.get(1));
    assertEquals("shown", world.out.get(2));
    assertTrue(world.out.get(3).startsWith("onError TypeError: "), world.out.get(3));
    assertEquals("page shown", world.out.get(5));
    assertEquals(2, world.errors.size());
    assertTrue(world.errors.get(1).startsWith("a.js:2:"), world.errors.get(1));
  }

  @Test // LC-10
  void anErrorInAnErrorHookIsReportedAndNotToldAgain() {
    run(
        """
        wx.onError(() => { throw new Error('third') })
        App({ onError() { throw new Error('second') }, onLaunch() { throw new Error('first') } })
        """,
        "Page({})");
    assertEquals(3, world.errors.size(), "" + world.errors);
  }

  @Test // LC-8
  void anUnhandledRejectionIsToldWithReasonAndPromise() {
    run(
        """
        wx.onUnhandledRejection(res => console.log('event', res.reason))
        App({
          async onLaunch() { throw 'lost' },
          onUnhandledRejection(res) { console.log(res.reason, res.promise instanceof Promise) },
        })
        """,
        "Page({})");
    assertEquals(List.of("lost true", "event lost"), world.out);
    assertEquals(1, world.errors.size());
  }

  @Test
  void anErrorInATimerIsToldToTheApp() {
    run("App({ onError() { console.log('told') } }); setTimeout(() => null.x, 1)", "Page({})");
    assertEquals(List.of("told"), world.out);
  }
}
