package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SystemInfoFamilyTest {
  @Test
  void getSystemInfoSucceedsBeforeItReturns() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.getSystemInfo({
            success: e => console.log('success', e.platform, e.errMsg),
            complete: () => console.log('complete'),
          })
          console.log('returned')
          wx.getSystemInfo().then(e => console.log(e.windowWidth))
          wx.getSystemInfoAsync({ success: e => console.log('later', e.windowWidth) })
          """);
      run.run()
          .assertLog(
              "success devtools getSystemInfo:ok", "complete", "returned", "390", "later 390");
      assertEquals(3, MadeUpAnswers.in(run));
    }
  }

  @Test
  void thePartsMakeUpTheWhole() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const parts = { ...wx.getDeviceInfo(), ...wx.getWindowInfo(), ...wx.getAppBaseInfo() }
          const whole = wx.getSystemInfoSync()
          console.log(JSON.stringify(parts) === JSON.stringify(whole))
          const known = ['SDKVersion', 'version', 'platform', 'system', 'brand', 'model',
            'pixelRatio', 'screenWidth', 'screenHeight', 'windowWidth', 'windowHeight',
            'statusBarHeight', 'safeArea', 'language', 'theme']
          console.log(known.filter(key => whole[key] === undefined))
          const { safeArea } = whole
          console.log(safeArea.height === safeArea.bottom - safeArea.top)
          """);
      run.run().assertLog("true", "[]", "true");
    }
  }

  @Test
  void theSettingsDecideWhoRunsWhere() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("platform=android").set("project.libVersion=2.30.3");
      run.set("account.envVersion=release").set("account.version=1.2.3");
      run.onLoad(
          """
          const { platform, system, SDKVersion } = wx.getSystemInfoSync()
          console.log(platform, system, SDKVersion)
          const { appId, envVersion, version } = wx.getAccountInfoSync().miniProgram
          console.log(appId, envVersion, version)
          """);
      run.run().assertLog("android Android 14 2.30.3", "wx0123456789abcdef release 1.2.3");
    }
  }

  @Test
  void onlyAReleaseHasAVersion() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const { envVersion, version } = wx.getAccountInfoSync().miniProgram
          console.log(envVersion, version === '', __wxConfig.envVersion)
          """);
      run.run().assertLog("develop true develop");
    }
  }
}
