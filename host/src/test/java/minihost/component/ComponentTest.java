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
}
