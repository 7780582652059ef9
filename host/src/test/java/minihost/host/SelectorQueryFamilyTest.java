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
  void aComponentFindsTheCanvasThatItHolds() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file("pages/index/index.wxml", "<my-c id=\"c\"/>")
          .file("pages/index/index.json", "{\"usingComponents\":{\"my-c\":\"/c\"}}")
          .file("c.wxml", "<canvas type=\"webgl\" id=\"inner\"/>")
          .file("c.json", "{\"component\":true}")
          .file(
              "c.js",
              """
              Component({ ready() {
                const say = what => r => console.log(what, r?.node?.getContext('webgl').getError())
                wx.createSelectorQuery().in(this).select('#inner').node(say('in')).exec()
                this.createSelectorQuery().select('#inner').fields({ node: true }, say('own')).exec()
                wx.createSelectorQuery().select('#inner').node(say('page')).exec()
              } })
              """);
      run.run().assertLog("in 0", "own 0", "page undefined");
    }
  }

  @Test
  void aCanvasAndItsLikeAreWorkedByWhatIsMadeUpForThem() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file(
          "pages/index/index.wxml",
          "<canvas type=\"2d\" id=\"c\"/><editor id=\"e\"/><video id=\"v\"/><view"
              + " id=\"n\"/><scroll-view id=\"s\" enhanced/><scroll-view id=\"t\"/>");
      run.onLoad(
          """
          const ask = f => new Promise(done => { const q = wx.createSelectorQuery(); f(q); q.exec(done) })
          ;(async () => {
            const [c, e, v, n, s, t] = await ask(q => { q.select('#c').fields({ node: true, size: true }); q.select('#e').context(); q.select('#v').context(); q.select('#n').node(); q.select('#s').node(); q.select('#t').node() })
            const ctx = c.node.getContext('2d')
            ctx.scale(2, 2)
            console.log(typeof ctx.fillRect, c.node.width, n.node, typeof v.context.play, typeof s.node.scrollTo, t.node)
            e.context.getContents({ success: r => console.log(r.html) })
            const [again] = await ask(q => q.select('#c').node())
            console.log(again.node === c.node)
          })()
          """);
      run.run().assertLog("function 300 null function function null", "<p><br></p>", "true");
    }
  }
}
