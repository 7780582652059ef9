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

  @Test
  void elementsThatAProgramDrivesHaveTheirObject() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file(
          "pages/index/index.wxml",
          "<canvas type=\"2d\" id=\"c\"/><video id=\"v\"/><scroll-view enhanced"
              + " class=\"s\"/><view id=\"w\"/>");
      run.onLoad(
          """
          const ask = () => new Promise(done => wx.createSelectorQuery()
            .select('#c').fields({ node: true, size: true }).select('#v').context()
            .select('.s').node().select('#w').fields({ node: true, context: true }).exec(done))
          ask().then(async ([canvas, video, scroll, view]) => {
            console.log(typeof canvas.node.getContext('2d').fillRect, canvas.node.width, canvas.width)
            console.log(typeof video.context.play, typeof scroll.node.scrollTo, view.node, view.context)
            console.log((await ask())[0].node === canvas.node)
          })
          """);
      run.run().assertLog("function 300 null", "function function null null", "true");
    }
  }
}
