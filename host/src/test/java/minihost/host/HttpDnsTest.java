package minihost.host;

import static minihost.host.HttpDnsRun.BY_HTTP_DNS;
import static minihost.host.HttpDnsRun.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minihost.config.Device.NetworkType;
import minihost.config.HostAndPort;
import minihost.config.HttpDnsService;
import minihost.config.LabHttpDns.Names;
import minihost.config.LabHttpDns.Trouble;
import minihost.config.Secret;
import minihost.lab.Answer;
import minihost.lab.LabProxy;
import minihost.lab.LabRequest;
import minihost.reason.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 1.8; sockets sheet section 7, the table 7.2 row by row. */
class HttpDnsTest {
  private final HttpDnsRun dns;
  private final TestRun run;

  HttpDnsTest() throws Exception {
    dns = new HttpDnsRun();
    run = dns.run;
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    dns.close();
  }

  private static String reason(String text, int errno) {
    return "[{\"errMsg\":\"getDNSInfo:fail " + text + "\",\"errno\":" + errno + "}]";
  }

  /** A port of this machine where nobody listens. */
  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Test // S-row 22, S-row 23, DNS-5
  void theProvidersAddressIsConnectedToAndKeptForItsTime() throws Exception {
    dns.start();
    assertEquals(BY_HTTP_DNS, dns.ask());
    assertEquals(BY_HTTP_DNS, dns.ask());
    assertEquals(1, dns.provider.calls());
    run.advance(59_999);
    dns.ask();
    assertEquals(1, dns.provider.calls());
    run.advance(1);
    dns.ask();
    assertEquals(2, dns.provider.calls());
    assertEquals(4, dns.other.requests().size());
    assertEquals(0, dns.local.acceptedConnections());
  }

  @Test // S-row 23
  void hostSniAndCertificateKeepTheName() throws Exception {
    try (SniServer server = new SniServer("api.example.com")) {
      run.file("ca.pem", server.authorityPem());
      run.file(
          "minihost.json",
          "{\"domains\":{\"requestdomain\":[\"https://api.example.com\"]},"
              + "\"trust\":[\"ca.pem\"]}");
      dns.gives("203.0.113.10");
      run.set("hosts.203.0.113.10=127.0.0.1:" + server.port());
      dns.start();
      assertEquals(BY_HTTP_DNS, dns.ask());
      assertEquals(List.of("api.example.com"), server.names());
      assertEquals(List.of("api.example.com"), server.hosts());
    }
  }

  @Test // S-row 23
  void aCertificateForTheAddressIsNotOneForTheName() throws Exception {
    try (SniServer server = new SniServer("203.0.113.10")) {
      run.file("ca.pem", server.authorityPem());
      run.file(
          "minihost.json",
          "{\"domains\":{\"requestdomain\":[\"https://api.example.com\"]},"
              + "\"trust\":[\"ca.pem\"]}");
      dns.gives("203.0.113.10");
      run.set("hosts.203.0.113.10=127.0.0.1:" + server.port());
      dns.start();
      String end = dns.ask();
      assertTrue(end.contains("ERR_CERT_COMMON_NAME_INVALID"), end);
    }
  }

  /** No mapping at all: the address itself is where the server listens. */
  @Test // S-row 23
  void theConnectionGoesToTheAddressItself() throws Exception {
    var device = run.lab.plainHttp("127.0.0.2", 0);
    run.set("project.setting.urlCheck=false");
    dns.gives("127.0.0.2").start();
    dns.begin(
        "http://api.example.com:" + device.port() + "/x",
        "success: r => console.log(r.profile.peerIP, r.profile.port)");
    run.settle();
    run.assertLog("127.0.0.2 " + device.port(), BY_HTTP_DNS);
    String host = device.requests().getFirst().host();
    assertEquals("api.example.com:" + device.port(), host);
  }

  @ParameterizedTest // S-row 22
  @ValueSource(
      strings = {
        "tencent",
        "tencent with token",
        "tencent-des",
        "tencent-aes",
        "aliyun",
        "aliyun signed"
      })
  void everyProtocolIsSpoken(String kind) throws Exception {
    Optional<Secret> secret = Optional.of(new Secret("s3cret"));
    Origin here = Origin.BUILT_IN;
    HttpDnsService service =
        switch (kind) {
          case "tencent" -> new HttpDnsService.Tencent("wx1", PROVIDER, Optional.empty(), here);
          case "tencent with token" -> new HttpDnsService.Tencent("wx1", PROVIDER, secret, here);
          case "tencent-des" ->
              new HttpDnsService.TencentEncrypted(
                  "wx1", PROVIDER, HttpDnsService.Cipher.DES, 7, new Secret("8-bytes!"), here);
          case "tencent-aes" ->
              new HttpDnsService.TencentEncrypted(
                  "wx1",
                  PROVIDER,
                  HttpDnsService.Cipher.AES,
                  7,
                  new Secret("16-bytes-of-key!"),
                  here);
          case "aliyun" ->
              new HttpDnsService.Aliyun("wx1", PROVIDER, "100", Optional.empty(), here);
          default -> new HttpDnsService.Aliyun("wx1", PROVIDER, "100", secret, here);
        };
    String more =
        switch (kind) {
          case "tencent" -> "";
          case "tencent with token" -> ",\"token\":\"s3cret\"";
          case "tencent-des" -> ",\"id\":7,\"key\":\"8-bytes!\"";
          case "tencent-aes" -> ",\"id\":7,\"key\":\"16-bytes-of-key!\"";
          case "aliyun" -> ",\"account\":\"100\"";
          default -> ",\"account\":\"100\",\"secret\":\"s3cret\"";
        };
    String provider = kind.replaceAll(" .*", "");
    dns.provider.customer(service);
    dns.service("{\"provider\":\"" + provider + "\",\"url\":\"" + PROVIDER + "\"" + more + "}");
    dns.start();
    assertEquals(BY_HTTP_DNS, dns.ask());
    LabRequest asked = dns.provider.requests().getLast();
    boolean secretly = kind.contains("-");
    assertEquals(secretly, !asked.url().contains("api.example.com"), asked.url());
  }

  @Test // S-row 22
  void aKeyTheProviderDoesNotKnowIsAnUnknownService() throws Exception {
    dns.service("{\"provider\":\"tencent\",\"url\":\"" + PROVIDER + "\",\"token\":\"guessed\"}");
    dns.start();
    assertEquals("ok 200 false " + reason("not valid service id", 602108) + " 0", dns.ask());
  }

  @Test // S-row 22, DNS-3, E22
  void aQuotaThatIsUsedUpIsASuccessOverLocalDns() throws Exception {
    dns.provider.quotaRemaining(1);
    dns.provider.record("api.example.com", new Names(List.of("203.0.113.9"), List.of(), 0));
    dns.start();
    assertEquals(BY_HTTP_DNS, dns.ask());
    dns.begin(
        "https://api.example.com/x",
        "success: r => console.log(JSON.stringify(r.exception), r.useHttpDNS)");
    run.settle();
    assertEquals(
        "{\"retryCount\":0,\"reasons\":"
            + "[{\"errMsg\":\"getDNSInfo:fail no enough httpdns quota\",\"errno\":602103}]} false",
        run.log().get(1));
    assertEquals(1, dns.local.requests().size());
  }

  @ParameterizedTest // S-row 22, DNS-3, DNS-4
  @CsvSource({
    "602000, unknown network request error, REFUSED_QUERY",
    "602001, request system error,          SYSTEM_ERROR",
    "602002, request server http error,     status",
    "602002, request server http error,     refused",
    "602101, not buy httpdns service,       NOT_BOUGHT",
    "602102, service expired,               EXPIRED",
    "602103, no enough httpdns quota,       quota",
    "602104, empty servicer return,         EMPTY_BODY",
    "602105, time-out when request servicer, slow",
    "602106, invalid servicer response,     GARBAGE_BODY",
    "602107, empty domain httpdns result,   unknown name",
    "602108, not valid service id,          UNKNOWN_SERVICE",
    "602108, not valid service id,          not configured",
  })
  void everyFailureFallsBackToLocalDnsUnlessThatIsNotWanted(int errno, String text, String cause)
      throws Exception {
    String options = "";
    CompletableFuture<Void> opened = new CompletableFuture<>();
    switch (cause) {
      case "status" -> dns.provider.status(502);
      case "refused" ->
          dns.service(
              "{\"provider\":\"tencent\",\"url\":\"http://127.0.0.1:" + closedPort() + "\"}");
      case "quota" -> dns.provider.quotaRemaining(0);
      case "slow" -> {
        dns.provider.holdUntil(opened);
        options = "httpDNSTimeout: 500";
      }
      case "unknown name" -> dns.gives();
      case "not configured" -> options = "httpDNSServiceId: 'wx2'";
      default -> dns.provider.trouble(Trouble.valueOf(cause));
    }
    dns.start();
    dns.begin("https://api.example.com/x", options);
    if (cause.equals("slow")) run.advance(499).assertLog().advance(1);
    run.settle();
    dns.begin("https://api.example.com/x", "enableHttpDNSFallback: false, " + options);
    if (cause.equals("slow")) run.advance(500);
    run.settle();
    run.assertLog(
        "ok 200 false " + reason(text, errno) + " 0",
        "request:fail " + text + " " + errno + " false " + reason(text, errno) + " 0");
    assertEquals(0, dns.other.acceptedConnections());
    assertEquals(1, dns.local.requests().size());
    opened.complete(null);
  }

  @ParameterizedTest // DNS-1
  @ValueSource(strings = {"undefined", "''", "7", "null", "{}", "['wx1']"})
  void aServiceIdThatIsNoneIsRefusedAtOnce(String id) throws Exception {
    dns.start();
    run.script(
        "wx.request({ url: 'https://api.example.com/x', enableHttpDNS: true, httpDNSServiceId: "
            + id
            + ", fail: r => console.log(r.errMsg, 'errno' in r) }); console.log('after')");
    run.settle().assertLog("request:fail invalid httpDNSServiceId false", "after");
    assertEquals(0, dns.provider.calls());
    assertEquals(0, dns.local.acceptedConnections());
  }

  @ParameterizedTest // S-row 22
  @ValueSource(strings = {"1", "'true'", "{}", "false", "undefined"})
  void onlyTrueTurnsItOn(String value) throws Exception {
    dns.start();
    run.eval(
        "wx.request({ url: 'https://api.example.com/x', enableHttpDNS: "
            + value
            + ", httpDNSServiceId: 'wx1',"
            + " success: r => console.log(r.statusCode, 'useHttpDNS' in r,"
            + " 'httpDNSDomainLookUpStart' in r.profile) })");
    run.assertLog("200 false false");
    assertEquals(0, dns.provider.calls());
  }

  @Test // S-row 22, DNS-2
  void aSystemProxySwitchesItOff() throws Exception {
    LabProxy proxy = run.lab.proxy();
    run.set("device.systemProxy=127.0.0.1:" + proxy.address().getPort());
    dns.start();
    assertEquals("ok 200 false [] 0", dns.ask());
    assertEquals(List.of("CONNECT api.example.com:443"), proxy.seen());
    assertEquals(0, dns.provider.calls());
  }

  @Test // S-row 22, DNS-2
  void aProxySetLaterSwitchesItOffUntilItIsTakenAway() throws Exception {
    LabProxy proxy = run.lab.proxy();
    dns.start();
    HostAndPort at = new HostAndPort("127.0.0.1", proxy.address().getPort());
    run.host().phone(p -> p.setProxy(Optional.of(at)));
    assertEquals("ok 200 false [] 0", dns.ask());
    assertEquals(List.of("CONNECT api.example.com:443"), proxy.seen());
    assertEquals(0, dns.provider.calls());
    run.host().phone(p -> p.setProxy(Optional.empty()));
    assertEquals("ok 200 true [] 0", dns.ask());
    assertEquals(1, dns.provider.calls());
  }

  @Test // S-row 22
  void anAddressNeedsNoLookUp() throws Exception {
    var device = run.lab.plainHttp("127.0.0.2", 0);
    run.set("project.setting.urlCheck=false");
    dns.start();
    dns.begin("http://127.0.0.2:" + device.port() + "/x", "");
    run.settle().assertLog("ok 200 false [] 0");
    assertEquals(0, dns.provider.calls());
  }

  @Test // S-row 22
  void aRefusedUrlIsNotLookedUp() throws Exception {
    dns.start();
    dns.begin("https://evil.example.com/x", "");
    run.settle();
    assertTrue(run.log().getFirst().startsWith("request:fail url not in domain list"));
    assertEquals(0, dns.provider.calls());
  }

  @Test // S-row 22
  void anAddressThatCannotBeReachedGivesWayToTheNext() throws Exception {
    run.set("hosts.203.0.113.1=127.0.0.1:" + closedPort());
    dns.gives("203.0.113.1", "203.0.113.9").start();
    assertEquals("ok 200 true [] 1", dns.ask());
    assertEquals(1, dns.other.requests().size());
  }

  @Test // S-row 22
  void addressesOfWhichNoneCanBeReachedGiveWayToLocalDns() throws Exception {
    run.set("hosts.203.0.113.1=127.0.0.1:" + closedPort());
    dns.gives("203.0.113.1").start();
    String refused =
        "request:fail errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED";
    String reasons = "[{\"errMsg\":\"" + refused + "\",\"errno\":600001}]";
    assertEquals("ok 200 false " + reasons + " 1", dns.ask());
    assertEquals(
        refused + " 600001 false " + reasons + " 0", dns.ask("enableHttpDNSFallback: false"));
    assertEquals(1, dns.local.requests().size());
  }

  @Test // S-row 22
  void lookUpsAtTheSameTimeAreOneQuestion() throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    dns.start();
    for (int i = 0; i < 3; i++) dns.begin("https://api.example.com/x", "");
    opened.complete(null);
    run.settle().assertLog(BY_HTTP_DNS, BY_HTTP_DNS, BY_HTTP_DNS);
    assertEquals(1, dns.provider.calls());
  }

  @Test // S-row 22
  void backInForegroundAndOnAnotherNetworkItIsAskedAnew() throws Exception {
    dns.start();
    dns.ask();
    run.host().background();
    run.host().foreground();
    run.settle();
    assertEquals(BY_HTTP_DNS, dns.ask());
    assertEquals(2, dns.provider.calls());
    run.host().phone(p -> p.setNetwork(NetworkType.G5));
    run.settle();
    assertEquals(BY_HTTP_DNS, dns.ask());
    assertEquals(3, dns.provider.calls());
  }

  @Test // S-row 22
  void connectionsByHttpDnsAreNotSharedWithOthersNorAcrossAddresses() throws Exception {
    dns.start();
    dns.ask();
    assertEquals("ok 200 undefined [] 0", dns.ask("enableHttpDNS: false"));
    assertEquals(List.of(1, 1), List.of(dns.other.requests().size(), dns.local.requests().size()));
    dns.ask();
    assertEquals(1, dns.other.acceptedConnections());
    dns.gives("203.0.113.9", "203.0.113.77");
    run.advance(60_000);
    dns.ask();
    assertEquals(2, dns.other.acceptedConnections());
  }

  @Test // S-row 22
  void theDeadlineOfTheCallEndsTheLookUpToo() throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    dns.start();
    dns.begin("https://api.example.com/x", "timeout: 300");
    run.advance(300).settle();
    run.assertLog("request:fail timeout 5 false [] 0");
    dns.begin("https://api.example.com/x", "");
    run.script("task.abort()").settle();
    assertEquals("request:fail abort undefined false [] 0", run.log().getLast());
    assertEquals(0, dns.local.acceptedConnections());
    opened.complete(null);
  }

  @Test // S-row 22
  @Timeout(60)
  void aCallThatFailsBeforeItWaitsLeavesTheQuestion() throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    dns.start();
    dns.begin("https://api.example.com/x", "header: { 'no token': '1' }").run.awaitLog(1);
    assertTrue(run.log().getFirst().startsWith("request:fail invalid header"));
    dns.begin("https://api.example.com/x", "");
    while (dns.provider.calls() == 0) Thread.onSpinWait();
    run.script("task.abort()").settle();
    int asked = dns.provider.calls();
    dns.begin("https://api.example.com/x", "");
    opened.complete(null);
    run.settle();
    assertEquals(BY_HTTP_DNS, run.log().getLast());
    assertTrue(dns.provider.calls() > asked, "the question went on when nobody waited");
  }

  @Test
  void withoutANetworkNobodyIsAsked() throws Exception {
    run.set("device.networkType=none");
    dns.start();
    assertTrue(dns.ask().contains("-106"), () -> run.log().toString());
    assertEquals(0, dns.provider.origin().acceptedConnections());
  }

  @Test // S-row 22
  void oneThatIsTooSlowForOneRequestMayBeInTimeForAnother() throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    dns.start();
    dns.begin("https://api.example.com/x", "httpDNSTimeout: 100");
    dns.begin("https://api.example.com/x", "httpDNSTimeout: 200");
    run.advance(150).awaitLog(1);
    opened.complete(null);
    run.settle();
    run.assertLog(
        "ok 200 false " + reason("time-out when request servicer", 602105) + " 0", BY_HTTP_DNS);
    assertEquals(1, dns.provider.calls());
  }

  /** Of the values the program may not give, each counts as none. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "'10'", "null"})
  void theWaitIsAMinuteUnlessTheProgramSaysOtherwise(String given) throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    run.set("limits.maxTimeoutMs=100000");
    dns.start();
    dns.begin("https://api.example.com/x", "timeout: 100000, httpDNSTimeout: " + given);
    run.advance(59_999).assertLog().advance(1).settle();
    assertTrue(run.log().getFirst().contains("602105"), () -> run.log().toString());
    opened.complete(null);
  }

  @Test // DNS-5
  void theProfileTellsOfTheLookUp() throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    dns.provider.holdUntil(opened);
    dns.start();
    dns.begin(
        "https://api.example.com/x",
        """
        success: r => {
          const p = r.profile;
          console.log(p.httpDNSDomainLookUpEnd - p.httpDNSDomainLookUpStart,
            p.domainLookUpStart - p.httpDNSDomainLookUpEnd, p.domainLookUpEnd - p.domainLookUpStart)
        }
        """);
    run.advance(40);
    opened.complete(null);
    run.settle();
    assertEquals("40 0 0", run.log().getFirst());
  }

  @Test
  void aRedirectToAnotherHostIsLookedUpLocally() throws Exception {
    run.lab.https("https://www.example.com");
    run.set("domains.requestdomain=[\"https://api.example.com\",\"https://www.example.com\"]");
    run.lab.on("GET /there", Answer.redirect("https://www.example.com/x"));
    run.lab.on("GET /here", Answer.redirect("/x"));
    dns.start();
    dns.begin("https://api.example.com/there", "");
    run.settle();
    dns.begin("https://api.example.com/here", "");
    run.settle().assertLog("ok 200 false [] 0", BY_HTTP_DNS);
    assertEquals(1, dns.provider.calls());
    assertEquals(3, dns.other.requests().size());
  }

  @Test // S-row 22
  void aProviderOfMinihostJsonAnswersToo() throws Exception {
    run.file(
        "minihost.json",
        """
        {
          "domains": { "requestdomain": ["https://api.example.com"] },
          "httpdns": { "services": {
            "wx1": { "provider": "aliyun", "url": "https://203.107.1.33", "account": "100", "secret": "s" }
          } },
          "lab": {
            "origins": ["https://api.example.com"], "routes": "routes.js",
            "httpdns": {
              "origin": "https://203.107.1.33", "quota": 1,
              "records": { "api.example.com": { "a": ["203.0.113.9"], "ttl": 0 } }
            }
          }
        }
        """);
    run.file("routes.js", "module.exports = { 'GET /x': () => ({ json: {} }) }");
    run.file("ca.pem", run.lab.authorityPem()).set("trust=[\"ca.pem\"]");
    run.withItsOwnLab();
    dns.service(
        "{\"provider\":\"aliyun\",\"url\":\"https://203.107.1.33\",\"account\":\"100\",\"secret\":\"s\"}");
    dns.start();
    assertEquals(BY_HTTP_DNS, dns.ask());
    String end = dns.ask();
    assertTrue(end.contains(reason("no enough httpdns quota", 602103)), end);
    assertEquals(2, run.host().lab().orElseThrow().httpDns().orElseThrow().calls());
  }
}
