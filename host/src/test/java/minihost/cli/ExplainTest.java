package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code minihost explain} for everything that can be asked about. */
@Timeout(120)
class ExplainTest {
  @TempDir Path folder;

  @BeforeEach
  void settings() throws Exception {
    new Program(folder)
        .file(
            "minihost.json",
            """
            {
              "domains": {
                "requestdomain": ["https://r.com"], "uploaddomain": ["https://u.com"],
                "downloaddomain": ["https://d.com"], "webviewdomain": ["https://w.com"],
                "wsrequestdomain": ["wss://s.com"], "tcpdomain": ["tcp://t.com"]
              },
              "cloud": { "envs": { "prod": { "services": { "api": "http://127.0.0.1:3000" } } } }
            }
            """);
  }

  @ParameterizedTest // LAN-4
  @CsvSource({"wifi, 0, pass", "unknown, 0, pass", "4g, 3, STOP"})
  void aScanNeedsALan(String network, int exit, String verdict) throws Exception {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "startLocalServiceDiscovery",
            "_http._tcp",
            folder + "",
            "--set",
            "device.networkType=" + network,
            "--set",
            "device.lan={\"ip\":\"127.0.0.2\",\"netmask\":\"255.0.0.0\"}");
    assertEquals(exit, run.exit(), run.err());
    assertTrue(run.out().contains(verdict + "  LAN_SCAN"), run.out());
    assertTrue(run.out().contains("_http._tcp."), run.out());
  }

  @Test
  void whatIsNoTypeOfServiceIsNotExplained() throws Exception {
    CommandLineRun run = CommandLineRun.of("explain", "startLocalServiceDiscovery", "http", "");
    assertEquals(2, run.exit());
    assertTrue(
        run.err().contains("\"http\" is not a type of service, such as _http._tcp"), run.err());
  }

  @Test
  void helpSaysWhatIsAskedAboutEachApi() throws Exception {
    String help = CommandLineRun.of("explain", "--help").out().replaceAll("\\s", "");
    for (String api : Asks.APIS) assertTrue(help.contains(api), api);
    assertTrue(help.contains("forascan,theservicetype"), help);
  }

  @ParameterizedTest // 4.3, DOM-1, DOM-15
  @CsvSource({
    "request,                https://r.com/,   0, DOMAIN_LISTED",
    "wx.uploadFile,          https://u.com/,   0, DOMAIN_LISTED",
    "uploadFile,             https://r.com/,   3, DOMAIN_LISTED",
    "downloadFile,           https://d.com/,   0, DOMAIN_LISTED",
    "webview,                https://x.w.com/, 0, WEB_VIEW_DOMAIN",
    "webview,                https://r.com/,   3, WEB_VIEW_DOMAIN",
    "connectSocket,          wss://s.com:99/,  0, DOMAIN_LISTED",
    "connectSocket,          wss://x.s.com/,   3, DOMAIN_LISTED",
    "createTCPSocket,        t.com:9000,       0, DOMAIN_LISTED",
    "createTCPSocket,        t.com:8080,       3, TCP_PORT",
    "createUDPSocket,        udp://t.com:9000, 3, DOMAIN_LISTED",
    "createUDPSocket,        127.0.0.1:9000,   3, LAN_PEER",
    "cloud.callContainer,    prod/api/x?y=1,   0, CLOUD_SERVICE",
    "wx.cloud.callContainer, prod/api,         0, CLOUD_SERVICE",
    "cloud.callContainer,    prod/web/x,       3, CLOUD_SERVICE",
    "cloud.callContainer,    prod,             3, CLOUD_SERVICE",
    "cloud.callContainer,    test/api/x,       3, CLOUD_ENV",
  })
  void theExitCodeAndTheWalkSayWhetherAndWhy(String api, String url, int exit, String rule)
      throws Exception {
    CommandLineRun run = CommandLineRun.of("explain", api, url, folder + "");
    assertEquals(exit, run.exit(), run.err());
    assertTrue(run.out().startsWith(exit == 0 ? "ALLOWED  " : "REFUSED  "), run.out());
    assertTrue(run.out().contains((exit == 0 ? "pass  " : "STOP  ") + rule), run.out());
  }

  private JsonNode json(int exit, String api, String url) throws Exception {
    CommandLineRun run = CommandLineRun.of("explain", "--json", api, url, folder + "");
    assertEquals(exit, run.exit(), run.err());
    assertEquals(1, run.out().lines().count(), run.out());
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void asJsonARefusalHasWhatThePersonAndTheScriptAreTold() throws Exception {
    JsonNode said = json(3, "request", "https://no.com/");
    assertEquals(false, said.get("allowed").booleanValue());
    assertEquals("request", said.get("api").textValue());
    assertEquals("https://no.com/", said.get("url").textValue());
    JsonNode last = said.get("findings").get(said.get("findings").size() - 1);
    assertEquals("stop", last.get("verdict").textValue());
    assertEquals("DOMAIN_LISTED", last.get("rule").textValue());
    assertEquals("minihost.json:3", last.get("origin").textValue());
    assertTrue(last.get("why").textValue().contains("no.com"));
    assertTrue(said.get("fix").textValue().startsWith("add \"https://no.com\""));
    assertEquals("request:fail url not in domain list", said.get("errMsg").textValue());
    assertEquals(600002, said.get("errno").intValue());
  }

  @Test // CLD-2
  void asJsonARefusedContainerHasItsErrCodeAndAWebViewNothingForAScript() throws Exception {
    JsonNode container = json(3, "cloud.callContainer", "test/api/");
    assertEquals(-501000, container.get("errCode").intValue());
    assertTrue(container.get("errno") == null, container::toString);
    JsonNode page = json(3, "webview", "https://no.com/");
    assertTrue(page.get("errMsg") == null && page.get("fix") != null, page::toString);
  }

  @Test
  void asJsonWhatIsAllowedHasNoFix() throws Exception {
    JsonNode said = json(0, "cloud.callContainer", "prod/api/x");
    assertEquals(true, said.get("allowed").booleanValue());
    assertTrue(said.get("fix") == null && said.get("errMsg") == null, said::toString);
  }

  @Test
  void theShellIsToldWhatCanBeAskedAbout() throws Exception {
    String script = CommandLineRun.of("completion").out();
    for (String api : Asks.APIS) assertTrue(script.contains("\"" + api + "\""), api);
  }

  @Test
  void theSettingsOfTheCloudHaveTheirOrigins() throws Exception {
    String out = CommandLineRun.of("config", "--origins", folder + "").out();
    assertTrue(
        out.lines()
            .anyMatch(
                line ->
                    line.matches(
                        "cloud\\.envs\\.prod\\.services\\.api += http://127.0.0.1:3000 "
                            + " \\(minihost\\.json:7\\)")),
        out);
  }
}
