package minihost.wx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import minihost.app.AppWorld;
import minihost.app.Launch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppEventsFamilyTest {
  private final AppWorld world = AppWorld.withPages("a", "b").file("a.js", "").file("b.js", "");

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  @Test // LC-5
  void lc5ListenersHearShowAndHideUntilTheyAreTakenOff() {
    world
        .file("a.js", "Page({})")
        .launch()
        .script(
            """
            const one = r => console.log('one', r.path), two = () => console.log('two')
            wx.onAppShow(one); wx.onAppShow(two)
            wx.onAppHide(() => console.log('hidden'))
            globalThis.one = one
            """);
    world.hide().show();
    assertEquals(List.of("hidden", "one a", "two"), world.taken());
    world.script("wx.offAppShow(one); wx.offAppHide()");
    world.hide().show();
    assertEquals(List.of("two"), world.taken());
  }

  @Test // LC-7
  void lc7LaunchOptionsStayAndEnterOptionsAreTheLatest() {
    String print =
        "console.log(wx.getLaunchOptionsSync().scene, wx.getEnterOptionsSync().scene,"
            + " wx.getEnterOptionsSync().path, 'shareTicket' in wx.getLaunchOptionsSync())";
    world
        .file("app.js", "App({ onLaunch() { " + print + " } })")
        .file("a.js", "Page({})")
        .file("b.js", "Page({})")
        .enteredBy(Launch.of("a", "", 1011))
        .launch();
    world.hide().show(Launch.of("b", "", 1037)).script(print);
    world.hide().show().script(print);
    assertEquals(List.of("1011 1011 a true", "1011 1037 b true", "1011 1037 b true"), world.out);
  }

  @Test
  void nextTickRunsAfterTheCodeThatAskedForIt() {
    world
        .file("a.js", "Page({})")
        .launch()
        .script(
            """
            console.log(wx.nextTick(() => console.log('next')))
            Promise.resolve().then(() => console.log('microtask'))
            console.log('now')
            """);
    assertEquals(List.of("undefined", "now", "microtask", "next"), world.out);
  }

  @Test // LC-8
  void whoeverIsTakenOffHearsOfNoErrorNoRejectionAndNoMissingPage() {
    world
        .file("app.js", "App({})")
        .file("a.js", "Page({})")
        .launch()
        .script(
            """
            const kept = name => () => console.log('kept', name)
            const gone = name => () => console.log('gone', name)
            for (const name of ['Error', 'UnhandledRejection', 'PageNotFound']) {
              const off = gone(name)
              wx['on' + name](off)
              wx['on' + name](kept(name))
              wx['off' + name](off)
            }
            """);
    world.script("setTimeout(() => null.x, 1)").script("void Promise.reject(1)");
    world.hide().show(Launch.of("nowhere", "", 1011));
    assertEquals(
        List.of("kept Error", "kept UnhandledRejection", "kept PageNotFound"), world.taken());
    world.script("wx.offError(); wx.offUnhandledRejection(); wx.offPageNotFound()");
    world.script("setTimeout(() => null.x, 1)").script("void Promise.reject(1)");
    world.hide().show(Launch.of("nowhere", "", 1011));
    assertEquals(List.of(), world.taken());
    world.errors.clear();
  }

  @Test
  void anIdleCallbackComesLaterUnlessItIsCancelled() {
    world
        .file("app.js", "App({})")
        .file("a.js", "Page({})")
        .launch()
        .script(
            """
            const never = wx.requestIdleCallback(() => console.log('never'), { timeout: 10 })
            console.log(typeof never, wx.requestIdleCallback(r => console.log('idle', r.errMsg)) !== never)
            wx.cancelIdleCallback(never)
            Promise.resolve().then(() => console.log('microtask'))
            """);
    assertEquals(List.of("number true", "microtask", "idle requestIdleCallback:ok"), world.out);
  }
}
