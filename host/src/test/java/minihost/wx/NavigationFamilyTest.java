package minihost.wx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import minihost.app.AppWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationFamilyTest {
  private AppWorld world = new AppWorld();

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  private AppWorld program(String opened) {
    world =
        AppWorld.withTabs(1, "pages/a/a", "pages/b/b", "pages/t/t")
            .file("pages/a/a.js", "Page({})")
            .file("pages/b/b.js", opened)
            .file("pages/t/t.js", "Page({})")
            .launch();
    return world;
  }

  @ParameterizedTest // ERR-1, ERR-2
  @CsvSource(
      delimiter = '|',
      value = {
        "navigateTo   | { url: '/pages/b/b' }  | navigateTo:ok",
        "navigateTo   | { url: '/x' }          | navigateTo:fail page \"x\" is not found",
        "navigateTo   | { url: 'x/y?a=1' }     | navigateTo:fail page \"pages/a/x/y?a=1\" is not"
            + " found",
        "navigateTo   | { url: '/pages/t/t' }  | navigateTo:fail can not navigateTo a tabbar page",
        "redirectTo   | { url: '../b/b' }      | redirectTo:ok",
        "redirectTo   | { url: '/pages/t/t' }  | redirectTo:fail can not redirectTo a tabbar page",
        "switchTab    | { url: '/pages/t/t' }  | switchTab:ok",
        "switchTab    | { url: '/pages/b/b' }  | switchTab:fail can not switch to no-tabBar page",
        "reLaunch     | { url: '/pages/t/t' }  | reLaunch:ok",
        "navigateBack | {}                     | navigateBack:fail cannot navigate back at first"
            + " page.",
        "navigateTo   | {}                     | navigateTo:fail parameter error: parameter.url"
            + " should be String instead of Undefined;",
      })
  void everyMoveAnswersWithItsErrMsg(String api, String options, String errMsg) {
    program("Page({})");
    world.script("wx.%s({ ...%s, complete: r => console.log(r.errMsg) })".formatted(api, options));
    assertEquals(List.of(errMsg), world.out);
  }

  @Test // PRM-1, PRM-2
  void withoutCallbacksAMoveIsAPromise() {
    program("Page({ onLoad() { console.log('loaded') } })");
    world.script(
        """
        wx.navigateTo({ url: '/pages/b/b' })
          .then(r => console.log(r.errMsg, typeof r.eventChannel.emit))
          .then(() => wx.navigateTo({ url: '/gone' }))
          .catch(e => console.log(e.errMsg))
        """);
    assertEquals(
        List.of("loaded", "navigateTo:ok function", "navigateTo:fail page \"gone\" is not found"),
        world.out);
  }

  @Test
  void theTwoPagesTalkOverTheirChannel() {
    program(
        """
        Page({ onLoad() {
          const channel = this.getOpenerEventChannel()
          channel.on('fromOpener', (a, b) => console.log('opened got', a, b))
          channel.emit('fromOpened', { n: 1 })
          channel.emit('once'); channel.emit('once')
        } })
        """);
    world.script(
        """
        wx.navigateTo({
          url: '/pages/b/b',
          events: { fromOpened: data => console.log('opener got', data.n) },
          success({ eventChannel }) {
            eventChannel.emit('fromOpener', 1, 2)
            eventChannel.emit('nobody')
          },
        })
        """);
    assertEquals(List.of("opener got 1", "opened got 1 2"), world.out);
  }

  @Test
  void aListenerHearsOnceOrUntilItIsTakenOff() {
    program("Page({ onLoad() { this.channel = this.getOpenerEventChannel() } })");
    world.script(
        """
        wx.navigateTo({ url: '/pages/b/b', success({ eventChannel: c }) {
          const kept = () => console.log('kept'), gone = () => console.log('gone')
          c.on('e', kept); c.on('e', gone); c.once('e', () => console.log('once'))
          c.off('e', gone)
          const page = getCurrentPages()[1]
          page.channel.emit('e')
          page.channel.emit('e')
          c.off('e')
          page.channel.emit('e')
        } })
        """);
    assertEquals(List.of("kept", "once", "kept"), world.out);
  }

  @Test
  void aPageThatNobodyOpenedHasAChannelThatLeadsNowhere() {
    program("Page({ onLoad() { this.getOpenerEventChannel().emit('x'); console.log('fine') } })");
    world.script("wx.reLaunch({ url: '/pages/b/b' })");
    assertEquals(List.of("fine"), world.out);
  }

  @Test
  void theEleventhPageIsRefused() {
    program("Page({})");
    for (int i = 0; i < 9; i++) world.script("wx.navigateTo({ url: '/pages/b/b' })");
    world.script("wx.navigateTo({ url: '/pages/b/b', fail: e => console.log(e.errMsg) })");
    assertEquals(List.of("navigateTo:fail webview count limit exceed"), world.out);
    assertEquals(10, world.program().pages().size());
  }
}
