package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code device.systemProxy}: everything goes through it, and no rule changes. */
class SystemProxyTest {
  private static final String GET_X = "url: 'https://api.example.com/x'";

  private static TestRun through(TestProxy proxy, TestRun run) {
    run.lab.on("GET /x", Answer.json("\"here\""));
    return run.set("device.systemProxy=127.0.0.1:" + proxy.port());
  }

  private static int lab(TestRun run) {
    return run.lab.origin("https://api.example.com").port();
  }

  private static Reason why(TestRun run) {
    return run.events(Event.CallEnded.class).getLast().reason().orElseThrow();
  }

  /** The mapping of hosts, which the lab makes for its origin, is not what leads there. */
  @Test // S-row 22
  void httpsGoesThroughAConnectThatNamesTheOriginAndIsEndToEnd() throws Exception {
    try (TestRun run = new TestRun();
        TestProxy proxy = new TestProxy(lab(run))) {
      through(proxy, run).start();
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals(List.of("CONNECT api.example.com:443"), proxy.asked());
      assertEquals("api.example.com", run.lab.requests().getLast().host());
    }
  }

  @Test
  void plainHttpIsAskedOfTheProxyItself() throws Exception {
    try (TestRun run = new TestRun();
        TestProxy proxy = new TestProxy(run.lab.plainHttp("127.0.0.1", 0).port())) {
      through(proxy, run).set("project.setting.urlCheck=false").start();
      assertEquals("ok 200 here", run.request("url: 'http://api.example.com/x'"));
      assertEquals(List.of("GET http://api.example.com/x"), proxy.asked());
    }
  }

  @ParameterizedTest // DOM-7, DNS-2
  @ValueSource(
      strings = {"https://evil.example.com/", "https://127.0.0.1/", "http://api.example.com/x"})
  void theProxyIsNoWayAroundTheRules(String url) throws Exception {
    try (TestRun run = new TestRun();
        TestProxy proxy = new TestProxy(lab(run))) {
      through(proxy, run).start();
      String end = run.request("url: '" + url + "'");
      assertTrue(end.startsWith("request:fail url not in domain list"), end);
      assertEquals(List.of(), proxy.asked());
    }
  }

  @Test // RDR-3
  void aRedirectIsAskedAboutBeforeTheProxyIs() throws Exception {
    try (TestRun run = new TestRun();
        TestProxy proxy = new TestProxy(lab(run))) {
      run.lab.on("GET /away", Answer.redirect("https://evil.example.com/"));
      through(proxy, run).start();
      run.request("url: 'https://api.example.com/away'");
      assertEquals(List.of("allowed DOMAIN_LISTED", "refused REDIRECT_LISTED"), run.decisions());
      assertEquals(List.of("CONNECT api.example.com:443"), proxy.asked());
    }
  }

  @ParameterizedTest // E15
  @CsvSource({
    "default, errcode:-130 cronet_error_code:-130 error_msg:net::ERR_PROXY_CONNECTION_FAILED",
    "android, -130:net::ERR_PROXY_CONNECTION_FAILED"
  })
  void aProxyThatIsNotThere(String platform, String text) throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    try (TestRun run = new TestRun()) {
      run.set("platform=" + platform).set("device.systemProxy=127.0.0.1:" + closed).start();
      assertEquals("request:fail " + text + " 600001", run.request(GET_X));
      assertEquals("--set device.systemProxy", why(run).origin().toString());
      assertTrue(why(run).why().contains("127.0.0.1:" + closed), why(run).why());
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // E15
  void aProxyWhoseNameIsNowhere() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("device.systemProxy=proxy.invalid:8888").start();
      assertTrue(run.request(GET_X).contains("ERR_PROXY_CONNECTION_FAILED"));
    }
  }

  @ParameterizedTest // E15
  @ValueSource(strings = {"403 Forbidden", "502 Bad Gateway", "407 Proxy Authentication Required"})
  void aProxyThatRefusesTheTunnel(String status) throws Exception {
    try (TestRun run = new TestRun();
        TestProxy proxy = new TestProxy(lab(run)).refusing(status)) {
      through(proxy, run).start();
      assertEquals(
          "request:fail errcode:-111 cronet_error_code:-111"
              + " error_msg:net::ERR_TUNNEL_CONNECTION_FAILED 600001",
          run.request(GET_X));
      assertEquals(List.of("CONNECT api.example.com:443"), proxy.asked());
    }
  }

  /** What is wrong behind the proxy is told as without one. */
  @Test // E14
  void aBadCertificateBehindTheProxyIsTheServers() throws Exception {
    try (TestRun run = new TestRun();
        StrangeServer strange = StrangeServer.selfSigned("api.example.com");
        TestProxy proxy = new TestProxy(strange.port())) {
      through(proxy, run).start();
      assertTrue(run.request(GET_X).contains("ERR_CERT_AUTHORITY_INVALID"));
    }
  }

  @Test // S-row 26, DNS-2
  void programsCanTell() throws Exception {
    String ask =
        "wx.getNetworkType({ success: r =>"
            + " console.log(r.hasSystemProxy, r.weakNet, typeof r.signalStrength) })";
    try (TestRun run = new TestRun().set("device.systemProxy=127.0.0.1:8888")) {
      run.onLoad(ask).run().assertLog("true false number");
    }
    try (TestRun run = new TestRun()) {
      run.onLoad(ask).run().assertLog("false false number");
    }
  }
}
