package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import minihost.config.Device.NetworkType;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same failures in the words of each platform (sheet 0.2, 3.2). */
class PlatformWordingTest {
  private static final String HELD = "url: 'https://api.example.com/held'";

  private static TestRun on(String platform) throws Exception {
    TestRun run = new TestRun().set("platform=" + platform);
    run.lab.on("GET /held", Answer.json("1").after(new CompletableFuture<>()));
    run.lab.on("GET /away", Answer.redirect("https://b.com/"));
    return run;
  }

  @ParameterizedTest // E1, E2, E6, E7
  @CsvSource(
      delimiter = '|',
      value = {
        "E1  | url: 1                 | parameter error: parameter.url should be String instead of"
            + " Number; 1001 | same",
        "E2  | url: '/x'              | invalid url \"/x\" 600009                    | same",
        "E6  | url: 'https://b.com/'  | url not in domain list 600002              | url not in"
            + " domain list:b.com 600002",
        "E6  | url: 'http://127.0.0.1/' | url not in domain list 600002            | url not in"
            + " domain list:127.0.0.1 600002",
        "E6  | url: 'https://api.weixin.qq.com/' | url not in domain list 600002   | url not in"
            + " domain list:api.weixin.qq.com 600002",
        "E7  | url: 'https://api.example.com/away' | redirect url not in domain list:b.com 600002 |"
            + " same",
      })
  void refusals(String id, String options, String others, String android) throws Exception {
    for (String platform : new String[] {"default", "ios", "devtools"})
      try (TestRun run = on(platform)) {
        run.start();
        assertEquals("request:fail " + others, run.request(options), platform);
      }
    try (TestRun run = on("android")) {
      run.start();
      String expected = android.equals("same") ? others : android;
      assertEquals("request:fail " + expected, run.request(options));
    }
  }

  @ParameterizedTest // ERR-3, E8, E10, E11
  @CsvSource(
      delimiter = '|',
      value = {
        "default | timeout 5       | interrupted 600003                      | interrupted 600003",
        "android | fail:time out 5 | fail:network interrupted error 600003   |"
            + " createRequestTask:fail: jsapi has no permission, event=createRequestTask,"
            + " runningState=suspend, permissionMsg=permission ok, detail=network api interrupted"
            + " in suspend state 600003",
      })
  void timeoutAndBackground(String platform, String e8, String e10, String e11) throws Exception {
    try (TestRun run = on(platform)) {
      run.start();
      run.begin("", HELD + ", timeout: 10");
      run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
      run.advance(10).settle();
      run.begin("", HELD);
      run.lab.awaitRequests("GET /held", 2, Duration.ofSeconds(20));
      run.host().background();
      run.advance(5_000).settle();
      run.request(HELD);
      run.assertLog("request:fail " + e8, "request:fail " + e10, "request:fail " + e11);
    }
  }

  @ParameterizedTest // E15
  @CsvSource(
      delimiter = '|',
      value = {
        "default | errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED",
        "ios     | errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED",
        "android | -106:net::ERR_INTERNET_DISCONNECTED",
      })
  void transport(String platform, String words) throws Exception {
    try (TestRun run = on(platform)) {
      run.start();
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      assertEquals("request:fail " + words + " 600001", run.request(HELD));
    }
  }

  @Test // T:11166
  void inDevtoolsTheHeadersEventLacksTheStatus() throws Exception {
    try (TestRun run = on("devtools")) {
      run.start();
      run.eval(
          "void wx.request({ url: 'https://api.example.com/other' })"
              + ".onHeadersReceived(h => console.log(Object.keys(h).sort().join()))");
      run.assertLog("cookies,header");
    }
  }
}
