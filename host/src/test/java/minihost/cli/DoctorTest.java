package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code minihost doctor}: what of a program works here, without running it. */
class DoctorTest {
  @TempDir Path folder;
  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
  }

  private CommandLineRun doctor(String script, String... options) throws Exception {
    program.file("pages/index/index.js", script);
    String[] all = new String[options.length + 2];
    all[0] = "doctor";
    all[1] = folder.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandLineRun.of(all);
  }

  private static void says(CommandLineRun run, int exit, String... lines) {
    assertEquals(exit, run.exit(), run.out() + run.err());
    for (String line : lines)
      assertTrue(
          run.out().lines().anyMatch(l -> l.replaceAll(" +", " ").startsWith(line)),
          () -> "no line " + line + " in\n" + run.out());
  }

  @Test
  void whatIsCalledAndNotHereIsBrokenAndWhatIsAskedForIsNot() throws Exception {
    CommandLineRun run =
        doctor(
            """
            Page({ onLoad() {
              wx.createWebAudioContext(); wx.request({});
              if (wx.getRendererUserAgent) wx.getRendererUserAgent();
              wx.createWebAudioContext();
              wx.login();
            } })
            throw new Error('it ran')
            """);
    says(
        run,
        1,
        "absent wx.createWebAudioContext pages/index/index.js:2 and 1 more",
        "asked wx.getRendererUserAgent pages/index/index.js:3",
        "made up wx.login pages/index/index.js:5",
        "fix absent: ask for it");
    assertTrue(run.out().contains(" 1 are answered, 2 are absent"), run.out());
    assertFalse(run.out().contains("it ran"), run.out());
  }

  @Test
  void aProgramThatUsesWhatIsHereIsWell() throws Exception {
    says(doctor("Page({ onLoad() { wx.request({}); wx.notOfWeChat?.() } })"), 0);
  }

  @Test
  void syntaxModulesPluginsAndWorkersAreLookedAt() throws Exception {
    program.file("broken.js", "\nlet = = 1").file("node_modules/pkg/index.js", "");
    CommandLineRun run =
        doctor(
            """
            require('./gone'); require('pkg'); require('left-pad');
            requirePlugin('map');
            wx.createWorker('workers/w.js');
            """);
    says(
        run,
        1,
        "syntax ",
        "module module ./gone pages/index/index.js:1",
        "module module left-pad pages/index/index.js:1",
        "npm package pkg is read from node_modules pages/index/index.js:1",
        "plugin app.json names no plugin map pages/index/index.js:2",
        "worker worker workers/w.js: app.json names no workers folder pages/index/index.js:3");
    assertTrue(run.out().contains("broken.js:2"), run.out());
  }

  @Test
  void aComponentOfAPluginIsNamed() throws Exception {
    program.file(
        "pages/index/index.json", "{\n\"usingComponents\": { \"m\": \"plugin://map/view\" } }");
    says(doctor(""), 1, "plugin a component of the plugin map pages/index/index.json:2");
  }

  @Test
  void componentsTemplatesAndTheirScriptsAreRead() throws Exception {
    program
        .file(
            "pages/index/index.json",
            "{\n\"usingComponents\": {\n\"my-a\": \"/c/a\",\n\"my-gone\": \"./gone\",\"my-p\":"
                + " \"pkg/x\" } }")
        .file("c/a.js", "Component({})")
        .file("c/a.json", "{\n\"component\": tru }")
        .file("c/a.wxml", "<view/>")
        .file("data.json", "[1]")
        .file("node_modules/pkg/package.json", "{\"miniprogram\":\"dist\"}")
        .file("node_modules/pkg/dist/x.js", "Component({})")
        .file(
            "pages/index/index.wxml",
            "<my-a/><scroll-view/>\n"
                + "<my-other/><block><slot/></block>\n"
                + "<wxs module=\"m\">\n"
                + "var = 1\n"
                + "</wxs>\n"
                + "<wxs module=\"n\" src=\"./none.wxs\"/>")
        .file("free.wxml", "<wxs module=\"m\">var class = 1</wxs>")
        .file("shared.wxml", "<template name=\"t\"><your-tag/></template>")
        .file("bad.wxml", "<view>\n</text>");
    CommandLineRun run = doctor("");
    says(
        run,
        1,
        "component <my-gone> is ./gone, and there is no such component pages/index/index.json:4",
        "npm component pkg/x is read from node_modules pages/index/index.json:4",
        "tag <my-other> is no component of pages/index/index pages/index/index.wxml:2",
        "module WXS module pages/index/none.wxs pages/index/index.wxml:6",
        "syntax expected BindingIdentifier or BindingPattern pages/index/index.wxml:4",
        "syntax bad.wxml:2:1 </text> stands where </view> was expected bad.wxml:2");
    assertTrue(
        run.out().lines().anyMatch(l -> l.startsWith("syntax") && l.endsWith("c/a.json:2")),
        run.out());
    assertFalse(run.out().contains("data.json"), run.out());
    assertFalse(run.out().contains("your-tag"), run.out());
    assertFalse(run.out().contains("free.wxml"), run.out());
    assertFalse(run.out().contains("scroll-view"), run.out());
  }

  @Test
  void literalUrlsAreHeldAgainstTheLists() throws Exception {
    program.file(
        "minihost.json", "{\"domains\":{\"requestdomain\":[\"https://api.example.com\"]}}");
    CommandLineRun run =
        doctor(
            """
            const a = ['https://api.example.com/x', 'https://other.example.com/y',
              'http://plain.example.com', 'wss://ws.example.com']
            """);
    says(
        run,
        0,
        "domain https://other.example.com is in no list of domains pages/index/index.js:1",
        "domain http://plain.example.com is not encrypted",
        "domain wss://ws.example.com is in no list");
    assertFalse(run.out().contains("api.example.com is"), run.out());
  }

  @Test
  void typeScriptIsReadAndACompiledScriptGoesBeforeIt() throws Exception {
    program
        .file("a.ts", "const x: number = 1; wx.createWebAudioContext(x as any)")
        .file("b.ts", "wx.getRendererUserAgent()")
        .file("b.js", "");
    CommandLineRun run = doctor("");
    says(run, 1, "absent wx.createWebAudioContext a.ts:1");
    assertFalse(run.out().contains("getRendererUserAgent"), run.out());
  }

  @Test
  void jsonIsForMachines() throws Exception {
    CommandLineRun run = doctor("wx.createWebAudioContext(); wx.request({})", "--json");
    assertEquals(1, run.exit());
    assertEquals(1, run.out().lines().count());
    assertTrue(
        run.out()
            .contains("\"members\":{\"createWebAudioContext\":\"absent\",\"request\":\"works\"}"),
        run.out());
    assertTrue(
        run.out().contains("\"file\":\"pages/index/index.js\",\"line\":1,\"times\":1"), run.out());
  }

  @Test
  void aMiniGameIsReadAsOne() throws Exception {
    Path game = folder.resolve("game");
    new Program(game)
        .file("game.json", "{}")
        .file("game.js", "wx.onShow(() => {}); wx.navigateTo({url: 'x'})");
    java.nio.file.Files.delete(game.resolve("app.json"));
    says(CommandLineRun.of("doctor", game.toString()), 1, "absent wx.navigateTo game.js:1");
  }
}
