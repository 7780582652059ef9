package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code this} is in a page. */
class PageTest {
  private AppWorld world = new AppWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> run(String page) {
    world = AppWorld.withPages("pages/a/a").file("pages/a/a.js", page).launch();
    assertEquals(List.of(), world.errors);
    return world.out;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                          | { x: 1 }                         | {'x':1}",
        "{ a: { b: 1, c: 2 } }       | { 'a.b': 9 }                     | {'a':{'b':9,'c':2}}",
        "{ list: [{ x: 1 }] }        | { 'list[0].x': 2 }               | {'list':[{'x':2}]}",
        "{}                          | { 'a.b.c': 1 }                   | {'a':{'b':{'c':1}}}",
        "{}                          | { 'a[1].b': 1 }                  | {'a':[null,{'b':1}]}",
        "{}                          | { 'm[0][1]': 1 }                 | {'m':[[null,1]]}",
        "{ a: 1 }                    | { 'a.b': 2 }                     | {'a':{'b':2}}",
        "{ a: null }                 | { 'a[0]': 2 }                    | {'a':[2]}",
        "{ a: { b: 1 } }             | { 'a[0]': 2 }                    | {'a':[2]}",
        "{ a: [1, 2] }               | { 'a[2]': 3 }                    | {'a':[1,2,3]}",
        "{ a: 1, b: 2 }              | { a: 3, b: 4 }                   | {'a':3,'b':4}",
        "{}                          | { 'x\\\\.y': 1 }                 | {'x.y':1}",
        "{}                          | { 'goods.params.type': 'a' }     |"
            + " {'goods':{'params':{'type':'a'}}}",
      })
  void setDataChangesTheDataAtOnce(String data, String change, String result) {
    List<String> out =
        run(
            "Page({ data: %s, onLoad() { this.setData(%s); console.log(JSON.stringify(this.data)) } })"
                .formatted(data, change));
    assertEquals(List.of(result.replace('\'', '"')), out);
  }

  @Test
  void plainValuesAreCopiedInAndOthersShared() {
    assertEquals(
        List.of("false false true true true"),
        run(
            """
            class Client {}
            Page({ onLoad() {
              const o = { a: 1 }, list = [o], client = new Client(), f = () => 1, date = new Date(0)
              this.setData({ o, list, client, f, date })
              const d = this.data
              console.log(d.o === o, d.list[0] === o, d.client === client, d.f === f, d.date === date)
            } })
            """));
  }

  @Test
  void aCycleInTheDataIsCopiedAsACycle() {
    assertEquals(
        List.of("true"),
        run(
            """
            Page({ onLoad() {
              const o = {}; o.self = o
              this.setData({ o })
              console.log(this.data.o.self === this.data.o)
            } })
            """));
  }

  @Test
  void theDataOfADefinitionMayHoldFunctionsAndInstancesAndIsNotSharedBetweenPages() {
    world =
        AppWorld.withPages("a")
            .file(
                "a.js",
                """
                class Store {}
                const store = new Store()
                Page({
                  data: { list: [], format: x => x + '!', store },
                  own: { seen: [] },
                  onLoad() {
                    this.data.list.push(1); this.own.seen.push(1)
                    console.log(this.data.list.length, this.own.seen.length, this.data.format('x'), this.data.store === store)
                  },
                })
                """)
            .launch()
            .script("wx.navigateTo({ url: '/a' })");
    assertEquals(List.of("1 1 x! true", "1 1 x! true"), world.out);
  }

  @Test
  void setDataCallsBackInALaterTurnOnThePage() {
    assertEquals(
        List.of("1", "after", "shown", "callback true"),
        run(
            """
            Page({
              onLoad() {
                this.setData({ a: 1 }, function () { console.log('callback', this.route === 'pages/a/a') })
                console.log(this.data.a)
                console.log('after')
              },
              onShow() { console.log('shown') },
            })
            """));
  }

  @Test
  void methodsAndHooksAreBound() {
    assertEquals(
        List.of("a 1", "a 2", "a 3"),
        run(
            """
            function call(f) { f() }
            Page({
              data: { n: 0 },
              onLoad() { call(this.tick); setTimeout(this.tick, 5); const { tick } = this; tick() },
              tick() { this.setData({ n: this.data.n + 1 }); console.log(this.route.slice(-1), this.data.n) },
            })
            """));
  }

  @Test
  void aPageKnowsItsRouteAndItsQueryUndecoded() {
    world =
        AppWorld.withPages("pages/a/a", "pages/b/b")
            .file("pages/a/a.js", "Page({})")
            .file(
                "pages/b/b.js",
                "Page({ onLoad(o) { console.log(JSON.stringify(o), this.options === o, this.route,"
                    + " this.is) } })")
            .launch()
            .script("wx.navigateTo({ url: '../b/b?name=%E4%B8%AD&x=1' })");
    assertEquals(
        List.of("{\"name\":\"%E4%B8%AD\",\"x\":\"1\"} true pages/b/b pages/b/b"), world.out);
  }

  @Test
  void aHookThatIsReplacedOnTheInstanceIsTheOneCalled() {
    assertEquals(
        List.of("replaced"),
        run("Page({ onLoad() { this.onShow = () => console.log('replaced') }, onShow() {} })"));
  }

  @Test
  void setDataOfSomethingElseThanAnObjectIsAnErrorAtTheCall() {
    world =
        AppWorld.withPages("a")
            .file("a.js", "Page({\n  onLoad() {\n    this.setData()\n  } })")
            .launch();
    assertEquals(1, world.errors.size());
    assertTrue(world.errors.getFirst().startsWith("a.js:3"), world.errors.getFirst());
  }

  @Test
  void aPathThatCannotBeReadIsAnErrorThatSaysSo() {
    world =
        AppWorld.withPages("a")
            .file("a.js", "Page({ onLoad() { this.setData({ 'a[b]': 1 }) } })")
            .launch();
    assertTrue(world.errors.getFirst().contains("'a[b]' is not a path"), world.errors.getFirst());
  }

  @Test
  void aLargeListIsChangedByPathWithoutCopyingIt() {
    assertEquals(
        List.of("true 100001"),
        run(
            """
            Page({ onLoad() {
              this.setData({ list: Array.from({ length: 1e5 }, (_, i) => ({ i })) })
              const { list } = this.data
              for (let i = 0; i < 2000; i++) this.setData({ [`list[${1e5}]`]: { i } })
              console.log(this.data.list === list, list.length)
            } })
            """));
  }

  @Test
  void theDataIsReadFromOutsideAsPlainData() {
    run(
        """
        class C { constructor() { this.self = this; this.v = 1 } }
        Page({ data: { n: 1, f() {}, list: [{ a: 'x' }] }, onLoad() { this.setData({ c: new C() }) } })
        """);
    world.turn(() -> world.out.add(world.program().pageData().orElseThrow().toString()));
    Map<String, Object> c = new LinkedHashMap<>();
    c.put("self", null);
    c.put("v", 1.0);
    assertEquals(List.of("{n=1.0, list=[{a=x}], c=" + c + "}"), world.out);
  }

  @Test
  void methodsAreCalledFromOutsideAndPromisesAwaited() {
    run(
        """
        Page({
          add(a, b) { return a + b },
          async later(o) { await null; return { got: o } },
          fails() { throw new Error('no') },
          async rejects() { throw new Error('never') },
        })
        """);
    var program = world.program();
    world.turn(() -> program.callPage("add", List.of(1, 2), world.outcome()));
    world.turn(() -> program.callPage("later", List.of(Map.of("x", "y")), world.outcome()));
    world.turn(() -> program.callPage("fails", List.of(), world.outcome()));
    world.turn(() -> program.callPage("rejects", List.of(), world.outcome()));
    world.turn(() -> program.callPage("gone", List.of(), world.outcome()));
    world.turn(() -> program.callApp("gone", List.of(), world.outcome()));
    assertEquals(
        List.of(
            "returned 3.0",
            "returned {got={x=y}}",
            "failed Error: no",
            "failed Error: never",
            "failed TypeError: page pages/a/a has no method 'gone'",
            "failed TypeError: the app has no method 'gone'"),
        world.out);
  }
}
