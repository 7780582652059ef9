package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;

/** A mini game: game.json and game.js, and no App, Page or screen (sheet 9.2). */
class GameTest {
  private static TestRun game(String code) throws Exception {
    TestRun run = new TestRun().without("app.json").file("game.json", "{}").without("app.js");
    return run.file("game.js", code);
  }

  @Test
  void gameJsRunsAndReachesTheNetwork() throws Exception {
    try (TestRun run =
        game(
            "wx.request({url: 'https://api.example.com/a', success: r =>"
                + " console.log(r.data)})")) {
      run.lab.on("GET /a", Answer.text("answer"));
      run.run().assertLog("answer");
    }
  }

  @Test
  void networkTimeoutOfGameJsCounts() throws Exception { // TMO-1
    try (TestRun run = game("")) {
      run.file("game.json", "{\"networkTimeout\":{\"request\":1234}}");
      run.run();
      assertEquals(1234, run.host().settings().app().networkTimeout().request().value());
    }
  }

  @Test
  void whatMakesPagesIsUndefinedAndGameGlobalIsTheGlobalObject() throws Exception {
    try (TestRun run =
        game(
            """
            console.log([typeof App, typeof Page, typeof Component, typeof Behavior, typeof getApp,
              typeof getCurrentPages, typeof canvas, typeof wx.navigateTo].join());
            GameGlobal.x = 7; console.log(x, GameGlobal === globalThis, wx.canIUse('navigateTo'), wx.canIUse('onShow'));
            """)) {
      String undefined = "undefined,".repeat(8);
      run.run().assertLog(undefined.substring(0, undefined.length() - 1), "7 true false true");
    }
  }

  @Test
  void anAdapterGivesAllFilesAWindow() throws Exception {
    try (TestRun run =
        game(
            """
            'use strict';
            console.log(typeof window, typeof document, typeof __devtoolssubcontext);
            GameGlobal.window = {}; window = GameGlobal; GameGlobal.document = { title: 't' };
            require('./other.js');
            """)) {
      run.file("other.js", "console.log(window === GameGlobal, document.title, typeof screen)");
      run.run().assertLog("undefined undefined boolean", "true t undefined");
    }
  }

  @Test
  void showAndHideAreEventsOfWx() throws Exception {
    try (TestRun run =
        game(
            """
            wx.onShow(o => console.log('show', o.scene)); wx.onHide(() => console.log('hide'));
            console.log(wx.getLaunchOptionsSync().scene)
            """)) {
      run.run();
      run.host().background();
      run.host().foreground();
      run.assertLog("1001", "hide", "show 1001");
      assertTrue(run.eval("1").errors().isEmpty());
    }
  }

  @Test
  void aSubpackageRunsWhenItIsLoaded() throws Exception {
    try (TestRun run =
        game(
            """
            const tell = r => console.log(r.errMsg);
            wx.loadSubpackage({name: 'stage1', success: tell});
            wx.loadSubpackage({name: 'stage2', fail: tell})
            """)) {
      run.file("game.json", "{\"subpackages\":[{\"name\":\"stage1\",\"root\":\"stage1/\"}]}")
          .file("stage1/game.js", "console.log('runs')");
      run.run();
      assertEquals(
          List.of(
              "runs", "loadSubpackage:ok", "loadSubpackage:fail subpackage stage2 is not loaded"),
          run.log());
    }
  }
}
