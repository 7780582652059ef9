package minihost.host;

import org.junit.jupiter.api.Test;

class AnimationFamilyTest {
  @Test
  void stepsAreExportedOnce() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const a = wx.createAnimation({ duration: 10, timingFunction: 'ease' })
          a.rotate(45).opacity(0.5).step().width(7).step({ delay: 3, duration: 1 })
          for (const action of a.export().actions) console.log(JSON.stringify(action))
          console.log(a.export().actions.length)
          """);
      run.run()
          .assertLog(
              "{\"animates\":[{\"type\":\"rotate\",\"args\":[45]},{\"type\":\"style\",\"args\":"
                  + "[\"opacity\",0.5]}],\"option\":{\"transformOrigin\":\"50% 50% 0\","
                  + "\"transition\":{\"duration\":10,\"timingFunction\":\"ease\",\"delay\":0}}}",
              "{\"animates\":[{\"type\":\"style\",\"args\":[\"width\",\"7px\"]}],\"option\":"
                  + "{\"transformOrigin\":\"50% 50% 0\",\"transition\":{\"duration\":1,"
                  + "\"timingFunction\":\"ease\",\"delay\":3}}}",
              "0");
    }
  }

  @Test
  void whatAnAnimationHasForEachStepCanBeReadAndChanged() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const a = wx.createAnimation({ duration: 10, delay: 2 })
          console.log(a.option.transition.duration, a.option.transformOrigin)
          a.option.transition.duration = 0
          const [one] = a.top(1).step().export().actions
          a.option.transition.duration = 5
          const [two] = a.top(2).step({ delay: 0 }).export().actions
          for (const action of [one, two]) console.log(JSON.stringify(action.option.transition))
          """);
      run.run()
          .assertLog(
              "10 50% 50% 0",
              "{\"duration\":0,\"timingFunction\":\"linear\",\"delay\":2}",
              "{\"duration\":5,\"timingFunction\":\"linear\",\"delay\":0}");
    }
  }
}
