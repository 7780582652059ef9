package minihost.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.app.AppWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What WXML makes of a page's data, and of a change of it (WXML reference). */
class WxmlTest {
  private final AppWorld world = AppWorld.withPages("pages/a");

  @AfterEach
  void closeAndFindNothingUnsaid() {
    world.close();
    assertEquals(List.of(), world.errors);
  }

  private void open(String data, String wxml) {
    world
        .file("app.js", "App({})")
        .file("pages/a.js", "Page({ data: " + data + " })")
        .file("pages/a.wxml", wxml)
        .launch();
  }

  private String tree() {
    String[] tree = {""};
    world.turn(() -> tree[0] = world.program().pageTree().orElseThrow());
    assertEquals(List.of(), world.notices);
    return tree[0].replaceAll("\\s*\n\\s*", " ");
  }

  private void set(String changes) {
    world.script("getCurrentPages()[0].setData(" + changes + ")");
  }

  @Test
  void textsAndAttributesFollowTheData() {
    open(
        "{ a: { b: [1, 2] }, s: 'x' }",
        "<view id=\"i{{a.b[0]}}\" class=\"c {{s}}\">{{a.b[1] + 1}} {{s}}{{nothing.at.all}}</view>");
    assertEquals("<view id=\"i1\" class=\"c x\"> 3 x", tree());
    set("{ 'a.b[0]': 7, s: 'y' }");
    assertEquals("<view id=\"i7\" class=\"c y\"> 3 y", tree());
  }

  @Test
  void operatorsAreThoseOfTheReference() {
    open(
        "{ a: 1, b: 2, c: 3, flag: true, name: 'W', object: { key: 'Hello ' }, array: ['MINA'] }",
        "<t>{{flag ? true : false}}|{{a + b}} + {{c}} + d|{{a + b > 5}}|{{\"hello\" +"
            + " name}}|{{object.key}}{{array[0]}}|{{!flag || a === 1 && b != 3}}|{{(a + b) * c % 4"
            + " - 1}}|{{-a}}|{{ [a, 2].length }}|{{typeof a}}|{{a ? b ? 'x' : 'y' : 'z'}}</t>");
    assertEquals("<t> true|3 + 3 + d|false|helloW|Hello MINA|true|0|-1|2|number|x", tree());
  }

  @Test
  void branchesAndLoops() {
    open(
        "{ n: 1, list: [{ id: 'p', v: 1 }, { id: 'q', v: 2 }] }",
        """
        <view wx:if="{{n > 2}}">big</view>
        <view wx:elif="{{n > 1}}">two</view>
        <view wx:else>one</view>
        <block wx:for="{{list}}" wx:key="id"><text wx:for="{{[1, 2]}}" wx:for-item="k" wx:for-index="j">{{index}}{{j}}{{item.v * k}}</text></block>
        <i wx:for="{{list}}" wx:if="{{item.v == 2}}" wx:key="*this">{{item.id}}</i>
        """);
    assertEquals("<view> one <text> 001 <text> 012 <text> 102 <text> 114 <i> q", tree());
    set("{ n: 2, 'list[1].v': 5 }");
    assertEquals("<view> two <text> 001 <text> 012 <text> 105 <text> 1110", tree());
    set("{ n: 3, list: [{ id: 'q', v: 2 }] }");
    assertEquals("<view> big <text> 002 <text> 014 <i> q", tree());
  }

  @Test
  void templatesTakeTheirData() {
    world.file("pages/t.wxml", "<template name=\"far\"><b>{{x}}</b></template><b>not imported</b>");
    open(
        "{ item: { index: 0, msg: 'm' }, y: 1, kind: 'odd' }",
        """
        <import src="t.wxml"/>
        <template name="msg"><text>{{index}}: {{msg}} {{extra}} {{y}}</text></template>
        <template name="odd"><u>odd</u></template><template name="even"><u>even</u></template>
        <template is="msg" data="{{...item, extra: y + 1}}"/>
        <template is="far" data="{{x: item.msg}}"/>
        <template is="{{kind}}"/>
        """);
    assertEquals("<text> 0: m 2 <b> m <u> odd", tree());
    set("{ 'item.msg': 'n', kind: 'even' }");
    assertEquals("<text> 0: n 2 <b> n <u> even", tree());
    set("{ item: { index: 1, msg: 'o' }, y: 4 }");
    assertEquals("<text> 1: o 5 <b> o <u> even", tree());
  }

  @Test
  void anIncludedFileIsAsIfItStoodThere() {
    world.file("pages/parts/i.wxml", "<u>{{n}}</u><include src=\"/pages/j.wxml\"/>");
    world.file("pages/j.wxml", "<s>{{n}}</s>");
    open("{ n: 1 }", "<include src=\"parts/i\"/>");
    assertEquals("<u> 1 <s> 1", tree());
  }

  @Test
  void scriptModulesComputeAndSeeNothingElse() {
    world.file(
        "utils/m.wxs",
        "var n = require('./n.wxs'); module.exports = { twice: function (x) { return n.two * x }"
            + " }");
    world.file("utils/n.wxs", "exports.two = 2");
    open(
        "{ n: 4, list: [1] }",
        """
        <wxs src="../utils/m.wxs" module="m"/>
        <wxs module="t">
          var outside = [typeof wx, typeof getApp, typeof Page].join();
          module.exports.kind = function (v) { return v.constructor === 'Array' ? 'list' : v.constructor };
          module.exports.outside = outside;
          module.exports.day = function () { return getDate(2020, 1, 2).getDate() + ' ' + getRegExp('^a+$', 'i').test('AA') };
        </wxs>
        <view>{{m.twice(n)}} {{t.kind(list)}} {{t.kind(n)}} {{t.outside}} {{t.day()}}</view>
        """);
    assertEquals("<view> 8 list Number undefined,undefined,undefined 2 true", tree());
    set("{ n: 5 }");
    assertEquals("<view> 10 list Number undefined,undefined,undefined 2 true", tree());
  }

  @Test
  void anElementThatIsTappedTellsItsHandlers() {
    world
        .file("app.js", "App({})")
        .file(
            "pages/a.js",
            """
            const log = name => function (e) {
              console.log(name, e.type, e.target.id, e.currentTarget.id, JSON.stringify(e.currentTarget.dataset), e.touches.length)
            }
            Page({ inner: log('inner'), outer: log('outer'), caught: log('caught'), capture: log('capture'), mut: log('mut'), never: log('never'), data: { h: 'inner' } })
            """)
        .file(
            "pages/a.wxml",
            """
            <view id="a" bindtap="never"><view id="b" catch:tap="caught" capture-bind:tap="capture">
              <view id="c" mut-bind:tap="never"><view id="d" mut-bind:tap="mut"><button id="e" bindtap="{{h}}" data-some-key="{{ {x: 1} }}"/></view></view>
            </view></view>
            """)
        .launch();
    world.turn(() -> world.program().tap("#d button", world.outcome()));
    assertEquals(
        List.of(
            "capture tap e b {} 1",
            "inner tap e e {\"someKey\":{\"x\":1}} 1",
            "mut tap e d {} 1",
            "caught tap e b {} 1",
            "returned <button id=\"e\">"),
        world.taken());
    world.turn(() -> world.program().tap("#none", world.outcome()));
    assertEquals(List.of("failed no element of pages/a is #none"), world.taken());
    assertEquals(List.of(), world.errors);
  }

  private String problem(String wxml) {
    open("{}", wxml);
    world.turn(() -> world.program().pageTree());
    assertEquals(1, world.notices.size());
    return world.notices.getFirst();
  }

  @Test
  void whatDoesNotCompileIsToldWithItsPlace() {
    assertEquals(
        "WXML_SYNTAX: pages/a.wxml:2:3 </text> stands where </view> was expected",
        problem("<view>\n  </text></view>"));
  }

  @Test
  void aBrokenExpressionIsToldWithItsPlace() {
    assertEquals(
        "WXML_SYNTAX: pages/a.wxml:1:18 unexpected '}' after {{a +",
        problem("<view id=\"{{ a + }}\"/>").strip());
  }

  @Test
  void wordsThatOnlyJavaScriptKeepsAreNamesInScriptModules() {
    open(
        "{ on: true }",
        """
        <wxs module="m">
          // a class of its own: class
          module.exports.kind = function (on) {
            var class = 'a', super = "class " + 'it\\'s super';
            var all = { class: on ? class : super };
            return all.class + (on ? '' : super)
          }
        </wxs>
        <view>{{m.kind(on)}} {{m.kind(false)}}</view>
        """);
    assertEquals("<view> a class it's superclass it's super", tree());
  }

  @Test
  void aBrokenScriptModuleIsTold() {
    String told = problem("<wxs module=\"m\">var = 1</wxs><view>{{m.x}}</view>");
    assertTrue(told.startsWith("WXS_SYNTAX: pages/a.wxml: SyntaxError"), told);
  }
}
