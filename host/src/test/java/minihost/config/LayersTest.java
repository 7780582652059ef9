package minihost.config;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import minihost.reason.Origin;
import minihost.reason.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
  @TempDir Path folder;
  private ProgramFolder program;

  @BeforeEach
  void aProgram() {
    program = new ProgramFolder(folder);
  }

  @Test
  void theEnvironmentIsOverTheFileAndSetIsOverBothAndTheLastSetWins() throws ConfigProblems {
    assertEquals("10 built-in default", request());
    program.minihost("{\"limits\":\n{\"request\":1,\"uploadFile\":7}}");
    assertEquals("1 minihost.json:2", request());
    program.variable("MINIHOST_LIMITS_REQUEST", "2");
    assertEquals("2 MINIHOST_LIMITS_REQUEST limits.request", request());
    program.set("limits.request=3");
    assertEquals("3 --set limits.request", request());
    program.set("limits={\"request\":4}");
    assertEquals("4 --set limits.request", request());
    assertEquals(7, program.load().limits().uploadFile().value());
  }

  private String request() throws ConfigProblems {
    Setting<Integer> request = program.load().limits().request();
    return request.value() + " " + request.origin();
  }

  @Test
  void theMiniProgramsOwnFilesAreReachedToo() throws ConfigProblems {
    program.app("{\"pages\":[\"pages/index/index\"],\"networkTimeout\":{\"request\":1}}");
    program.file("project.config.json", "{\"appid\":\"wx1\",\"setting\":{\"urlCheck\":true}}");
    Settings settings =
        program
            .set("app.networkTimeout.request=20000")
            .set("project.appid=wx2")
            .set("project.setting.urlCheck=false")
            .variable("MINIHOST_APP_NETWORK_TIMEOUT_UPLOAD_FILE", "30000")
            .load();
    assertEquals(20_000, settings.app().networkTimeout().request().value());
    assertEquals(30_000, settings.app().networkTimeout().uploadFile().value());
    assertEquals("wx2", settings.project().appid().value());
    assertEquals(false, settings.project().urlCheck().value());
    assertEquals(
        "--set project.setting.urlCheck", settings.project().urlCheck().origin().toString());
  }

  @Test
  void aHostMayHaveDots() throws ConfigProblems {
    program.minihost("{\"hosts\":{\"b.com\":\"127.0.0.1:1\"}}");
    List<HostMapping> hosts =
        program
            .set("hosts.api.a.com=127.0.0.1:9")
            .set("hosts.api.a.com:8443=http://localhost:10")
            .load()
            .hosts();
    assertEquals(
        List.of("b.com", "api.a.com", "api.a.com"), hosts.stream().map(HostMapping::host).toList());
    assertEquals(9, hosts.get(1).targetPort());
    assertEquals(8443, hosts.get(2).port());
    assertTrue(hosts.get(2).plainHttp());
  }

  @Test
  void aListReplacesTheList() throws ConfigProblems {
    program.minihost("{\"domains\":{\"requestdomain\":[\"https://b.com\"]}}");
    program.set("domains.requestdomain=[\"https://a.com\"]");
    Setting<List<DomainEntry>> list = program.load().domains().list(DomainKind.REQUEST);
    assertEquals(List.of("a.com"), list.value().stream().map(DomainEntry::host).toList());
    assertEquals("--set domains.requestdomain", list.origin().toString());
  }

  @Test
  void aWordIsTakenAsWrittenEvenWhenItLooksLikeANumber() throws ConfigProblems {
    program.set("account.version=12").set("device.lan={\"ip\":\"10.0.0.2\"}");
    program.variable("MINIHOST_DEVICE_LAN_NETMASK", "255.0.0.0");
    Settings settings = program.set("device.systemProxy=null").load();
    assertEquals("12", settings.account().version().value());
    assertEquals(
        new Device.Lan("10.0.0.2", "255.0.0.0"), settings.device().lan().orElseThrow().value());
    assertTrue(settings.device().systemProxy().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "httpdns.services.wx1.key=s3cret",
        "httpdns.service={\"wx1\":{\"key\":\"s3cret\"}}",
        "httpdns.services={\"wx1\":{\"key\":\"s3cret\"",
        "httpdns={\"services\":{\"wx1\":{\"keys\":\"s3cret\"}}}",
      })
  void aMisplacedSecretIsNotShown(String set) {
    program.set(set);
    ConfigProblems problems = assertThrows(ConfigProblems.class, program::load);
    assertFalse(problems.getMessage().contains("s3cret"), problems::getMessage);
    for (Reason reason : problems.problems()) assertFalse(reason.text().contains("s3cret"));
  }

  @Test
  void theLaunchersVariablesAndOtherPeoplesAreNotOurs() throws ConfigProblems {
    for (String name : List.of("JAVA_HOME", "JAVA_OPTS", "CDS", "CACHE", "JIT"))
      program.variable("MINIHOST_" + name, "x");
    program.variable("PATH", "x").variable("MINIHOST_LIMITS_REQUEST", "");
    assertEquals(List.of(), program.load().warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "limits.request, MINIHOST_LIMITS_REQUEST",
    "limits.maxTimeoutMs, MINIHOST_LIMITS_MAX_TIMEOUT_MS",
    "device.networkType, MINIHOST_DEVICE_NETWORK_TYPE",
    "rules.strictWsPort, MINIHOST_RULES_STRICT_WS_PORT",
    "platform, MINIHOST_PLATFORM",
    "project.setting.urlCheck, MINIHOST_PROJECT_SETTING_URL_CHECK"
  })
  void aVariableIsNamedAfterItsKey(String key, String variable) {
    assertEquals(variable, Keys.find(key).orElseThrow().variable());
  }

  /** A value other than the default for each key a variable can give. */
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          entry("account.version", "12"),
          entry("account.envVersion", "trial"),
          entry("device.networkType", "5g"),
          entry("device.systemProxy", "10.0.0.1:8888"),
          entry("device.weakNetwork", "on"),
          entry("device.lan.ip", "10.0.0.9"),
          entry("device.lan.netmask", "255.0.0.0"),
          entry("platform", "ios"),
          entry("rules.backgroundCalls", "grace"),
          entry("rules.udp", "any"),
          entry("rules.pinned", "true"),
          entry("rules.strictWsPort", "true"),
          entry("rules.chunkedData", "empty"),
          entry("rules.strict", "true"),
          entry("limits.overflow", "reject"),
          entry("limits.request", "91"),
          entry("limits.uploadFile", "92"),
          entry("limits.downloadFile", "93"),
          entry("limits.connectSocket", "94"),
          entry("limits.domainsPerApi", "95"),
          entry("limits.maxTimeoutMs", "96"),
          entry("limits.maxBodyBytes", "97"),
          entry("cloud.openid", "oUser"),
          entry("cloud.unionid", "uUser"),
          entry("cloud.appid", "wxowner"),
          entry("lab.routes", "pages/index/index.js"),
          entry("lab.httpdns.origin", "http://119.29.29.29"),
          entry("lab.httpdns.trouble", "expired"),
          entry("lab.httpdns.quota", "98"),
          entry("lab.httpdns.delayMs", "99"),
          entry("lab.proxy", "8899"),
          entry("app.networkTimeout.request", "81"),
          entry("app.networkTimeout.connectSocket", "82"),
          entry("app.networkTimeout.uploadFile", "83"),
          entry("app.networkTimeout.downloadFile", "84"),
          entry("app.debug", "true"),
          entry("project.appid", "wx9"),
          entry("project.projectname", "demo"),
          entry("project.libVersion", "3.4.0"),
          entry("project.miniprogramRoot", "./"),
          entry("project.setting.urlCheck", "false"));

  @Test
  void everyScalarKeyIsReachedFromTheEnvironmentAndFromSet() throws ConfigProblems {
    for (Key key : Keys.ALL) if (key.type().scalar()) program.variable(key.variable(), sample(key));
    assertSamplesReported(program.load());
    ProgramFolder other = new ProgramFolder(folder);
    for (Key key : Keys.ALL) if (key.type().scalar()) other.set(key.path() + "=" + sample(key));
    assertSamplesReported(other.load());
  }

  private static String sample(Key key) {
    return Objects.requireNonNull(SAMPLES.get(key.path()), key.path());
  }

  private static void assertSamplesReported(Settings settings) {
    for (ConfigReport.Line line : ConfigReport.of(settings)) {
      String sample = SAMPLES.get(line.key());
      if (sample == null) continue;
      assertTrue(line.value().replace("\"", "").endsWith(sample), line::toString);
      assertNotEquals(Origin.BUILT_IN, line.origin(), line::toString);
    }
  }

  @Test
  void miniprogramRootCanBeSet() throws ConfigProblems {
    program.file("dist/app.json", "{\"pages\":[\"x\"]}").file("dist/x.js", "");
    assertEquals(
        program.path("dist"), program.set("project.miniprogramRoot=dist").load().programRoot());
  }
}
