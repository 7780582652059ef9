package minihost.host;

import org.junit.jupiter.api.Test;

class SelectorQueryFamilyTest {
  @Test
  void aQueryKnowsWhatIsThereAndNotHowLargeItIs() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file("pages/index/index.wxml", "<view id=\"a\" class=\"c\"/><view class=\"c\"/>");
      run.onLoad(
          """
          const query = wx.createSelectorQuery()
          query.select('#a').boundingClientRect(r => console.log(r.id, r.width))
          query.selectAll('.c').boundingClientRect()
          query.select('#none').boundingClientRect()
          query.selectViewport().scrollOffset()
          query.exec(([, all, none, view]) => console.log(all.length, none, view.scrollTop))
          wx.createIntersectionObserver(this).relativeToViewport({ top: 1 }).observe('#a', () => {})
          console.log('asked')
          """);
      run.run().assertLog("asked", "a null", "2 null null");
    }
  }
}
