package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minihost.config.Device.NetworkType;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "RESET,     -101, CONNECTION_RESET",
    "EMPTY,     -324, EMPTY_RESPONSE",
    "TRUNCATE,  -100, CONNECTION_CLOSED",
    "MALFORMED, -370, INVALID_HTTP_RESPONSE",
    "BAD_CHUNK, -370, INVALID_HTTP_RESPONSE",
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

  @Test // E13
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    try (TestRun run = program().set("hosts.b.com=127.0.0.1:" + port)) {
      run.start();
      assertEquals(failure(-102, "CONNECTION_REFUSED"), run.request("url: 'https://b.com/'"));
    }
  }

  @Test // E12
  void aNameThatNobodyKnows() throws Exception {
    try (TestRun run = program().set("domains.requestdomain=[\"https://no-such-host.invalid\"]")) {
      run.start();
      assertEquals(
          failure(-105, "NAME_NOT_RESOLVED"), run.request("url: 'https://no-such-host.invalid/'"));
    }
  }

  @Test // E14, DOM-13
  void aCertificateThatItsServerSignedItself() throws Exception {
    try (StrangeServer server = StrangeServer.selfSigned("b.com");
        TestRun run = program().set("hosts.b.com=127.0.0.1:" + server.port())) {
      run.start();
      assertEquals(failure(-202, "CERT_AUTHORITY_INVALID"), run.request("url: 'https://b.com/'"));
    }
  }

  @ParameterizedTest // E14, DOM-13
  @CsvSource({
    "b.com,  0,  0,  0",
    "c.com,  0,  -200, CERT_COMMON_NAME_INVALID",
    "b.com, -90, -201, CERT_DATE_INVALID",
    "b.com,  90, -201, CERT_DATE_INVALID",
  })
  void aCertificateOfATrustedAuthority(String name, int days, int code, String failure)
      throws Exception {
    HeldCertificate authority = StrangeServer.authority();
    long now = System.currentTimeMillis();
    long from = now + TimeUnit.DAYS.toMillis(days - 1);
    try (StrangeServer server =
            StrangeServer.signedBy(
                authority,
                leaf ->
                    leaf.addSubjectAlternativeName(name)
                        .validityInterval(from, from + TimeUnit.DAYS.toMillis(10)));
        TestRun run = program().set("hosts.b.com=127.0.0.1:" + server.port())) {
      run.file("ca.pem", authority.certificatePem()).set("trust=[\"ca.pem\"]").start();
      assertEquals(
          code == 0 ? "ok 200 hello" : failure(code, failure),
          run.request("url: 'https://b.com/'"));
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
      run.host().setNetwork(NetworkType.NONE);
      assertEquals(failure(-106, "INTERNET_DISCONNECTED"), run.request(ORIGIN));
      assertEquals(0, run.lab.acceptedConnections());
      run.host().setNetwork(NetworkType.G4);
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
      run.host().setNetwork(NetworkType.NONE);
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
      run.host().setNetwork(NetworkType.NONE);
      run.host().setNetwork(NetworkType.NONE);
      run.eval("wx.getNetworkType({ success: r => console.log(r.networkType, r.errMsg) })");
      run.host().setNetwork(NetworkType.G5);
      run.eval("wx.offNetworkStatusChange()");
      run.host().setNetwork(NetworkType.WIFI);
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
