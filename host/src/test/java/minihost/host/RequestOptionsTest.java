package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the switches of wx.request do (sheet 1.1). */
class RequestOptionsTest {
  private static final String URL = "url: 'https://api.example.com/'";
  private TestRun run;

  @BeforeEach
  void prepare() throws Exception {
    run = new TestRun();
    run.lab.on("* /", Answer.json("1").header("X-Answer", "a"));
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  /** An expression over the result {@code r}. */
  private String shown(String options, String expression) throws Exception {
    run.begin("", URL + options + ", complete: r => console.log(" + expression + ")").settle();
    return run.log().getLast();
  }

  @Test // 1.1
  void http2IsSpokenWhereItIsAskedForAndNamesAreInLowerCase() throws Exception {
    run.start();
    String seen = "r.profile.protocol, r.profile.socketReused, r.header['x-answer']";
    assertEquals("h2 false a", shown(", enableHttp2: true, header: {'X-Ask': '1'}", seen));
    LabRequest received = run.lab.requests().getFirst();
    assertEquals("h2", received.protocol());
    assertEquals(
        "x-ask",
        received.headers().stream()
            .filter(h -> h.value().equals("1"))
            .findFirst()
            .orElseThrow()
            .name());
    assertEquals("h2 true a", shown(", enableHttp2: true", seen));
    assertEquals("http1.1 false undefined", shown("", seen));
    assertEquals(2, run.lab.acceptedConnections());
  }

  @ParameterizedTest // 1.1
  @ValueSource(strings = {"'true'", "1", "false", "null", "{}"})
  void onlyTrueSwitchesOn(String value) throws Exception {
    run.start();
    String options = ", enableHttp2: " + value + ", enableCache: " + value;
    assertEquals("http1.1", shown(options, "r.profile.protocol"));
  }

  @Test // 1.1
  void namesThatOneCertificateCoversAreReachedWhereEachOfThemIsMapped() throws Exception {
    HeldCertificate both =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("a.example.com")
            .addSubjectAlternativeName("b.example.com")
            .build();
    try (MockWebServer a = http2("a", both);
        MockWebServer b = http2("b", both)) {
      run.file("both.pem", both.certificatePem())
          .set("trust=[\"both.pem\"]")
          .set("domains.requestdomain=[\"https://a.example.com\",\"https://b.example.com\"]")
          .set("hosts.a.example.com=127.0.0.1:" + a.getPort())
          .set("hosts.b.example.com=127.0.0.1:" + b.getPort())
          .start();
      for (String name : List.of("a", "b"))
        assertEquals(
            "ok 200 " + name,
            run.request("url: 'https://" + name + ".example.com/', enableHttp2: true"));
    }
  }

  private static MockWebServer http2(String name, HeldCertificate certificate) throws Exception {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.enqueue(new MockResponse.Builder().body(name).build());
    server.start(InetAddress.getByName("127.0.0.1"), 0);
    return server;
  }

  @ParameterizedTest // 1.1
  @ValueSource(strings = {"enableQuic: true", "forceCellularNetwork: true", "enableQuic: 7"})
  void whatThisHostCannotChangeIsAcceptedAndSaidHonestly(String option) throws Exception {
    run.start();
    assertEquals("request:ok http1.1", shown(", " + option, "r.errMsg, r.profile.protocol"));
    assertEquals(
        "request:ok h2", shown(", enableHttp2: true, " + option, "r.errMsg, r.profile.protocol"));
  }

  @Test // 1.1
  void theHighPerformanceModuleOfAndroidSpeaksHttp2AndTellsLess() throws Exception {
    run.set("platform=android").start();
    String told =
        "r.profile.usingHighPerformanceMode, r.profile.protocol, r.profile.peerIP,"
            + " r.profile.port > 0";
    assertEquals("true h2  false", shown("", told));
    assertEquals("false http1.1 127.0.0.1 true", shown(", useHighPerformanceMode: false", told));
  }

  @Test // 1.1
  void elsewhereThatModuleIsIgnored() throws Exception {
    run.start();
    assertEquals(
        "false http1.1",
        shown(
            ", useHighPerformanceMode: true",
            "r.profile.usingHighPerformanceMode, r.profile.protocol"));
  }

  @Test // 1.1
  void aCachedAnswerComesFromTheRunsOwnDisk() throws Exception {
    AtomicInteger served = new AtomicInteger();
    run.lab.on(
        "GET /kept",
        request ->
            Answer.json("" + served.incrementAndGet()).header("Cache-Control", "max-age=60"));
    run.start();
    String kept = "url: 'https://api.example.com/kept'";
    assertEquals("ok 200 1", run.request(kept + ", enableCache: true"));
    assertEquals("ok 200 1", run.request(kept + ", enableCache: true"));
    assertEquals("ok 200 2", run.request(kept));
    assertEquals("ok 200 1", run.request(kept + ", enableCache: true"));
    assertEquals(2, served.get());
  }

  @Test // 1.1
  void anAnswerThatMayNotBeKeptIsNotAndOneThatMustBeAskedForIs() throws Exception {
    run.lab.on("GET /no", Answer.json("1").header("Cache-Control", "no-store"));
    run.lab.on(
        "GET /etag",
        request ->
            request.header("if-none-match").isPresent()
                ? Answer.of(304).header("ETag", "\"a\"")
                : Answer.json("1").header("ETag", "\"a\"").header("Cache-Control", "no-cache"));
    run.start();
    for (String path : List.of("no", "etag"))
      for (int i = 0; i < 2; i++)
        assertEquals(
            "ok 200 1",
            run.request("url: 'https://api.example.com/" + path + "', enableCache: true"));
    assertEquals(2, run.lab.requests("GET /no").size());
    assertEquals(2, run.lab.requests("GET /etag").size());
  }

  @Test // DOM-1
  void theCacheIsNoWayAroundThePolicy() throws Exception {
    run.lab.on("GET /kept", Answer.json("1").header("Cache-Control", "max-age=60"));
    run.start();
    String kept = ", enableCache: true";
    assertEquals("ok 200 1", run.request("url: 'https://api.example.com/kept'" + kept));
    assertEquals(
        "request:fail url not in domain list 600002",
        run.request("url: 'https://api.example.com:443/kept'" + kept));
  }

  @Test // RES-5
  void brotliIsDecoded() throws Exception {
    // "minihost minihost minihost\n" by the format's own compressor
    byte[] body = Base64.getDecoder().decode("GxoA+MUb7DvLnwyMKkX0CQY+rrV7Ag==");
    run.lab.on("* /", Compressed.answer("br", body));
    run.start();
    assertEquals(
        "minihost minihost minihost\n|br",
        shown(", dataType: 'text'", "r.data + '|' + r.header['Content-Encoding']"));
    assertEquals(
        List.of("gzip, deflate, br"), run.lab.requests().getLast().headers("accept-encoding"));
  }

  @ParameterizedTest // E15
  @CsvSource({"br", "gzip", "deflate"})
  void aBodyThatIsNoSuchEncodingFails(String encoding) throws Exception {
    byte[] body = {'n', 'o', 'n', 'e', ' ', 'o', 'f', ' ', 'i', 't'};
    run.lab.on("* /", Compressed.answer(encoding, body));
    run.start();
    assertTrue(
        run.request(URL).contains("net::ERR_CONTENT_DECODING_FAILED 600001"), run.log()::getLast);
  }

  @Test // 3.3
  void dataLargerThanABodyMayBeIsRefusedAndNothingIsSent() throws Exception {
    run.start();
    String post = URL + ", method: 'POST', data: ";
    String refused = "request:fail native buffer exceed size limit 602300";
    assertEquals(refused, run.request(post + "'x'.repeat(100 * 1024 * 1024)"));
    assertEquals(refused, run.request(post + "new ArrayBuffer(60 * 1024 * 1024)"));
    assertEquals(refused, run.request(post + "'\u8336'.repeat(20 * 1024 * 1024)"));
    assertEquals(0, run.lab.acceptedConnections());
  }

  @Test // 3.3
  void anAnswerLargerThanABodyMayBeFailsAtItsHeadOrWhenItHasGrown() throws Exception {
    run.set("limits.maxBodyBytes=1000").start();
    String refused = "request:fail native buffer exceed size limit 602300";
    run.lab.on("GET /", Answer.bytes(new byte[1001]));
    assertEquals(refused, run.request(URL));
    run.lab.on("GET /", Compressed.answer("gzip", Compressed.gzipped(new byte[1_000_000])));
    assertEquals(refused, run.request(URL));
    run.lab.on("GET /", Answer.bytes(new byte[1000]));
    assertEquals("1000", shown(", responseType: 'arraybuffer'", "r.data.byteLength"));
  }
}
