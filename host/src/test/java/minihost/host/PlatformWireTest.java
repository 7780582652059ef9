package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.config.Device.NetworkType;
import minihost.lab.Answer;
import minihost.lab.LabHeader;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else a platform does otherwise: on the wire, and when the wire fails. */
class PlatformWireTest {
  private static final String URL = "url: 'https://api.example.com/'";

  private static TestRun on(String platform) throws Exception {
    TestRun run = new TestRun().set("platform=" + platform);
    run.lab.on("* /*", Answer.json("1"));
    return run;
  }

  @Test // HDR-5
  void androidSendsLowerCaseNamesAndItsOwn() throws Exception {
    try (TestRun run = on("android")) {
      run.start();
      run.request(URL + ", header: { 'X-One': 'A', 'Content-Type': 'text/Plain', Cookie: 'C=1' }");
      LabRequest sent = run.lab.requests().getLast();
      List<String> names = sent.headers().stream().map(LabHeader::name).toList();
      assertTrue(names.containsAll(List.of("x-one", "content-type", "cookie")), () -> "" + names);
      assertEquals(List.of("A"), sent.headers("x-one"));
      assertEquals(List.of("text/Plain"), sent.headers("content-type"));
      assertEquals(List.of("utf-8"), sent.headers("charset"));
      assertEquals(List.of("gzip,compress,br,deflate"), sent.headers("accept-encoding"));
      run.request(URL + ", header: { 'ACCEPT-encoding': 'identity', Charset: 'x' }");
      sent = run.lab.requests().getLast();
      assertEquals(List.of("identity"), sent.headers("accept-encoding"));
      assertEquals(List.of("utf-8"), sent.headers("charset"));
    }
  }

  @ParameterizedTest // HDR-5
  @ValueSource(strings = {"default", "ios", "devtools"})
  void othersSendNamesAsWritten(String platform) throws Exception {
    try (TestRun run = on(platform)) {
      run.start();
      run.request(URL + ", header: { 'X-One': 'A' }");
      LabRequest sent = run.lab.requests().getLast();
      List<String> names = sent.headers().stream().map(LabHeader::name).toList();
      assertTrue(names.contains("X-One"), () -> "" + names);
      assertEquals(List.of(), sent.headers("charset"));
    }
  }

  @ParameterizedTest // TASK-3
  @ValueSource(strings = {"default", "android"})
  void theHeadersEventHasTheServersHeadersAndNoOthers(String platform) throws Exception {
    try (TestRun run = on(platform)) {
      run.start();
      run.eval(
          """
          const listed = h => Object.keys(h).map(k => k.toLowerCase()).sort().join()
          const task = wx.request({ url: 'https://api.example.com/', success: r => console.log(listed(r.header)) })
          task.onHeadersReceived(r => console.log(listed(r.header)))
          undefined
          """);
      run.assertLog("content-length,content-type", "content-length,content-type");
    }
  }

  @ParameterizedTest // E12, E13
  @CsvSource(
      delimiter = '|',
      value = {
        "default  | errcode:%d cronet_error_code:%d error_msg:net::ERR_%s",
        "ios      | errcode:%d cronet_error_code:%d error_msg:net::ERR_%s",
        "devtools | errcode:%d cronet_error_code:%d error_msg:net::ERR_%s",
        "android  | %d:net::ERR_%3$s",
      })
  void failuresOfTheNetwork(String platform, String words) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    try (TestRun run = on(platform)) {
      run.set("domains.requestdomain=[\"https://b.com\",\"https://no-such-host.invalid\"]");
      run.set("hosts.b.com=127.0.0.1:" + port).start();
      assertEquals(
          "request:fail " + words.formatted(-102, -102, "CONNECTION_REFUSED") + " 600001",
          run.request("url: 'https://b.com/'"));
      assertEquals(
          "request:fail " + words.formatted(-105, -105, "NAME_NOT_RESOLVED") + " 600001",
          run.request("url: 'https://no-such-host.invalid/'"));
    }
  }

  @ParameterizedTest // E8 to E11
  @ValueSource(strings = {"ios", "devtools"})
  void whereAndroidHasWordsOfItsOwnTheOthersHaveTheCommonOnes(String platform) throws Exception {
    try (TestRun run = on(platform)) {
      run.lab.on("GET /held", Answer.json("1").after(new CompletableFuture<>()));
      run.start();
      String held = "url: 'https://api.example.com/held'";
      run.begin("", held).script("task.abort()").settle();
      run.begin("", held + ", timeout: 10");
      run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
      run.advance(10).settle();
      int next = run.lab.requests("GET /held").size() + 1;
      run.begin("", held);
      run.lab.awaitRequests("GET /held", next, Duration.ofSeconds(20));
      run.host().background();
      run.advance(5_000).settle();
      run.request(held);
      run.assertLog(
          "request:fail abort no errno",
          "request:fail timeout 5",
          "request:fail interrupted 600003",
          "request:fail interrupted 600003");
    }
  }

  @ParameterizedTest // E16
  @CsvSource(
      delimiter = '|',
      value = {
        "ios     | request:fail errcode:10011 cronet_error_code:0 error_msg:network change, cancel"
            + " all task 600001",
        "android | ok 200 1",
        "default | ok 200 1",
      })
  void aChangeOfNetworkCancelsCallsOnIosAlone(String platform, String end) throws Exception {
    try (TestRun run = on(platform)) {
      CompletableFuture<Void> gate = new CompletableFuture<>();
      run.lab.on("GET /held", Answer.json("1").after(gate));
      run.start();
      run.begin("", "url: 'https://api.example.com/held'");
      run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
      run.host().phone(p -> p.setNetwork(NetworkType.G5));
      run.script("").script("");
      gate.complete(null);
      run.settle().assertLog(end);
      assertEquals("ok 200 1", run.request(URL));
    }
  }
}
