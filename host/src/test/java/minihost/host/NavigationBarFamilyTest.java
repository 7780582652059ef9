package minihost.host;

import org.junit.jupiter.api.Test;

class NavigationBarFamilyTest {
  @Test
  void everyChangeSucceeds() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const success = e => console.log(e.errMsg)
          wx.setNavigationBarTitle({ title: 'Feed', success })
          wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#112233', success })
          wx.showNavigationBarLoading({ success })
          wx.hideNavigationBarLoading({ success })
          """);
      run.run()
          .assertLog(
              "setNavigationBarTitle:ok",
              "setNavigationBarColor:ok",
              "showNavigationBarLoading:ok",
              "hideNavigationBarLoading:ok");
    }
  }

  @Test
  void wrongParametersFail() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const fail = e => console.log(e.errMsg)
          wx.setNavigationBarTitle({ fail })
          wx.setNavigationBarColor({ frontColor: '#ffffff', fail })
          wx.setNavigationBarColor({ frontColor: '#abcdef', backgroundColor: '#112233', fail })
          """);
      run.run()
          .assertLog(
              "setNavigationBarTitle:fail parameter error:"
                  + " parameter.title should be String instead of Undefined;",
              "setNavigationBarColor:fail parameter error:"
                  + " parameter.backgroundColor should be String instead of Undefined;",
              "setNavigationBarColor:fail parameter error: invalid frontColor \"#abcdef\"");
    }
  }
}
