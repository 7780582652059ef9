package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minihost.config.HostAndPort;
import minihost.config.OriginFault;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.LabProxy;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code device.systemProxy}: everything goes through it, and no rule changes. */
class SystemProxyTest {
  private static final String GET_X = "url: 'https://api.example.com/x'";

  /** A run whose phone has the lab's proxy. */
  private static TestRun through(TestRun run) throws IOException {
    run.lab.on("GET /x", Answer.json("\"here\""));
    return run.set("device.systemProxy=127.0.0.1:" + run.lab.proxy().address().getPort());
  }

  private static Reason why(TestRun run) {
    return run.events(Event.CallEnded.class).getLast().reason().orElseThrow();
  }

  /** The mapping of hosts, which the lab makes for its origin, is not what leads there. */
  @Test // S-row 22
  void httpsGoesThroughAConnectThatNamesTheOriginAndIsEndToEnd() throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.start();
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
      assertEquals("api.example.com", run.lab.requests().getLast().host());
    }
  }

  @Test
  void plainHttpIsAskedOfTheProxyItself() throws Exception {
    try (TestRun run = through(new TestRun())) {
      int port = run.lab.plainHttp("127.0.0.2", 0).port();
      String url = "http://127.0.0.2:" + port + "/x";
      run.set("project.setting.urlCheck=false").start();
      assertEquals("ok 200 here", run.request("url: '" + url + "'"));
      assertEquals(List.of("GET " + url), run.lab.proxy().seen());
    }
  }

  @ParameterizedTest // DOM-7, DNS-2
  @ValueSource(
      strings = {"https://evil.example.com/", "https://127.0.0.1/", "http://api.example.com/x"})
  void theProxyIsNoWayAroundTheRules(String url) throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.start();
      String end = run.request("url: '" + url + "'");
      assertTrue(end.startsWith("request:fail url not in domain list"), end);
      assertEquals(List.of(), run.lab.proxy().seen());
    }
  }

  @Test // RDR-3
  void aRedirectIsAskedAboutBeforeTheProxyIs() throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.lab.on("GET /away", Answer.redirect("https://evil.example.com/"));
      run.start();
      run.request("url: 'https://api.example.com/away'");
      assertEquals(List.of("allowed DOMAIN_LISTED", "refused REDIRECT_LISTED"), run.decisions());
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
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
  @ValueSource(ints = {403, 407, 502})
  void aProxyThatRefusesTheTunnel(int status) throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.lab.proxy().answer(status);
      run.start();
      assertEquals(
          "request:fail errcode:-111 cronet_error_code:-111"
              + " error_msg:net::ERR_TUNNEL_CONNECTION_FAILED 600001",
          run.request(GET_X));
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
    }
  }

  /** What is wrong behind the proxy is told as without one. */
  @Test // E14
  void aBadCertificateBehindTheProxyIsTheServers() throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.set("domains.requestdomain=[\"https://bad.example.com\"]");
      run.lab.https("https://bad.example.com", OriginFault.SELF_SIGNED);
      run.start();
      String end = run.request("url: 'https://bad.example.com/x'");
      assertTrue(end.contains("ERR_CERT_AUTHORITY_INVALID"), end);
      assertEquals(List.of("CONNECT bad.example.com:443"), run.lab.proxy().seen());
    }
  }

  /** Containers of the cloud are reached by WeChat's own line. */
  @Test // DOM-15
  void theCloudIsNotBehindTheProxy() throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.set("cloud.envs={\"e-1\":{\"services\":{\"s\":\"lab\"}}}").start();
      run.eval(
          """
          wx.cloud.init({ env: 'e-1' });
          wx.cloud.callContainer({ path: '/x', header: { 'X-WX-SERVICE': 's' },
            success: r => console.log(r.statusCode, r.data), fail: r => console.log(r.errMsg) })
          """);
      run.assertLog("200 here");
      assertEquals(List.of(), run.lab.proxy().seen());
    }
  }

  @Test
  void uploadsAndDownloadsGoThroughIt() throws Exception {
    try (TestRun run = through(new TestRun())) {
      run.set("domains.downloaddomain=[\"https://api.example.com\"]");
      run.set("domains.uploaddomain=[\"https://api.example.com\"]");
      run.lab.on("POST /x", Answer.json("\"taken\"")).on("GET /x", Answer.text("file"));
      run.start();
      run.eval(
          """
          wx.downloadFile({ url: 'https://api.example.com/x', success: r => wx.uploadFile({
            url: 'https://api.example.com/x', name: 'f', filePath: r.tempFilePath,
            complete: u => console.log(r.statusCode, u.statusCode, 'exception' in r, 'useHttpDNS' in u)
          }), fail: r => console.log(r.errMsg) })
          """);
      run.assertLog("200 200 false false");
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
    }
  }

  /** Both ways: connections that were kept from before are left where they are. */
  @Test
  void itMayChangeWhileTheRunGoesOn() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /x", Answer.json("\"here\""));
      HostAndPort proxy = new HostAndPort("127.0.0.1", run.lab.proxy().address().getPort());
      run.start();
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals(List.of(), run.lab.proxy().seen());
      run.host().phone(p -> p.setProxy(Optional.of(proxy)));
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
      run.lab.proxy().answer(502);
      run.host().phone(p -> p.setProxy(Optional.empty()));
      assertEquals("ok 200 here", run.request(GET_X));
      assertEquals(1, run.lab.proxy().seen().size());
      run.eval("console.log((await wx.getNetworkType()).hasSystemProxy)");
      run.host().phone(p -> p.setProxy(Optional.of(proxy)));
      run.eval("console.log((await wx.getNetworkType()).hasSystemProxy)");
      assertEquals(List.of("false", "true"), run.log().subList(3, 5));
    }
  }

  @Test
  void whatIsInFlightStaysOnItsWayAndItsNextHopDoesNot() throws Exception {
    try (TestRun run = new TestRun()) {
      CompletableFuture<Void> held = new CompletableFuture<>();
      run.lab.on("GET /x", Answer.json("\"here\""));
      run.lab.on("GET /away", Answer.redirect("https://api.example.com/x").after(held));
      run.start();
      run.begin("", "url: 'https://api.example.com/away'");
      run.lab.awaitRequest("GET /away", Duration.ofSeconds(20));
      int port = run.lab.proxy().address().getPort();
      run.host().phone(p -> p.setProxy(Optional.of(new HostAndPort("127.0.0.1", port))));
      held.complete(null);
      run.settle().assertLog("ok 200 here");
      assertEquals(List.of("CONNECT api.example.com:443"), run.lab.proxy().seen());
    }
  }

  @Test // S-row 13
  void aWebSocketWithTlsGoesThroughTheOneThereIsNow() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.opened();
      LabProxy proxy = sockets.run.lab.proxy();
      HostAndPort at = new HostAndPort("127.0.0.1", proxy.address().getPort());
      assertEquals(List.of(), proxy.seen());
      sockets.run.host().phone(p -> p.setProxy(Optional.of(at)));
      sockets.connect("b", SocketRun.OPTIONS).run.settle();
      assertEquals(List.of("CONNECT ws.example.com:443"), proxy.seen());
      sockets.run.host().phone(p -> p.setProxy(Optional.empty()));
      sockets.connect("c", SocketRun.OPTIONS).run.settle();
      assertEquals("c open", sockets.run.log().getLast());
      assertEquals(1, proxy.seen().size());
    }
  }

  @Test
  void aProxyWithoutAPortIsRefusedAtOnce() throws Exception {
    try (TestRun run = new TestRun()) {
      Optional<HostAndPort> portless = HostAndPort.of("127.0.0.1");
      assertTrue(portless.isPresent());
      assertThrows(
          IllegalArgumentException.class, () -> run.start().phone(p -> p.setProxy(portless)));
    }
  }

  @Test // E15
  void oneThatIsNotThereIsSaidToHaveBeenSetWhileRunning() throws Exception {
    try (TestRun run = new TestRun()) {
      run.start();
      run.host().phone(p -> p.setProxy(Optional.of(new HostAndPort("proxy.invalid", 8888))));
      assertTrue(run.request(GET_X).contains("ERR_PROXY_CONNECTION_FAILED"));
      assertEquals("set while running", why(run).origin().toString());
      assertTrue(why(run).fix().contains(".proxy"), why(run).fix());
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
