package minihost.host;

import org.junit.jupiter.api.Test;

/** What belongs to which package, and when the main package is there (guide to subpackages). */
class SubpackageTest {
  private static final String JSON =
      """
      {"pages":["pages/index/index"],%s"preloadRule":{"pages/index/index":{"packages":["a"]}},
       "subpackages":[{"root":"a","pages":["p"],"entry":"start.js"},{"root":"b","pages":["p"]},
                      {"root":"solo","pages":["p"],"independent":true}]}
      """;

  private static TestRun program(String home) throws Exception {
    TestRun run = new TestRun().file("app.json", JSON.formatted(home));
    for (String root : new String[] {"a", "b", "solo"}) run.file(root + "/p.js", "Page({})");
    return run.file("a/start.js", "console.log('entry of a')")
        .file("b/util.js", "exports.b = 1")
        .file("lib.js", "exports.lib = 1")
        .file("app.js", "App({ own: 1, onLaunch(o) { console.log('launched', o.path) } })");
  }

  @Test
  void anIndependentPageGoesWithoutTheMainPackageUntilAnotherOpens() throws Exception {
    try (TestRun run = program("\"entryPagePath\":\"solo/p\",")) {
      run.file(
          "solo/p.js",
          """
          console.log(getApp())
          getApp({ allowDefault: true }).kept = 2
          try { require('../lib') } catch (e) { console.log(e.message) }
          Page({ onReady() { console.log('ready'); wx.navigateTo({ url: '/pages/index/index' }) } })
          """);
      run.onLoad("const { own, kept } = getApp(); console.log('opened', own, kept)");
      run.run()
          .assertLog(
              "undefined",
              "module 'lib.js' is not defined, require args is '../lib': it is in the main"
                  + " package, of which only require.async may have it",
              "ready",
              "launched solo/p",
              "opened 1 2");
    }
  }

  @Test
  void aPackageHasAnothersFilesOnlyByWaiting() throws Exception {
    try (TestRun run = program("\"entryPagePath\":\"a/p\",")) {
      run.file(
          "a/p.js",
          """
          try { require('../b/util') } catch (e) { console.log(e.message) }
          console.log(require('../lib').lib)
          require('../b/util', b => console.log('called', b.b))
          require.async('../b/util').then(b => console.log('awaited', b.b))
          require.async('../b/none').catch(({ mod, errMsg }) => console.log(mod, errMsg))
          Page({})
          """);
      run.run()
          .assertLog(
              "launched a/p",
              "entry of a",
              "module 'b/util.js' is not defined, require args is '../b/util': it is in the"
                  + " subpackage b, of which only require.async may have it",
              "1",
              "called 1",
              "awaited 1",
              "../b/none module 'b/none.js' is not defined, require args is '../b/none'");
    }
  }

  @Test
  void componentsOfOtherPackagesAndOfInstalledOnesAreFound() throws Exception {
    try (TestRun run = program("\"entryPagePath\":\"a/p\",")) {
      run.file("b/c.js", "Component({ attached() { console.log('c of b') } })")
          .file("b/c.json", "{\"component\":true}")
          .file("b/c.wxml", "<view/>")
          .file("node_modules/pkg/package.json", "{\"name\":\"pkg\",\"miniprogram\":\"dist\"}")
          .file(
              "node_modules/pkg/dist/x/index.js",
              "Component({ attached() { console.log('x of pkg') } })")
          .file("node_modules/pkg/dist/x/index.json", "{\"component\":true}")
          .file("node_modules/pkg/dist/x/index.wxml", "<view/>")
          .file(
              "a/p.json",
              "{\"usingComponents\":{\"my-c\":\"../b/c\",\"my-x\":\"pkg/x/index\"},\"componentPlaceholder\":{\"my-c\":\"view\"}}")
          .file("a/p.wxml", "<my-c/><my-x/>");
      run.run().assertLog("launched a/p", "entry of a", "c of b", "x of pkg");
    }
  }
}
