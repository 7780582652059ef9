package minihost.host;

import static minihost.host.Transfers.begin;
import static minihost.host.Transfers.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.config.OriginFault;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the network, for uploads and downloads: each has a list, a lane, a key of its own.
 */
class TransferPolicyTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String UNLISTED = ":fail url not in domain list 600002";

  private static String at(String url) {
    return "url: '" + url + "', filePath: FILE, name: 'n'";
  }

  /** Options for either function: a download without a path, an upload of the package's file. */
  private static String options(String api, String url) {
    return at(url).replace("FILE", api.equals("uploadFile") ? "'images/a.txt'" : "''");
  }

  private static String get(TestRun run, String api, String url) throws Exception {
    return call(run, api, options(api, url));
  }

  private static TestRun program() throws Exception {
    TestRun run = Transfers.program();
    run.lab.on("* /*", Answer.text("1"));
    run.lab.on("* /stall", Answer.fault(Fault.STALL));
    return run;
  }

  @ParameterizedTest // row 5, DOM-1, E6
  @CsvSource({
    "uploadFile,   requestdomain",
    "uploadFile,   downloaddomain",
    "uploadFile,   wsrequestdomain",
    "downloadFile, requestdomain",
    "downloadFile, uploaddomain",
    "request,      uploaddomain",
    "request,      downloaddomain"
  })
  void anEntryInAnotherListGivesNothing(String api, String list) throws Exception {
    String scheme = list.startsWith("ws") ? "wss" : "https";
    try (TestRun run = program()) {
      run.set("domains.uploaddomain=[]").set("domains.downloaddomain=[]");
      run.set("domains." + list + "=[\"" + scheme + "://api.example.com\"]").start();
      assertEquals(api + UNLISTED, get(run, api, "https://api.example.com/"));
      assertEquals(0, run.lab.acceptedConnections());
      assertTrue(run.refusal().origin().key().startsWith("domains."), () -> "" + run.refusal());
      Transfers.assertNoFiles(run);
    }
  }

  @ParameterizedTest // DOM-2, DOM-5, DOM-7, DOM-10, LAN-3
  @ValueSource(
      strings = {
        "http://api.example.com/",
        "https://api.example.com:443/",
        "https://a.api.example.com/",
        "https://api.weixin.qq.com/",
        "http://127.0.0.1/",
        "https://localhost/"
      })
  void theRulesOfTheListsAreThoseOfRequest(String url) throws Exception {
    try (TestRun run = program()) {
      run.start();
      assertEquals("uploadFile" + UNLISTED, get(run, "uploadFile", url));
      assertEquals("downloadFile" + UNLISTED, get(run, "downloadFile", url));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @ParameterizedTest // LAN-1, LAN-2
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void aPeerInTheLanNeedsNoList(String api) throws Exception {
    try (TestRun run = program()) {
      int port = run.lab.plainHttp("127.0.0.1", 0).port();
      run.set("hosts.192.168.1.30=127.0.0.1:" + port);
      run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}").start();
      assertTrue(
          get(run, api, "http://192.168.1.30:828/x").startsWith("ok "), () -> "" + run.log());
    }
  }

  @ParameterizedTest // row 8, DOM-14
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void withoutUrlCheckListAndCertificateAreSkipped(String api) throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com", OriginFault.SELF_SIGNED);
      run.set("project.setting.urlCheck=false").start();
      assertTrue(get(run, api, "https://b.com/").startsWith("ok "), () -> "" + run.log());
      assertEquals(
          api + ":fail " + api + " protocol must be http or https 600005",
          get(run, api, "ftp://b.com/"));
    }
  }

  @ParameterizedTest // E14
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void withItACertificateNobodyVouchesForFailsTheCall(String api) throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com", OriginFault.SELF_SIGNED);
      run.set("domains.uploaddomain=[\"https://b.com\"]");
      run.set("domains.downloaddomain=[\"https://b.com\"]").start();
      String failure = get(run, api, "https://b.com/");
      assertTrue(failure.endsWith("ERR_CERT_AUTHORITY_INVALID 600001"), failure);
    }
  }

  @ParameterizedTest // RDR-3, E7
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void everyHopIsAskedForTheSameList(String api) throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com");
      run.set("domains.requestdomain=[\"https://b.com\"]");
      run.lab.on("* /away", Answer.redirect("https://b.com/x"));
      run.start();
      assertEquals(
          api + ":fail redirect url not in domain list:b.com 600002",
          get(run, api, "https://api.example.com/away"));
      assertEquals(1, run.lab.acceptedConnections());
      Transfers.assertNoFiles(run);
    }
  }

  @Test // RDR-4
  void anUploadIsSentAgainToEveryHop() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /one", Answer.redirect("/two").status(301));
      run.lab.on("* /two", Answer.redirect("/three").status(307));
      run.start();
      assertTrue(get(run, "uploadFile", "https://api.example.com/one").startsWith("ok "));
      List<LabRequest> hops = run.lab.requests();
      assertEquals(3, hops.size());
      for (LabRequest hop : hops) {
        assertEquals("POST", hop.method());
        assertEquals(hops.getFirst().text(), hop.text());
      }
      assertTrue(hops.getFirst().text().contains("hello"));
    }
  }

  @Test // RDR-1, RDR-2
  void aDownloadFollowsRedirectsAndNotForEver() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("GET /one", Answer.redirect("/x"));
      run.lab.on("GET /loop", Answer.redirect("/loop"));
      run.start();
      assertTrue(get(run, "downloadFile", "https://api.example.com/one").startsWith("ok "));
      assertEquals(
          "downloadFile:fail network reach the max redirect count 600008",
          get(run, "downloadFile", "https://api.example.com/loop"));
      assertEquals(1, Transfers.all(run).size());
    }
  }

  @ParameterizedTest // row 13, CON-2
  @CsvSource({"uploadFile, downloadFile", "downloadFile, uploadFile"})
  void eachHasALaneOfTen(String api, String other) throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    try (TestRun run = program()) {
      run.lab.on("* /held", Answer.text("1").after(gate));
      run.start();
      for (int i = 1; i <= 11; i++)
        begin(run, "" + i, api, options(api, "https://api.example.com/held"));
      run.lab.awaitRequests("* /held", 10, LONG);
      assertEquals(1, run.events(Event.CallQueued.class).size());
      run.script(
          "wx.%s({%s, success: () => console.log('other')}); undefined"
              .formatted(other, options(other, "https://api.example.com/x")));
      run.awaitLog(1).assertLog("other");
      assertEquals(10, run.lab.requests("* /held").size());
      gate.complete(null);
      run.settle();
      assertEquals(12, run.log().size());
      assertEquals(11, run.lab.requests("* /held").size());
    }
  }

  @ParameterizedTest // row 14, TASK-1
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void theQueuedOneIsAbortedAtOnceAndNeverSent(String api) throws Exception {
    try (TestRun run = program().set("limits." + api + "=1")) {
      run.start();
      begin(run, "first", api, options(api, "https://api.example.com/stall"));
      begin(run, "second", api, options(api, "https://api.example.com/x"));
      run.script("task.abort(); console.log('after'); undefined");
      run.assertLog("second: " + api + ":fail abort no errno", "after");
      run.lab.awaitRequest("* /stall", LONG);
      assertEquals(0, run.lab.requests("* /x").size());
      run.closeWithCallsInFlight();
    }
  }

  @ParameterizedTest // row 15, TMO-1, TMO-2, E8
  @CsvSource({
    "uploadFile,   '',           700",
    "uploadFile,   'timeout: 9', 9",
    "downloadFile, '',           900",
    "downloadFile, 'timeout: 9', 9"
  })
  void eachHasATimeoutOfItsOwn(String api, String more, int expected) throws Exception {
    try (TestRun run = program()) {
      run.file(
          "app.json",
          "{\"pages\":[\"pages/index/index\"],\"networkTimeout\":{\"request\":1,\"uploadFile\":700,\"downloadFile\":900}}");
      run.start();
      begin(run, "", api, options(api, "https://api.example.com/stall") + ", " + more);
      run.lab.awaitRequest("* /stall", LONG);
      run.advance(expected - 1).assertLog();
      run.advance(1).settle().assertLog(api + ":fail timeout 5");
    }
  }

  @ParameterizedTest // row 16, row 18, BG-3, BG-4, E10
  @ValueSource(strings = {"uploadFile", "downloadFile"})
  void inBackgroundTheyAreCutAndRefused(String api) throws Exception {
    try (TestRun run = program()) {
      run.start();
      begin(run, "", api, options(api, "https://api.example.com/stall"));
      run.lab.awaitRequest("* /stall", LONG);
      run.host().background();
      run.advance(4_999).assertLog();
      run.advance(1).settle().assertLog(api + ":fail interrupted 600003");
      assertEquals(api + ":fail interrupted 600003", get(run, api, "https://api.example.com/x"));
      assertEquals(0, run.lab.requests("* /x").size());
      run.host().foreground();
      assertTrue(get(run, api, "https://api.example.com/x").startsWith("ok "));
    }
  }

  @ParameterizedTest // E11, BG-5
  @CsvSource({"uploadFile, createUploadTask", "downloadFile, createDownloadTask"})
  void onAndroidTheRefusalNamesTheEvent(String api, String event) throws Exception {
    try (TestRun run = program().set("platform=android")) {
      run.start();
      run.host().background();
      run.advance(5_000).settle();
      String failure = get(run, api, "https://api.example.com/x");
      assertTrue(failure.startsWith(api + ":fail " + event + ":fail: jsapi has no"), failure);
    }
  }
}
