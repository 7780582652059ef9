package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.component.ComponentCode;
import minihost.journal.Event;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;

/** {@code usingComponents} of app.json, which every page and component has. */
class GlobalComponentsTest {
  private static final String APP =
      """
      { "pages": ["pages/index/index"], "useExtendedLib": { "weui": true },
        "usingComponents": { "mp-icon": "weui-miniprogram/icon/icon", "mine": "/mine/mine" } }
      """;

  @Test
  void whatIsMissingIsToldOnceAndHowToHaveIt() throws Exception {
    try (TestRun run = program()) {
      run.run();
      List<Reason> missing = missing(run);
      assertEquals(1, missing.size(), missing::toString);
      assertTrue(missing.getFirst().fix().startsWith("run npm install weui-miniprogram"));
    }
  }

  @Test
  void whatUseExtendedLibNamesIsTakenFromNpm() throws Exception {
    try (TestRun run = program()) {
      run.file("node_modules/weui-miniprogram/package.json", "{ \"miniprogram\": \"dist\" }")
          .file(
              "node_modules/weui-miniprogram/dist/icon/icon.js",
              "Component({ attached() { console.log('icon') } })")
          .file("node_modules/weui-miniprogram/dist/icon/icon.json", "{ \"component\": true }")
          .file("node_modules/weui-miniprogram/dist/icon/icon.wxml", "<view/>");
      run.run();
      run.assertLog("icon");
      assertEquals(List.of(), missing(run));
    }
  }

  private static TestRun program() throws Exception {
    return new TestRun()
        .file("app.json", APP)
        .file("pages/index/index.js", "Page({})")
        .file("pages/index/index.wxml", "<mine/>")
        .file("mine/mine.js", "Component({})")
        .file("mine/mine.json", "{ \"component\": true }")
        .file("mine/mine.wxml", "<mp-icon/>");
  }

  private static List<Reason> missing(TestRun run) {
    return run.events(Event.Note.class).stream()
        .map(Event.Note::reason)
        .filter(reason -> reason.code() == ComponentCode.COMPONENT_NOT_FOUND)
        .toList();
  }
}
