package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import minihost.journal.Event;
import org.junit.jupiter.api.Test;

/** Plugins: refused by name, or answered by a module of the program. */
class PluginsTest {
  private static final String APP =
      """
      {"pages":["pages/index/index"],
       "plugins":{"map":{"version":"1.0.0","provider":"wxidmap"}},
       "subpackages":[{"root":"shop","pages":["cart"],
         "plugins":{"pay":{"version":"dev","provider":"wxidpay"}}}]}
      """;

  private static TestRun program() throws Exception {
    return new TestRun().file("app.json", APP).file("shop/cart.js", "Page({})");
  }

  @Test
  void aPluginIsRefusedByNameOnceAndSaysHowToAnswerIt() throws Exception {
    try (TestRun run = program()) {
      run.onLoad(
          """
          for (let i = 0; i < 2; i++) try { requirePlugin('map') } catch (e) { console.log(e.message) }
          requirePlugin('pay', () => console.log('no'), e => console.log(e.mod));
          requirePlugin.async('other').catch(e => console.log(e.errMsg))
          """);
      run.run();
      String map = run.log().getFirst();
      assertTrue(map.contains("plugin map (wxidmap)"), map);
      assertTrue(map.contains("\"plugins\": { \"map\": \"stand-ins/map.js\" }"), map);
      assertEquals(map, run.log().get(1));
      assertEquals("pay", run.log().get(2));
      assertTrue(run.log().get(3).contains("app.json names no plugin other"), run.log().get(3));
      assertEquals(3, run.events(Event.Note.class).size(), "each told once");
    }
  }

  @Test
  void aModuleOfTheProgramStandsIn() throws Exception {
    try (TestRun run = program()) {
      run.set("plugins.map=fakes/map.js")
          .file("fakes/map.js", "exports.zoom = n => n * 2")
          .onLoad(
              """
              console.log(requirePlugin('map').zoom(2), requirePlugin('map') === require('../../fakes/map'));
              requirePlugin('map', m => console.log(m.zoom(3)));
              requirePlugin.async('map').then(m => console.log(m.zoom(4)))
              """);
      run.run().assertLog("4 true", "6", "8");
    }
  }

  @Test
  void aPageOfAPluginIsRefusedByItsName() throws Exception {
    try (TestRun run = program()) {
      run.onLoad(
          "wx.navigateTo({url: 'plugin://map/hello?a=1', fail: e => console.log(e.errMsg)})");
      run.run().assertLog("navigateTo:fail page \"plugin://map/hello?a=1\" is not found");
      Event.CallEnded end = run.events(Event.CallEnded.class).getLast();
      assertTrue(end.reason().orElseThrow().why().contains("the plugin map"));
    }
  }
}
