package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PullDownRefreshFamilyTest {
  @Test // LC-9
  void aStartReachesTheHookOfTheCurrentPage() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file(
          "pages/index/index.js",
          """
          Page({
            title: 'index',
            onLoad() {
              wx.startPullDownRefresh({ success: e => console.log(e.errMsg) })
              console.log('loaded')
            },
            onPullDownRefresh() {
              console.log('pulled', this.title)
              wx.stopPullDownRefresh().then(e => console.log(e.errMsg))
            },
          })
          """);
      run.run()
          .assertLog("loaded", "startPullDownRefresh:ok", "pulled index", "stopPullDownRefresh:ok");
    }
  }

  @Test
  void aPageWithoutTheHookIsLeftAlone() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("wx.startPullDownRefresh({ complete: e => console.log(e.errMsg) })");
      run.run().assertLog("startPullDownRefresh:ok");
      assertEquals(List.of(), run.errors());
    }
  }
}
