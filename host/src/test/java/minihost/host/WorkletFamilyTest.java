package minihost.host;

import org.junit.jupiter.api.Test;

/** wx.worklet: values are at once where their animations end. */
class WorkletFamilyTest {
  @Test
  void aValueIsWhatItsAnimationEndsWith() throws Exception {
    try (TestRun run = new TestRun()) {
      run.file("pages/index/index.wxml", "<view id=\"a\"/>");
      run.onLoad(
          """
          const { shared, derived, timing, spring, sequence, delay, repeat, runOnUI, cancelAnimation, Easing } = wx.worklet
          const at = shared(1), twice = derived(() => at.value * 2)
          at.value = timing(300, { easing: Easing.inOut(Easing.quad) }, done => console.log('done', done))
          console.log(at.value, twice.value)
          at.value = sequence(delay(10, spring(3)), repeat(timing(7), 2))
          cancelAnimation(at)
          console.log(at.value, Easing.quad(0.5), Easing.out(Easing.quad)(0.5), Easing.bezier(0, 0, 1, 1).factory()(0.25).toFixed(3))
          console.log(Easing.cubicBezier(0.25, 0.1, 0.25, 1)(0.5).toFixed(3), Easing.cubicBezier(0, 1, 1, 0)(1))
          runOnUI(n => console.log('ui', n))(5)
          this.applyAnimatedStyle('#a', () => ({ left: at.value + 'px' }), {}, r => {
            console.log(r.styleId)
            this.clearAnimatedStyle('#a', [r.styleId], () => console.log('cleared'))
          })
          console.log(wx.canIUse('worklet'), wx.canIUse('worklet.timing'))
          """);
      run.run()
          .assertLog(
              "300 600",
              "7 0.25 0.75 0.250",
              "0.802 1",
              "true true",
              "done true",
              "ui 5",
              "1",
              "cleared");
    }
  }

  @Test
  void routesOfAProgramsOwnAreTakenAndNeverPlayed() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.router.addRouteBuilder('fade', () => console.log('never'))
          console.log(wx.router.getRouteContext(this), wx.canIUse('router'))
          wx.router.removeRouteBuilder('fade')
          """);
      run.run().assertLog("undefined true");
    }
  }
}
