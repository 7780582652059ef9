package minihost.host;

import org.junit.jupiter.api.Test;

class EnvFamilyTest {
  @Test // 8.3
  void theUserFolderHasThePhonesName() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad("console.log(JSON.stringify(wx.env))");
      run.run().assertLog("{\"USER_DATA_PATH\":\"wxfile://usr\"}");
    }
  }

  @Test // 8.3
  void inDevtoolsItHasAnother() throws Exception {
    try (TestRun run = new TestRun().set("platform=devtools")) {
      run.onLoad("console.log(wx.env.USER_DATA_PATH)");
      run.run().assertLog("http://usr");
    }
  }
}
