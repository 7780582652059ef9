package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoginFamilyTest {
  @Test
  void everyLoginHasACodeOfItsOwnThatLooksMadeUp() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          wx.login({ success: e => console.log(e.code, e.errMsg) })
          wx.login().then(e => console.log(e.code))
          wx.checkSession({ success: e => console.log(e.errMsg) })
          """);
      run.run()
          .assertLog(
              "minihost-made-up-code-1 login:ok", "minihost-made-up-code-2", "checkSession:ok");
      assertEquals(3, MadeUpAnswers.in(run));
    }
  }

  @Test
  void theUserIsAnonymous() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          (async () => {
            const info = await wx.getUserInfo()
            console.log(info.userInfo.nickName, info.userInfo.gender, info.encryptedData)
            console.log(JSON.stringify(info.userInfo) === info.rawData)
            console.log((await wx.getUserInfo({ withCredentials: true })).encryptedData)
            console.log((await wx.getUserProfile({ desc: 'greeting' })).userInfo.nickName)
          })()
          """);
      run.run().assertLog("微信用户 0 undefined", "true", "minihost-made-up-data", "微信用户");
      assertEquals(3, MadeUpAnswers.in(run));
    }
  }

  @Test
  void aProfileNeedsAReason() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("wx.getUserProfile({ fail: e => console.log(e.errMsg) })");
      run.run()
          .assertLog(
              "getUserProfile:fail parameter error:"
                  + " parameter.desc should be String instead of Undefined;");
    }
  }
}
