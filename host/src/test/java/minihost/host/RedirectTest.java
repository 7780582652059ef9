package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 23 and 24, RDR-1 to RDR-5. */
class RedirectTest {
  private static final String START = "url: 'https://api.example.com/start'";

  private static TestRun redirecting(String to) throws Exception {
    TestRun run = new TestRun();
    run.lab.on("* /start", Answer.redirect(to));
    run.lab.on("* /end", Answer.json("1"));
    return run;
  }

  @ParameterizedTest // RDR-1
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowed(int status) throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.lab.on("* /start", Answer.redirect("end").status(status));
      run.start();
      assertEquals("ok 200 1", run.request(START));
      assertEquals(2, run.lab.requests().size());
    }
  }

  @ParameterizedTest // RDR-1
  @CsvSource({"301, 200", "302, 200", "307, 200", "303, 303", "308, 308"})
  void androidHandsSomeBack(int status, int seen) throws Exception {
    try (TestRun run = redirecting("/end").set("platform=android")) {
      run.lab.on("* /start", Answer.redirect("/end").status(status));
      run.start();
      assertTrue(run.request(START).startsWith("ok " + seen), () -> "" + run.log());
    }
  }

  @ParameterizedTest // row 23, RDR-3, E7, DOM-16
  @CsvSource({
    "https://b.com/end,            b.com",
    "https://api.example.com:8443/end, api.example.com",
    "http://api.example.com/end,   api.example.com",
    "https://api.weixin.qq.com/,   api.weixin.qq.com",
    "http://127.0.0.1:PORT/end,    127.0.0.1",
    "http://localhost:PORT/end,    localhost",
    "https://api.example.com@b.com/end, b.com",
    "//b.com/end,                  b.com",
    "/\\b.com/end,                 b.com",
  })
  void aHopThatIsNotListedFailsTheCallAndIsNotOpened(String to, String host) throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.lab.https("https://b.com");
      run.lab.https("https://api.example.com:8443");
      run.lab.https("https://api.weixin.qq.com");
      int port = run.lab.plainHttp("127.0.0.1", 0).port();
      run.set("hosts.api.example.com:80=127.0.0.1:" + port);
      run.lab.on("GET /start", Answer.redirect(to.replace("PORT", "" + port)));
      run.start();
      assertEquals(
          "request:fail redirect url not in domain list:" + host + " 600002", run.request(START));
      assertEquals(1, run.lab.acceptedConnections());
      assertEquals(1, run.lab.requests().size());
    }
  }

  @Test // RDR-3
  void aHopToAnotherListedOriginOrALanPeerIsFollowed() throws Exception {
    try (TestRun run = redirecting("https://b.com/next")) {
      run.lab.https("https://b.com");
      int port = run.lab.plainHttp("127.0.0.1", 0).port();
      run.lab.on("GET /next", Answer.redirect("http://192.168.1.30:828/end"));
      run.set("domains.requestdomain=[\"https://api.example.com\",\"https://b.com\"]")
          .set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}")
          .set("hosts.192.168.1.30=127.0.0.1:" + port)
          .start();
      assertEquals("ok 200 1", run.request(START));
      assertEquals(3, run.lab.acceptedConnections());
    }
  }

  @ParameterizedTest // RDR-4
  @CsvSource({
    "301, POST, body",
    "302, POST, body",
    "307, POST, body",
    "308, POST, body",
    "303, GET, ''"
  })
  void methodBodyAndHeadersGoAlong(int status, String method, String body) throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.lab.on("* /start", Answer.redirect("/end").status(status));
      run.start();
      run.request(START + ", method: 'POST', data: 'body', header: {'X-A': '1'}");
      LabRequest last = run.lab.requests().getLast();
      assertEquals(method, last.method());
      assertEquals(body, last.text());
      assertEquals(List.of("1"), last.headers("x-a"));
      assertEquals(1, last.headers("referer").size());
    }
  }

  @Test // CK-1
  void aCookieOfOneHopIsNotSentToTheNext() throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.lab.on("* /start", Answer.redirect("/end").header("Set-Cookie", "a=1"));
      run.start();
      run.request(START);
      assertEquals(List.of(), run.lab.requests().getLast().headers("cookie"));
    }
  }

  /** Redirects {@code hops} times, then ends. */
  private static TestRun chain(int hops) throws Exception {
    TestRun run = redirecting("/end");
    AtomicInteger seen = new AtomicInteger();
    run.lab.on(
        "GET /start",
        request -> seen.getAndIncrement() < hops ? Answer.redirect("/start") : Answer.json("1"));
    return run;
  }

  @Test // RDR-2
  void fifteenRedirectsAreFollowed() throws Exception {
    try (TestRun run = chain(15)) {
      run.start();
      assertEquals("ok 200 1", run.request(START));
      assertEquals(16, run.lab.requests().size());
    }
  }

  @Test // RDR-2
  void sixteenFailTheCall() throws Exception {
    try (TestRun run = chain(16)) {
      run.start();
      assertEquals("request:fail network reach the max redirect count 600008", run.request(START));
      assertEquals(16, run.lab.requests().size());
    }
  }

  @Test // RDR-2
  void onAndroidTheSixteenthIsASuccessThatSaysSo() throws Exception {
    try (TestRun run = chain(16).set("platform=android")) {
      run.start();
      assertEquals("ok 302 reach the max redirect count 15", run.request(START));
    }
  }

  @Test // row 24, RDR-5
  void manualHandsTheRedirectOverAndEnds() throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.lab.on("GET /start", Answer.text("moved").status(302).header("Location", "/end"));
      run.start();
      run.script(
          "wx.request({"
              + START
              + ", redirect: 'manual', success: r => console.log('ok ' + r.statusCode, r.data) })"
              + ".onHeadersReceived(h => console.log(h.statusCode, h.header.Location))");
      run.settle().assertLog("302 /end", "ok 302 ");
      assertEquals(1, run.lab.requests().size());
    }
  }

  @Test // RDR-5
  void onAndroidTheLocationHandedOverIsAbsolute() throws Exception {
    try (TestRun run = redirecting("/end?a").set("platform=android")) {
      run.start();
      run.begin("", START + ", redirect: 'manual', complete: r => console.log(r.header)");
      run.settle();
      assertTrue(run.log().getLast().contains("https://api.example.com/end?a"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://api.example.com/", "javascript:1", "https://", "https://a b/"})
  void aLocationThatLeadsNowhereIsTheEndOfTheWay(String location) throws Exception {
    try (TestRun run = redirecting(location)) {
      run.start();
      assertEquals("ok 302", run.request(START).strip());
    }
  }

  @Test // 1.6
  void theProfileKnowsWhenTheRedirectsOfOneHostWere() throws Exception {
    try (TestRun run = redirecting("/end")) {
      run.start();
      run.begin(
          "",
          START
              + ", complete: ({profile: p}) => console.log(p.redirectStart > 0, p.redirectStart <="
              + " p.redirectEnd, p.redirectEnd <= p.fetchStart)");
      run.settle();
      assertEquals("true true true", run.log().getLast());
      run.request(
          "url: 'https://api.example.com/end',"
              + " complete: ({profile: p}) => console.log(p.redirectStart, p.redirectEnd)");
      assertEquals("0 0", run.log().getLast());
    }
  }
}
