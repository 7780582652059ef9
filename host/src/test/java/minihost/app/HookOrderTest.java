package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import minihost.config.AppJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order of hooks: sheet 6.3, LC-1 to LC-10. */
class HookOrderTest {
  private static final String APP =
      """
      console.log('app.js')
      wx.onAppShow(res => console.log('onAppShow', res.path))
      wx.onAppHide(() => console.log('onAppHide'))
      App({
        onLaunch(o) { console.log('onLaunch', o.path, getCurrentPages().length) },
        onShow(o) { console.log('App.onShow', o.path) },
        onHide() { console.log('App.onHide') },
      })
      console.log('app.js end')
      """;

  /** A page that says what is called on it, under the first letter of its route. */
  private static String page(String name) {
    return """
    console.log('%1$s.js')
    const hooks = {}
    for (const h of ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'])
      hooks[h] = () => console.log('%1$s', h)
    Page(hooks)
    """
        .formatted(name)
        .transform(code -> "{" + code + "}");
  }

  private AppWorld world = new AppWorld();

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  private AppWorld pages(int tabs, String... names) {
    world = AppWorld.withTabs(tabs, names).file("app.js", APP);
    for (String name : names) world.file(name + ".js", page(name));
    return world;
  }

  @Test // LC-1, LC-9
  void lc1AColdStartRunsTheAppThenThePageFilesThenTheFirstPage() {
    pages(0, "a", "b").launch();
    assertEquals(
        List.of(
            "app.js",
            "onLaunch a 0",
            "App.onShow a",
            "onAppShow a",
            "app.js end",
            "a.js",
            "b.js",
            "a onLoad",
            "a onShow",
            "a onReady"),
        world.out);
  }

  @Test
  void filesOfSubpackagesRunWhenTheirPageOpens() {
    var sub = new AppJson.Subpackage("sub", "", List.of("s"), false, "");
    world =
        new AppWorld()
            .app(Apps.of(List.of("a", "sub/s"), List.of(), List.of(sub), false))
            .file("a.js", page("a"))
            .file("sub/s.js", page("s"))
            .launch();
    assertEquals(List.of("a.js", "a onLoad", "a onShow", "a onReady"), world.taken());
    world.script("wx.navigateTo({ url: '/sub/s' })");
    assertEquals(List.of("a onHide", "s.js", "s onLoad", "s onShow", "s onReady"), world.taken());
  }

  @Test
  void withLazyCodeLoadingEveryFileRunsWhenItsPageOpens() {
    world =
        new AppWorld()
            .app(Apps.of(List.of("a", "b"), List.of(), List.of(), true))
            .file("a.js", page("a"))
            .file("b.js", page("b"))
            .launch();
    assertEquals(List.of("a.js", "a onLoad", "a onShow", "a onReady"), world.taken());
  }

  @Test // LC-2
  void lc2OnHideThePageComesFirstThenTheApp() {
    pages(0, "a").launch().taken();
    world.hide();
    assertEquals(List.of("a onHide", "App.onHide", "onAppHide"), world.out);
  }

  @Test // LC-3
  void lc3OnShowTheAppComesFirstThenThePage() {
    pages(0, "a").launch().hide().taken();
    world.show();
    assertEquals(List.of("App.onShow a", "onAppShow a", "a onShow"), world.out);
  }

  @Test // LC-3
  void lc3AnEntryWithAPathRelaunches() {
    pages(0, "a", "b").launch().hide().taken();
    world.show(Launch.of("b", "x=1", 1011));
    assertEquals(
        List.of("App.onShow b", "onAppShow b", "a onUnload", "b onLoad", "b onShow", "b onReady"),
        world.out);
    assertEquals(Map.of("x", "1"), world.program().current().orElseThrow().query());
  }

  @Test
  void anEntryWithAPathThatIsNoPageIsToldAndTheProgramGoesOnWhereItWas() {
    pages(0, "a").launch().hide().taken();
    world.show(Launch.of("gone", "", 1011));
    assertEquals(List.of("App.onShow gone", "onAppShow gone", "a onShow"), world.out);
    assertTrue(world.notices.getFirst().startsWith("ENTRY_PAGE_NOT_FOUND: gone"));
  }

  @Test
  void aDestroyedProgramDoesNothingAnyMore() {
    pages(0, "a", "b").launch().taken();
    world.turn(world.program()::destroy);
    world.script("wx.navigateTo({ url: '/b', complete: r => console.log(r.errMsg) })");
    world.turn(() -> world.program().callPage("onLoad", List.of(), world.outcome()));
    assertEquals(
        List.of(
            "navigateTo:fail the mini program has ended",
            "failed the mini program has been destroyed"),
        world.out);
  }

  @Test // LC-4, LC-9
  void lc4TheHooksOfANavigationRunInOrder() {
    pages(1, "b", "c", "a").enteredBy(Launch.of("a", "", 1001)).launch().taken();
    world.script("wx.navigateTo({ url: '/b', success: () => console.log('success') })");
    assertEquals(
        List.of("a onHide", "b onLoad", "b onShow", "b onReady", "success"), world.taken());
    world.script("wx.redirectTo({ url: '/c' })");
    assertEquals(List.of("b onUnload", "c onLoad", "c onShow", "c onReady"), world.taken());
    world.script("wx.navigateBack()");
    assertEquals(List.of("c onUnload", "a onShow"), world.taken());
    world.script("wx.reLaunch({ url: '/b' })");
    assertEquals(List.of("a onUnload", "b onLoad", "b onShow", "b onReady"), world.taken());
    world.script("wx.switchTab({ url: '/a' })");
    assertEquals(List.of("b onUnload", "a onLoad", "a onShow", "a onReady"), world.taken());
  }

  @Test
  void aNavigationWaitsForTheHookThatAskedForIt() {
    world =
        AppWorld.withPages("a", "b")
            .file(
                "a.js",
                """
                Page({
                  onLoad() { wx.redirectTo({ url: 'b' }); console.log('a loaded') },
                  onReady() { console.log('a ready') },
                })
                """)
            .file("b.js", page("b"))
            .launch();
    assertEquals(
        List.of("b.js", "a loaded", "a ready", "b onLoad", "b onShow", "b onReady"), world.out);
  }

  @Test
  void theStackIsThePagesStateAtEveryHook() {
    String code =
        """
        Page({
          onLoad() { console.log('load', getCurrentPages().map(p => p.route).join()) },
          onUnload() { console.log('unload', getCurrentPages().map(p => p.route).join()) },
        })
        """;
    world = AppWorld.withPages("a", "b", "c");
    for (String route : List.of("a", "b", "c")) world.file(route + ".js", code);
    world.launch();
    world.script("wx.navigateTo({ url: '/b' })");
    world.script("wx.navigateTo({ url: '/c' })");
    world.script("wx.navigateBack({ delta: 2 })");
    assertEquals(
        List.of("load a", "load a,b", "load a,b,c", "unload a,b,c", "unload a,b"), world.out);
  }

  @Test // LC-4
  void aKeptTabIsNotOnTheStack() {
    pages(2, "c", "a", "b").enteredBy(Launch.of("a", "", 1001)).launch().taken();
    world.script("wx.switchTab({ url: '/b' })").taken();
    world.script("console.log(getCurrentPages().map(p => p.route).join())");
    assertEquals(List.of("b"), world.taken());
    world.script("wx.switchTab({ url: '/a' })");
    world.script("console.log(getCurrentPages().map(p => p.route).join())");
    assertEquals(List.of("b onHide", "a onShow", "a"), world.taken());
  }

  @Test // LC-6
  void lc6TheOptionsOfAnEntryAreWhole() {
    world =
        AppWorld.withPages("a")
            .file(
                "app.js",
                "App({ onLaunch(o) { console.log(JSON.stringify(o), 'shareTicket' in o) } })")
            .file("a.js", page("a"))
            .enteredBy(Launch.of("/a", "x=%20", 1011))
            .launch();
    assertEquals(
        "{\"path\":\"a\",\"query\":{\"x\":\"%20\"},\"scene\":1011,\"referrerInfo\":{},"
            + "\"forwardMaterials\":[],\"apiCategory\":\"default\"} true",
        world.out.getFirst());
  }

  @Test
  void anAppWithoutAppJsRunsItsPages() {
    world = AppWorld.withPages("a").file("a.js", page("a")).launch();
    assertEquals(List.of("a.js", "a onLoad", "a onShow", "a onReady"), world.out);
    assertTrue(world.notices.getFirst().startsWith("APP_FILE_MISSING: "), world.notices::toString);
  }

  @Test // LC-8
  void anEntryThatIsNoPageIsToldToTheAppWhichMayGoElsewhere() {
    world =
        AppWorld.withPages("a")
            .file(
                "app.js",
                """
                wx.onPageNotFound(res => console.log('event', res.path))
                App({ onPageNotFound(res) {
                  console.log(JSON.stringify(res))
                  wx.redirectTo({ url: 'a' })
                } })
                """)
            .file("a.js", page("a"))
            .enteredBy(Launch.of("gone/x", "q=1", 1011))
            .launch();
    assertEquals("a.js", world.out.get(0));
    assertTrue(world.out.get(1).contains("\"path\":\"gone/x\""), world.out.get(1));
    assertTrue(world.out.get(1).contains("\"isEntryPage\":true"), world.out.get(1));
    assertEquals(
        List.of("event gone/x", "a onLoad", "a onShow", "a onReady"), world.out.subList(2, 6));
    assertTrue(world.notices.getFirst().startsWith("ENTRY_PAGE_NOT_FOUND: gone/x"));
  }

  @Test
  void aTypeScriptAppFileIsFoundAsWell() {
    world =
        AppWorld.withPages("a")
            .file("app.ts", "App({ onLaunch() { console.log('ts') } })")
            .file("a.ts", page("a"))
            .launch();
    assertEquals("ts", world.out.getFirst());
  }
}
