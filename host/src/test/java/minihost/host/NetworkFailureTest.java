package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.config.Device.NetworkType;
import minihost.config.OriginFault;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E12 to E15: real failures of the network, as cronet names them. */
class NetworkFailureTest {
  private static final String ORIGIN = "url: 'https://api.example.com/'";

  private static String failure(int code, String name) {
    return "request:fail errcode:%d cronet_error_code:%d error_msg:net::ERR_%s 600001"
        .formatted(code, code, name);
  }

  private static TestRun program() throws Exception {
    TestRun run = new TestRun();
    run.lab.on("* /", Answer.json("1"));
    return run.set("domains.requestdomain=[\"https://api.example.com\",\"https://b.com\"]");
  }

  @ParameterizedTest // E15
  @CsvSource({
    "RESET,       -101, CONNECTION_RESET",
    "RESET_BODY,  -101, CONNECTION_RESET",
    "EMPTY,       -324, EMPTY_RESPONSE",
    "TRUNCATE,    -354, CONTENT_LENGTH_MISMATCH",
    "MALFORMED,   -370, INVALID_HTTP_RESPONSE",
    "BAD_CHUNK,   -321, INVALID_CHUNKED_ENCODING",
    "HEADER_BOMB, -325, RESPONSE_HEADERS_TOO_BIG",
  })
  void aServerThatMisbehaves(Fault fault, int code, String name) throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /", Answer.fault(fault));
      run.start();
      assertEquals(failure(code, name), run.request(ORIGIN));
      assertEquals(failure(code, name), run.request(ORIGIN + ", method: 'POST', data: 'x'"));
      run.lab.on("* /", Answer.json("1"));
      assertEquals("ok 200 1", run.request(ORIGIN));
    }
  }

  @ParameterizedTest // E15
  @CsvSource({
    "RESET,       -101, CONNECTION_RESET",
    "EMPTY,       -100, CONNECTION_CLOSED",
    "TRUNCATE,    -100, CONNECTION_CLOSED",
    "MALFORMED,   -363, HTTP2_FRAME_SIZE_ERROR",
    "BAD_CHUNK,   -363, HTTP2_FRAME_SIZE_ERROR",
    "HEADER_BOMB, -363, HTTP2_FRAME_SIZE_ERROR",
  })
  void aServerThatMisbehavesOverHttp2(Fault fault, int code, String name) throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /", Answer.fault(fault));
      run.start();
      assertEquals(failure(code, name), run.request(ORIGIN + ", enableHttp2: true"));
      run.lab.on("* /", Answer.json("1"));
      assertEquals("ok 200 1", run.request(ORIGIN + ", enableHttp2: true"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ENDLESS", "GZIP_BOMB"})
  void aBodyWithoutAnEndIsGivenUp(Fault fault) throws Exception {
    try (TestRun run = program().set("limits.maxBodyBytes=3000000")) {
      run.lab.on("* /", Answer.fault(fault));
      run.start();
      for (String protocol : List.of("", ", enableHttp2: true"))
        assertEquals(
            "request:fail native buffer exceed size limit 602300", run.request(ORIGIN + protocol));
      run.lab.on("* /", Answer.json("1"));
      assertEquals("ok 200 1", run.request(ORIGIN));
    }
  }

  @Test // E15
  void chunksThatEndBeforeTheLastOne() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /", Answer.chunks("a", "b").with(Fault.TRUNCATE));
      run.start();
      assertEquals(failure(-355, "INCOMPLETE_CHUNKED_ENCODING"), run.request(ORIGIN));
    }
  }

  @ParameterizedTest // E15
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Long: ", "HTTP/1.1 200 OK\r\n"})
  void aHeadThatBreaksOff(String head) throws Exception {
    byte[] says = (head + "z".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);
    try (RawServer server = new RawServer(says);
        TestRun run = program().set("project.setting.urlCheck=false")) {
      run.start();
      assertEquals(
          failure(-357, "RESPONSE_HEADERS_TRUNCATED"),
          run.request("url: 'http://127.0.0.1:" + server.port() + "/'"));
    }
  }

  @Test // E8
  void aStallEndsWithTheDeadline() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /", Answer.fault(Fault.STALL));
      run.start();
      run.begin("", ORIGIN + ", timeout: 5000");
      run.lab.awaitRequest("GET /", Duration.ofSeconds(20));
      run.advance(4_999).assertLog().advance(1).awaitLog(1).assertLog("request:fail timeout 5");
    }
  }

  @Test
  void aSlowBodyArrives() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /", Answer.json("\"" + "s".repeat(98) + "\"").slow(1_000));
      run.start();
      assertEquals("ok 200 " + "s".repeat(98), run.request(ORIGIN));
    }
  }

  @Test // E13
  void nobodyListens() throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com", OriginFault.REFUSED);
      run.start();
      assertEquals(failure(-102, "CONNECTION_REFUSED"), run.request("url: 'https://b.com/'"));
    }
  }

  @Test // E12
  void aNameThatNobodyKnows() throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com", OriginFault.UNKNOWN_NAME);
      run.start();
      assertEquals(failure(-105, "NAME_NOT_RESOLVED"), run.request("url: 'https://b.com/'"));
    }
  }

  @Test // E14
  void aServerThatSpeaksNoTls() throws Exception {
    assertEquals(failure(-107, "SSL_PROTOCOL_ERROR"), endOfTlsWith("HTTP/1.1 400 Bad\r\n\r\n"));
    assertEquals(failure(-100, "CONNECTION_CLOSED"), endOfTlsWith(""));
  }

  @ParameterizedTest // E14, DOM-13: alerts protocol_version, handshake_failure, internal_error
  @CsvSource({
    "70, -113, SSL_VERSION_OR_CIPHER_MISMATCH",
    "40, -113, SSL_VERSION_OR_CIPHER_MISMATCH",
    "80, -107, SSL_PROTOCOL_ERROR",
  })
  void aServerThatEndsTheHandshakeWithAnAlert(byte alert, int code, String name) throws Exception {
    byte[] fatal = {21, 3, 3, 0, 2, 2, alert};
    assertEquals(failure(code, name), endOfTlsWith(fatal));
  }

  private static String endOfTlsWith(String says) throws Exception {
    return endOfTlsWith(says.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String endOfTlsWith(byte[] says) throws Exception {
    try (RawServer server = new RawServer(says);
        TestRun run = program().set("hosts.b.com=127.0.0.1:" + server.port())) {
      run.start();
      return run.request("url: 'https://b.com/'");
    }
  }

  @Test // E15
  void withoutANetworkCallsFailAndNothingGoesOut() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      assertEquals(failure(-106, "INTERNET_DISCONNECTED"), run.request(ORIGIN));
      assertEquals(0, run.lab.acceptedConnections());
      run.host().phone(p -> p.setNetwork(NetworkType.G4));
      assertEquals("ok 200 1", run.request(ORIGIN));
    }
  }

  @Test // E15
  void whenTheNetworkGoesWhatIsInFlightOrWaitsFails() throws Exception {
    try (TestRun run = program().set("limits.request=1")) {
      run.lab.on("GET /held", Answer.json("1").after(new CompletableFuture<>()));
      run.start();
      run.begin("1", "url: 'https://api.example.com/held'").begin("2", ORIGIN);
      run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.settle();
      String end = failure(-106, "INTERNET_DISCONNECTED");
      assertEquals(List.of("1: " + end, "2: " + end), run.log().stream().sorted().toList());
      assertEquals(1, run.lab.requests().size());
    }
  }

  @Test
  void theProgramIsToldOfTheNetwork() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.eval(
          """
          const log = s => console.log('change', s.isConnected, s.networkType)
          globalThis.off = s => console.log('never')
          wx.onNetworkStatusChange(log)
          wx.onNetworkStatusChange(off)
          wx.offNetworkStatusChange(off)
          console.log((await wx.getNetworkType()).networkType)
          """);
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.eval("wx.getNetworkType({ success: r => console.log(r.networkType, r.errMsg) })");
      run.host().phone(p -> p.setNetwork(NetworkType.G5));
      run.eval("wx.offNetworkStatusChange()");
      run.host().phone(p -> p.setNetwork(NetworkType.WIFI));
      run.settle()
          .assertLog("wifi", "change false none", "none getNetworkType:ok", "change true 5g");
    }
  }

  @Test
  void aRefusalNamesTheUrlAndWhatToDo() throws Exception {
    try (TestRun run = program().set("domains.requestdomain=[\"https://no-such-host.invalid\"]")) {
      run.start();
      run.request("url: 'https://no-such-host.invalid/x'");
      var reason = run.events(Event.CallEnded.class).getLast().reason().orElseThrow();
      assertTrue(reason.why().contains("https://no-such-host.invalid/x"), reason.why());
      assertTrue(reason.fix().contains("hosts in minihost.json"), reason.fix());
    }
  }
}
