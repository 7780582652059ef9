package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code Component} as a page, and {@code Behavior}. */
class ComponentPageTest {
  private AppWorld world = new AppWorld();

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  private List<String> run(String page) {
    world =
        AppWorld.withPages("a", "b")
            .file("a.js", "Page({})")
            .file("b.js", page)
            .file("b.wxml", "")
            .launch();
    world.script("wx.navigateTo({ url: '/b?n=7&s=x&flag=true' })");
    return world.out;
  }

  @Test
  void lifetimesAndPageHooksOfAComponentRunInOrder() {
    run(
        """
        const log = what => () => console.log(what)
        Component({
          lifetimes: { created: log('created'), attached: log('attached'), ready: log('ready'), detached: log('detached') },
          pageLifetimes: { show: log('show'), hide: log('hide') },
          methods: { onLoad: log('onLoad'), onShow: log('onShow'), onReady: log('onReady'), onHide: log('onHide'), onUnload: log('onUnload') },
        })
        """);
    assertEquals(
        List.of("created", "attached", "onLoad", "show", "onShow", "ready", "onReady"),
        world.taken());
    world.hide();
    assertEquals(List.of("onHide", "hide"), world.taken());
    world.script("wx.navigateBack()");
    assertEquals(List.of("onUnload", "detached"), world.taken());
  }

  @Test
  void propertiesTakeTheirDefaultsAndTheQuery() {
    assertEquals(
        List.of("7 x true [] fallback 0 null 1", "true"),
        run(
            """
            Component({
              properties: {
                n: Number, s: String, flag: Boolean, list: Array,
                other: { type: String, value: 'fallback' }, zero: Number, object: Object,
              },
              data: { own: 1 },
              methods: { onLoad() {
                const { n, s, flag, list, other, zero, object, own } = this.data
                console.log(n, s, flag, list, other, zero, object, own)
                console.log(this.properties === this.data)
              } },
            })
            """));
  }

  @Test
  void behaviorsAreMergedAndTheComponentWins() {
    assertEquals(
        List.of(
            "inner attached",
            "outer attached",
            "own attached",
            "own outer inner 1 2 {\"a\":1,\"b\":2}"),
        run(
            """
            const inner = Behavior({
              data: { x: 1, o: { a: 1 } }, attached() { console.log('inner attached') },
              methods: { f() { return 'inner' }, g() { return 'inner' }, h() { return 'inner' } },
            })
            const outer = Behavior({
              behaviors: [inner], data: { y: 2, o: { b: 2 } }, lifetimes: { attached() { console.log('outer attached') } },
              methods: { f() { return 'outer' }, g() { return 'outer' } },
            })
            Component({
              behaviors: [outer, inner, 'wx://form-field'],
              attached() { console.log('own attached') },
              methods: {
                f() { return 'own' },
                onLoad() { console.log(this.f(), this.g(), this.h(), this.data.x, this.data.y, JSON.stringify(this.data.o)) },
              },
            })
            """));
  }

  @Test
  void aPageTakesBehaviorsToo() {
    assertEquals(
        List.of("attached b", "helped 1"),
        run(
            """
            const b = Behavior({ data: { n: 1 }, attached() { console.log('attached', this.route) }, methods: { help() { return 'helped' } } })
            Page({ behaviors: [b], onLoad() { console.log(this.help(), this.data.n) } })
            """));
  }

  @Test
  void aDefinitionFilterRewritesTheDefinitionThatUsesIt() {
    assertEquals(
        List.of("filtered 1"),
        run(
            """
            const inner = Behavior({ definitionFilter(def) { def.data = { ...def.data, filtered: 'filtered' } } })
            const outer = Behavior({
              behaviors: [inner],
              definitionFilter(def, filters) { filters.forEach(f => f(def)); def.data.count = filters.length },
            })
            Component({ behaviors: [outer], methods: { onLoad() { console.log(this.data.filtered, this.data.count) } } })
            """));
  }

  @Test
  void observersAreCalledForWhatWasSet() {
    assertEquals(
        List.of("a,b 1 2", "deep 3", "c 5", "all", "deep 9"),
        run(
            """
            Component({
              data: { a: 0, b: 2, o: { d: 0 }, c: { e: 0 } },
              observers: {
                'a, b': (a, b) => console.log('a,b', a, b),
                'o.d': d => console.log('deep', d),
                'c.**': c => console.log('c', c.e),
              },
              methods: { onLoad() {
                this.setData({ a: 1 })
                this.setData({ 'o.d': 3 })
                this.setData({ 'c.e': 5 })
                console.log('all')
                this.setData({ o: { d: 9 } })
                this.setData({ 'o.x': 1 })
              } },
            })
            """));
  }

  @Test
  void aComponentOutsideAPageIsNoError() {
    world =
        AppWorld.withPages("a")
            .file("app.js", "App({}); Component({}); Component({})")
            .file("a.js", "Page({})")
            .launch();
    assertEquals(List.of(), world.notices);
  }
}
