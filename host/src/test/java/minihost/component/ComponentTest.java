package minihost.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import minihost.app.AppWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Components inside pages: what a program of several files does. */
class ComponentTest {
  private final AppWorld world = AppWorld.withPages("pages/a");

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
    assertEquals(List.of(), world.notices);
  }

  private ComponentTest page(String js, String wxml) {
    world.file("app.js", "App({})").file("pages/a.js", js).file("pages/a.wxml", wxml);
    return this;
  }

  private ComponentTest component(String js, String wxml) {
    world
        .file("pages/a.json", "{\"usingComponents\":{\"my-tag\":\"../comp/tag\"}}")
        .file("comp/tag.js", js)
        .file("comp/tag.wxml", wxml)
        .file("comp/tag.json", "{\"component\":true}");
    return this;
  }

  private List<String> run() {
    return world.launch().taken();
  }

  @Test
  void propertiesFollowThePagesData() {
    page(
            "Page({ data: { n: 1, o: { t: 'x' } }, onLoad() { this.setData({ n: 2, 'o.t': 'y' });"
                + " this.setData({ m: 1 }) } })",
            "<my-tag count=\"{{n + 1}}\" label=\"a{{o.t}}\" flag fixed=\"5\"/>")
        .component(
            """
            Component({
              properties: { count: Number, label: { type: String, observer(now, old) { console.log('label', now, old) } }, flag: Boolean, fixed: Number },
              observers: { count(n) { console.log('count', n) } },
              attached() { const { count, label, flag, fixed } = this.data; console.log('attached', count, label, flag, fixed) },
            })
            """,
            "<view>{{label}}</view>");
    assertEquals(
        List.of("count 2", "label ax ", "attached 2 ax true 5", "count 3", "label ay ax"), run());
  }

  @Test
  void eventsOfAComponentReachThePage() {
    page(
            "Page({ onHit(e) { console.log(e.type, JSON.stringify(e.detail), e.target.id,"
                + " JSON.stringify(e.currentTarget.dataset), JSON.stringify(e.mark)) } })",
            "<view mark:m=\"1\"><my-tag id=\"t\" data-user-name=\"u\" bind:hit=\"onHit\"/></view>")
        .component("Component({ ready() { this.triggerEvent('hit', { a: 1 }) } })", "<view/>");
    assertEquals(List.of("hit {\"a\":1} t {\"userName\":\"u\"} {\"m\":\"1\"}"), run());
  }

  private ComponentTest file(String name, String text) {
    world.file(name, text);
    return this;
  }

  @Test
  void anInstanceHoldsNothingOfTheEngine() {
    page("Page({ data: { n: 1 } })", "<my-tag/>")
        .component(
            """
            Component({ data: { n: 1 }, attached() {
              const own = o => Reflect.ownKeys(o).filter(key => typeof key === 'symbol').length
              console.log(own(this), own(getCurrentPages()[0] ?? {}))
              const heir = Object.create(this)
              heir.setData({ n: 2 })
              console.log(this.data.n, heir.data.n)
            } })
            """,
            "<view/>");
    assertEquals(List.of("0 0", "2 2"), run());
  }

  @Test
  void behaviorsRelationsAndExports() {
    file(
            "pages/a.json",
            "{\"usingComponents\":{\"my-list\":\"../comp/list\",\"my-item\":\"../comp/item\"}}")
        .page(
            "Page({ onReady() { console.log(this.selectComponent('#l').n,"
                + " this.selectAllComponents('.i').map(i => i.data.name).join()) } })",
            "<my-list id=\"l\"><view><my-item class=\"i\" name=\"a\"/><my-item class=\"i\""
                + " name=\"b\"/></view></my-list>")
        .file(
            "comp/list.js",
            """
            Component({
              behaviors: ['wx://component-export'],
              export() { return { n: this.getRelationNodes('./item').length } },
              relations: { './item': { type: 'descendant', linked(item) { console.log('linked', item.data.name) } } },
            })
            """)
        .file("comp/list.wxml", "<slot/>")
        .file(
            "comp/item.js",
            """
            const shared = Behavior({ methods: { hi() { return 'hi ' + this.data.name } } })
            Component({
              behaviors: [shared, 'wx://form-field'],
              relations: { './list': { type: 'ancestor', linked(list) { console.log(this.hi(), this.hasBehavior(shared)) } } },
            })
            """)
        .file("comp/item.wxml", "");
    assertEquals(List.of("linked a", "hi a true", "linked b", "hi b true", "2 a,b"), run());
  }

  @Test
  void animateOfAPageLoadsNoEngine() {
    page(
        "Page({ onLoad() { this.animate('#a', [{ opacity: 0 }], 100, () => { console.log('over');"
            + " this.clearAnimation('#a', () => console.log('cleared')) }) } })",
        "<view>{{</view>"); // would be told as soon as the page had a tree
    assertEquals(List.of("over", "cleared"), run());
  }

  @Test
  void slotsHandValuesToThoseWhoFillThem() {
    page(
            "Page({ data: { list: ['p', 'q'], on: true } })",
            """
            <my-tag list="{{list}}"><view slot:item slot:list-index="at">{{at}}{{item}}</view>
            <text wx:if="{{on && listIndex === 1}}" slot:listIndex>last</text></my-tag>
            """)
        .component(
            "Component({ options: { dynamicSlots: true }, properties: { list: Array } })",
            "<block wx:for=\"{{list}}\"><slot list-index=\"{{index}}\""
                + " item=\"{{item}}\"/></block>");
    run();
    assertEquals("<my-tag> <view> 0p <view> 1q <text> last", outline());
    world.script("getCurrentPages()[0].setData({ 'list[1]': 'r', on: false })");
    assertEquals("<my-tag> <view> 0p <view> 1r", outline());
    world.script("getCurrentPages()[0].setData({ list: ['s'] })");
    assertEquals("<my-tag> <view> 0s", outline());
  }

  private String outline() {
    String[] tree = {""};
    world.turn(() -> tree[0] = world.program().pageTree().orElseThrow());
    return tree[0].replaceAll("\\s*\n\\s*", " ");
  }

  @Test
  void aTabPageHasATabBarOfItsOwn() {
    AppWorld tabs = AppWorld.withTabs(2, "pages/a", "pages/b");
    String page =
        """
        Page({ onShow() {
          const bar = this.getTabBar(n => console.log('told', n === bar))
          bar.setData({ selected: this.route })
          console.log(this.route, bar.data.selected, bar.getTabBar() === bar, bar.getPageId() === this.getPageId())
        } })
        """;
    tabs.file("app.js", "App({})").file("pages/a.js", page).file("pages/b.js", page);
    tabs.file("pages/a.wxml", "<view/>").file("pages/b.wxml", "<view/>");
    tabs.file("custom-tab-bar/index.wxml", "<view class=\"to\" bind:tap=\"go\">{{selected}}</view>")
        .file(
            "custom-tab-bar/index.js",
            "Component({ data: { selected: '' }, attached() { console.log('bar') }, methods: { go()"
                + " { wx.switchTab({ url: '/pages/b' }) } } })");
    try (tabs) {
      assertEquals(List.of("bar", "pages/a pages/a true true", "told true"), tabs.launch().taken());
      tabs.turn(() -> tabs.program().tap(".to", tabs.outcome()));
      assertEquals(
          List.of("returned <view class=\"to\">", "bar", "pages/b pages/b true true", "told true"),
          tabs.taken());
      tabs.turn(() -> tabs.out.add(tabs.program().pageTree().orElseThrow()));
      assertEquals(List.of("<view>\n<view class=\"to\">\n  pages/b"), tabs.taken());
      assertEquals(List.of(), tabs.errors);
    }
  }

  @Test
  void lifetimesOfAComponentAndItsPage() {
    page(
            "var log = w => () => console.log('page', w); Page({ onLoad: log('load'), onShow:"
                + " log('show'), onReady: log('ready'), onHide: log('hide') })",
            "<my-tag/>")
        .component(
            """
            var log2 = w => () => console.log(w)
            Component({
              created: log2('old created'), lifetimes: { attached: log2('attached'), ready: log2('ready'), detached: log2('detached') },
              attached: log2('never'), pageLifetimes: { show: log2('show'), hide: log2('hide') },
            })
            """,
            "");
    assertEquals(
        List.of("old created", "attached", "page load", "show", "page show", "ready", "page ready"),
        run());
    world.hide();
    assertEquals(List.of("page hide", "hide"), world.taken());
  }

  @Test
  void namedSlotsAndGenerics() {
    page(
            "Page({ data: { on: true } })",
            "<my-tag wx:if=\"{{on}}\" generic:inner=\"my-other\"><b slot=\"two\">2</b><i"
                + " slot=\"one\">1</i></my-tag>")
        .component(
            "Component({ options: { multipleSlots: true } })",
            "<slot name=\"one\"/>-<slot name=\"two\"/><inner n=\"3\"/>")
        .file("comp/tag.json", "{\"component\":true,\"componentGenerics\":{\"inner\":true}}")
        .file(
            "pages/a.json",
            "{\"usingComponents\":{\"my-tag\":\"/comp/tag\",\"my-other\":\"/comp/other\"}}")
        .file(
            "comp/other.js",
            "Component({ properties: { n: Number }, attached() { console.log('n', this.data.n) },"
                + " detached() { console.log('gone') } })")
        .file("comp/other.wxml", "<u>{{n}}</u>");
    assertEquals(List.of("n 3"), run());
    world.script("getCurrentPages()[0].setData({ on: false })");
    assertEquals(List.of("gone"), world.taken());
  }

  @Test
  void aComponentMayUseItselfAndOthersFromItsOwnFolder() {
    page("Page({})", "<my-tag depth=\"{{2}}\"/>")
        .component(
            "Component({ properties: { depth: Number }, attached() { console.log('depth',"
                + " this.data.depth, this.is) } })",
            "<me wx:if=\"{{depth > 0}}\" depth=\"{{depth - 1}}\"/>")
        .file("comp/tag.json", "{\"component\":true,\"usingComponents\":{\"me\":\"./tag\"}}");
    assertEquals(List.of("depth 2 comp/tag", "depth 1 comp/tag", "depth 0 comp/tag"), run());
  }

  @Test
  void eventsBubbleOutOfAComponentWhenComposed() {
    page(
            "Page({ seen(e) { console.log('page', e.type, e.target.id) } })",
            "<view bind:one=\"seen\" bind:two=\"seen\" bind:tap=\"seen\"><my-tag id=\"t\"/></view>")
        .component(
            "Component({ methods: { onTap() { console.log('component tap');"
                + " this.triggerEvent('one'); this.triggerEvent('two', {}, { bubbles: true }) } }"
                + " })",
            "<view class=\"in\" bind:tap=\"onTap\"/>");
    run();
    world.turn(() -> world.program().tap("my-tag .in", world.outcome()));
    assertEquals(
        List.of("component tap", "page two t", "page tap t", "returned <view class=\"in\">"),
        world.taken());
  }

  @Test
  void modelBindingWritesBack() {
    page(
            "Page({ data: { v: 'a', list: [{ v: 1 }] }, observers: { v(v) { console.log('v', v) } }"
                + " })",
            "<my-tag id=\"t\" model:value=\"{{v}}\"/>")
        .component("Component({ properties: { value: String } })", "");
    run();
    world.script(
        "const p = getCurrentPages()[0]; p.selectComponent('#t').setData({ value: 'b' });"
            + " console.log(p.data.v)");
    assertEquals(List.of("v b", "b"), world.taken());
  }

  /** tdesign's retail template does so: the list that it sets is the one that it has. */
  @Test
  void anObserverMaySetThePropertyThatItObservesToItself() {
    page("Page({ data: { list: [{ n: 1 }, { n: 2 }] } })", "<my-tag list=\"{{list}}\"/>")
        .component(
            """
            Component({
              properties: {
                list: { type: Array, value: [], observer(list) {
                  console.log('observed', list.length)
                  list.forEach(item => { item.twice = item.n * 2 })
                  this.setData({ list })
                } },
              },
              ready() {
                const told = this.createSelectorQuery().selectAll('.n').fields({ dataset: true }, all => console.log(all.map(e => e.dataset.n).join()))
                told.exec()
              },
            })
            """,
            "<view wx:for=\"{{list}}\" class=\"n\" data-n=\"{{item.twice}}\"/>");
    assertEquals(List.of("observed 2", "2,4"), run());
  }

  @Test
  void setDataOfAComponentIsObservedAndCallsBack() {
    page("Page({})", "<my-tag/>")
        .component(
            """
            Component({
              data: { o: { n: 1 }, _p: 1 }, options: { pureDataPattern: /^_/ },
              observers: { 'o.**'(o) { console.log('o', o.n) }, '**'() { console.log('all') }, 'a[0]'(x) { console.log('a0', x) } },
              attached() {
                const o = { n: 2 }
                this.setData({ o, 'a[0]': 5 }, () => console.log('done', this.data.o.n, this.data.a[0]))
                o.n = 3
                this.groupSetData(() => { this.setData({ 'o.n': 4 }) })
              },
            })
            """,
            "<view>{{o.n}}</view>");
    assertEquals(List.of("o 2", "all", "a0 5", "o 4", "all", "done 4 5"), run());
  }

  @Test
  void aPropertyThatKeepsItsValueIsNotObserved() {
    page("Page({ data: { list: [{ n: 1 }] } })", "<my-tag list=\"{{list}}\"/>")
        .component(
            """
            Component({
              properties: { list: { type: Array, observer(list) {
                console.log('observed', list.length)
                list.forEach(item => (item.seen = true))
                this.setData({ list })
                console.log('kept', this.data.list === list)
              } } },
              ready() { console.log(this.renderer) },
            })
            """,
            "<view wx:for=\"{{list}}\" wx:key=\"n\">{{item.seen}}</view>");
    assertEquals(List.of("observed 1", "kept true", "webview"), run());
    world.script("console.log(getCurrentPages()[0].renderer)");
    assertEquals(List.of("webview"), world.taken());
  }

  @Test
  void afterAComponentThatRanOutOfStackErrorsAreStillReported() {
    page("Page({})", "<my-tag/>")
        .component(
            "Component({ properties: { n: { type: Number, observer(n) { this.setData({ n: n + 1 })"
                + " } } }, methods: { fail() { this.triggerEvent('x'); } }, attached() {"
                + " this.setData({ n: 1 }) }, detached() { throw new Error('later') } })",
            "");
    run();
    world.errors.clear();
    world.script("wx.reLaunch({ url: '/pages/a' })");
    assertEquals(1, world.errors.stream().filter(e -> e.contains("later")).count());
    world.errors.clear();
    world.taken();
  }

  @Test
  void theComponentOfAMissingFileIsToldWithItsPlace() {
    page("Page({})", "<my-tag>x</my-tag>")
        .file("pages/a.json", "{\n\"usingComponents\":{\n\"my-tag\":\"../comp/tag\"}}");
    run();
    assertEquals(
        List.of(
            "COMPONENT_NOT_FOUND: pages/a.json says that <my-tag> is \"../comp/tag\": there is no"
                + " such component"),
        world.notices);
    world.notices.clear();
  }

  /** As programs made with Taro write it. */
  @Test
  void aPathMayHaveADotBeforeAnIndex() {
    page(
            "Page({ data: { root: { cn: [{ v: 1 }] } }, onLoad() { this.setData({ 'root.cn.[0].v':"
                + " 2 }); console.log(JSON.stringify(this.data)) } })",
            "<my-tag/>")
        .component(
            "Component({ data: { cn: [{ v: 1 }] }, attached() { this.setData({ 'cn.[0].v': 3,"
                + " 'a\\\\.[0]': 4 }); console.log(JSON.stringify(this.data)) } })",
            "");
    assertEquals(
        List.of("{\"cn\":[{\"v\":3}],\"a.\":[4]}", "{\"root\":{\"cn\":[{\"v\":2}]}}"), run());
  }

  @Test
  void anObserverThatIsNoMethodIsAWarning() {
    page("Page({})", "<my-tag n=\"{{1}}\"/>")
        .component(
            "Component({ properties: { n: { type: Number, observer: 'nope' } }, attached() {"
                + " console.log(this.data.n) } })",
            "");
    assertEquals(
        List.of("comp/tag: Cannot find method \"nope\" for observer of property \"n\".", "1"),
        run());
  }

  @Test
  void whatAComponentThrowsIsReportedAndTheRestGoesOn() {
    page("Page({ onReady() { console.log('page ready') } })", "<my-tag/>")
        .component(
            "Component({ attached() { throw new Error('no') }, ready() { console.log('ready') } })",
            "");
    assertEquals(List.of("ready", "page ready"), run());
    assertEquals(1, world.errors.size());
    world.errors.clear();
  }

  @Test
  void queriesAreAnsweredFromTheTree() {
    page(
            """
            Page({ data: { n: 1 }, onReady() {
              const say = what => r => console.log(what, JSON.stringify(r))
              this.createSelectorQuery().select('#v').fields({ id: true, dataset: true, properties: ['hover-class'], size: true }, say('one'))
                .selectAll('.x').boundingClientRect().select('.in').boundingClientRect().exec(all => console.log(all.length, all[1].length, all[2]))
            } })
            """,
            "<view id=\"v\" class=\"x\" data-a=\"1\" hover-class=\"h\"/><view"
                + " class=\"x\"/><my-tag/>")
        .component(
            "Component({ ready() { this.createSelectorQuery().select('.in').boundingClientRect(r =>"
                + " console.log(r.id, r.width)).exec() } })",
            "<view class=\"in\" id=\"inner\"/>");
    assertEquals(
        List.of(
            "inner null",
            "one {\"id\":\"v\",\"dataset\":{\"a\":\"1\"},\"width\":null,\"height\":null,\"hoverClass\":\"h\"}",
            "3 2 null"),
        run());
  }
}
