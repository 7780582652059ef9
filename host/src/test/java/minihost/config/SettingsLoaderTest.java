package minihost.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  @TempDir Path temporary;
  private ProgramFolder program;

  @BeforeEach
  void aProgram() {
    program = new ProgramFolder(temporary.resolve("program"));
  }

  @Test // PRJ-3
  void aProgramWithoutAnyOtherFileRunsOnTheDefaults() throws ConfigProblems {
    Settings settings = program.load();
    assertEquals(program.path(""), settings.folder());
    assertEquals(program.path(""), settings.programRoot());
    assertEquals("pages/index/index", settings.app().home());
    assertEquals(Setting.builtIn("touristappid"), settings.project().appid());
    assertEquals(Setting.builtIn(true), settings.project().urlCheck());
    assertEquals(Setting.builtIn(60_000), settings.app().networkTimeout().request());
    for (DomainKind kind : DomainKind.values())
      assertEquals(Setting.builtIn(List.of()), settings.domains().list(kind));
    assertEquals("devtools", settings.account().refererVersion());
    assertEquals(Device.NetworkType.WIFI, settings.device().networkType().value());
    assertEquals(Optional.empty(), settings.device().lan());
    assertEquals(Platform.DEFAULT, settings.platform().value());
    assertEquals(
        new Rules(
            Setting.builtIn(Rules.BackgroundCalls.IMMEDIATE),
            Setting.builtIn(Rules.UdpPolicy.LAN),
            Setting.builtIn(false),
            Setting.builtIn(false),
            Setting.builtIn(Rules.ChunkedData.WHOLE),
            Setting.builtIn(false)),
        settings.rules());
    assertEquals(
        new Limits(
            Setting.builtIn(Limits.Overflow.QUEUE),
            Setting.builtIn(10),
            Setting.builtIn(10),
            Setting.builtIn(10),
            Setting.builtIn(5),
            Setting.builtIn(20),
            Setting.builtIn(60_000),
            Setting.builtIn(50 << 20)),
        settings.limits());
    assertEquals(LabSection.NONE, settings.lab());
    assertEquals(List.of(), settings.warnings());
  }

  @Test
  void everythingAppJsonSaysIsRead() throws ConfigProblems {
    for (String page : List.of("pages/list", "cats/one", "dogs/deep/two"))
      program.file(page + ".ts", "");
    program.app(
        """
        \uFEFF// comments, a byte order mark and trailing commas are fine
        {
          "pages": ["/pages/index/index", "pages/list",],
          "entryPagePath": "/pages/list", /* not the first */
          "subpackages": [
            { "root": "/cats/", "name": "c", "pages": ["one"], "independent": true },
            { "root": "dogs", "pages": ["deep/two"] },
          ],
          "networkTimeout": { "request": 20000, "uploadFile": 1500.7, "downloadFile": 1e12 },
          "tabBar": { "list": [{ "pagePath": "pages/list" }, { "pagePath": "/cats/one" }] },
          "usingComponents": { "my-tag": "/components/tag" },
          "resolveAlias": { "~/*": "/*", "~/utils/*": "/u/*" },
          "requiredBackgroundModes": ["audio"],
          "lazyCodeLoading": "requiredComponents",
          "debug": true,
          "window": {}, "permission": {}
        }
        """);
    Settings settings = program.load();
    AppJson app = settings.app();
    assertEquals(List.of(), settings.warnings());
    assertEquals(
        List.of("pages/index/index", "pages/list", "cats/one", "dogs/deep/two"),
        app.pages().stream().map(Setting::value).toList());
    assertEquals(new Origin("app.json", 6, "subpackages[0].pages[0]"), app.pages().get(2).origin());
    assertEquals("pages/list", app.home());
    assertEquals(
        List.of(
            new AppJson.Subpackage("cats", "c", List.of("one"), true, ""),
            new AppJson.Subpackage("dogs", "", List.of("deep/two"), false, "")),
        app.subpackages());
    assertEquals(20_000, app.networkTimeout().request().value());
    assertEquals("app.json:9", app.networkTimeout().request().origin().toString());
    assertEquals(1_500, app.networkTimeout().uploadFile().value());
    assertEquals(Integer.MAX_VALUE, app.networkTimeout().downloadFile().value());
    assertEquals(Setting.builtIn(60_000), app.networkTimeout().connectSocket());
    assertEquals(List.of("pages/list", "cats/one"), app.tabs());
    assertEquals(Map.of("my-tag", "/components/tag"), app.usingComponents());
    assertEquals(List.of("~/utils/*", "~/*"), List.copyOf(app.resolveAlias().keySet()));
    assertEquals(Set.of("audio"), app.requiredBackgroundModes());
    assertTrue(app.lazyCodeLoading());
    assertTrue(app.debug());
  }

  @Test
  void subPackagesIsAnotherSpelling() throws ConfigProblems {
    program.file("p/x.js", "");
    program.app(
        "{\"pages\":[\"pages/index/index\"],\"subPackages\":[{\"root\":\"p\",\"pages\":[\"x\"]}]}");
    assertTrue(program.load().app().hasPage("p/x"));
  }

  @Test // PRJ-1
  void thePrivateProjectFileWinsFieldByField() throws ConfigProblems {
    program.file(
        "project.config.json",
        """
        { "appid": "wx1", "projectname": "one", "libVersion": "3.4.0",
          "setting": { "es6": true,
            "urlCheck": true } }
        """);
    program.file(
        "project.private.config.json",
        """
        { "projectname": "two",
          "setting": {
            "urlCheck": false } }
        """);
    ProjectJson project = program.load().project();
    assertEquals(
        new Setting<>("wx1", new Origin("project.config.json", 1, "appid")), project.appid());
    assertEquals("two", project.projectname());
    assertEquals("3.4.0", project.libVersion());
    assertEquals(
        new Setting<>(false, new Origin("project.private.config.json", 3, "setting.urlCheck")),
        project.urlCheck());
  }

  @Test // PRJ-2
  void miniprogramRootMovesAppJsonButNotMinihostJson() throws ConfigProblems {
    program
        .without("app.json")
        .file("src/mini/app.json", "{\"pages\":[\n\"a\"]}")
        .file("src/mini/a.js", "")
        .file("project.config.json", "{\"miniprogramRoot\":\"./src/mini/\"}")
        .minihost("{\"platform\":\"ios\"}");
    Settings settings = program.load();
    assertEquals(program.path("src/mini"), settings.programRoot());
    assertEquals("src/mini/app.json:2", settings.app().pages().getFirst().origin().toString());
    assertEquals(Platform.IOS, settings.platform().value());
  }

  @Test // PRJ-5, CON-3
  void everythingMinihostJsonSaysIsRead() throws ConfigProblems {
    program.file("certs/ca.pem", TestAuthority.pem()).file("lab/routes.js", "");
    program.minihost(
        """
        // what the admin console and the phone know
        {
          "domains": {
            "requestdomain": ["https://API.example.com", "https://api.example.com:8443"],
            "wsrequestdomain": ["wss://ws.example.com"],
            "udpdomain": ["udp://u.example.com"], "tcpdomain": ["tcp://t.example.com:4000"],
            "prefetchdnsdomain": ["cdn.example.com"]
          },
          "account": { "version": "7", "envVersion": "release" },
          "hosts": {
            "API.example.com": "127.0.0.1:3000",
            "ws.example.com:443": "http://localhost:8080",
            "10.0.0.7": "[::1]:9"
          },
          "trust": ["certs/ca.pem"],
          "device": { "networkType": "4g", "systemProxy": "127.0.0.1:8888",
            "lan": { "ip": "192.168.1.20", "netmask": "255.255.254.0" } },
          "platform": "android",
          "rules": { "backgroundCalls": "grace", "udp": "any", "pinned": true, "strictWsPort": true },
          "limits": { "overflow": "reject", "request": 1, "uploadFile": 2, "downloadFile": 3,
            "connectSocket": 4, "domainsPerApi": 200, "maxTimeoutMs": 120000 },
          "httpdns": {}, "cloud": { "envs": { "e-1": { "services": { "a_b": "http://LocalHost:3000/x/" } } }, "openid": "oU" },
          "lab": { "origins": ["https://api.example.com:8443"], "routes": "lab/routes.js",
            "faults": { "https://api.example.com:8443": "tls10" }, "proxy": 8899,
            "httpdns": { "origin": "http://119.29.29.29", "quota": 3, "trouble": "not-bought",
              "delayMs": 20, "records": {
                "API.example.com": { "a": ["127.0.0.2"], "aaaa": ["::1"], "ttl": 30 },
                "b": {} } } }
        }
        """);
    Settings settings = program.load();
    assertEquals(List.of(), settings.warnings());
    Setting<List<DomainEntry>> requests = settings.domains().list(DomainKind.REQUEST);
    assertEquals("minihost.json:4", requests.origin().toString());
    assertEquals(
        new DomainEntry(
            "https://API.example.com",
            "https",
            "api.example.com",
            DomainEntry.NO_PORT,
            new Origin("minihost.json", 4, "domains.requestdomain[0]")),
        requests.value().getFirst());
    LabHttpDns provider = settings.lab().httpdns().orElseThrow();
    assertEquals("http://119.29.29.29", provider.origin().value());
    assertEquals(
        Map.of(
            "api.example.com", new LabHttpDns.Names(List.of("127.0.0.2"), List.of("::1"), 30),
            "b", new LabHttpDns.Names(List.of(), List.of(), 60)),
        provider.records().value());
    assertEquals(3, provider.quota().value());
    assertEquals(LabHttpDns.Trouble.NOT_BOUGHT, provider.trouble().value());
    assertEquals(20, provider.delayMs().value());
    assertEquals(8443, requests.value().get(1).port());
    assertEquals(4000, settings.domains().list(DomainKind.TCP).value().getFirst().port());
    assertEquals("", settings.domains().list(DomainKind.PREFETCH_DNS).value().getFirst().scheme());
    assertEquals("7", settings.account().refererVersion());
    assertEquals(
        List.of(
            new HostMapping("api.example.com", -1, "127.0.0.1", 3000, false, host(11, 0)),
            new HostMapping("ws.example.com", 443, "localhost", 8080, true, host(12, 1)),
            new HostMapping("10.0.0.7", -1, "::1", 9, false, host(13, 2))),
        settings.hosts());
    assertEquals(program.path("certs/ca.pem"), settings.trust().getFirst().value());
    assertEquals(Device.NetworkType.G4, settings.device().networkType().value());
    assertEquals(
        new Device.Lan("192.168.1.20", "255.255.254.0"),
        settings.device().lan().orElseThrow().value());
    assertEquals(
        "127.0.0.1:8888", settings.device().systemProxy().orElseThrow().value().toString());
    assertEquals(Platform.ANDROID, settings.platform().value());
    assertEquals(Rules.BackgroundCalls.GRACE, settings.rules().backgroundCalls().value());
    assertEquals(Rules.UdpPolicy.ANY, settings.rules().udp().value());
    assertTrue(settings.rules().pinned().value() && settings.rules().strictWsPort().value());
    Limits limits = settings.limits();
    assertEquals(Limits.Overflow.REJECT, limits.overflow().value());
    assertEquals(
        List.of(1, 2, 3, 4, 200, 120_000),
        List.of(
            limits.request().value(),
            limits.uploadFile().value(),
            limits.downloadFile().value(),
            limits.connectSocket().value(),
            limits.domainsPerApi().value(),
            limits.maxTimeoutMs().value()));
    assertEquals(
        "http://localhost:3000/x", settings.cloud().container("e-1", "a_b").orElseThrow().value());
    assertEquals("oU", settings.cloud().openid().value());
    assertEquals("https://api.example.com:8443", settings.lab().origins().getFirst().value());
    assertEquals(program.path("lab/routes.js"), settings.lab().routes().orElseThrow().value());
    assertEquals(OriginFault.TLS10, settings.lab().fault("https://api.example.com:8443"));
    assertTrue(settings.lab().proxy().value() == 8899 && !settings.lab().isEmpty());
  }

  private static Origin host(int line, int index) {
    String key = List.of("API.example.com", "ws.example.com:443", "10.0.0.7").get(index);
    return new Origin("minihost.json", line, "hosts." + key);
  }

  @Test
  void allProblemsOfAllFilesAreSaidAtOnceInTheOrderOfTheirLines() {
    program.file("project.config.json", "{\"appid\":1}");
    program.app("{\"debug\":1,\n\"pages\":[\"pages/index/index\",\"../x\"]}");
    program.minihost(
        "{\"platform\":1,\n\"limits\":{\"request\":0},\n"
            + "\"domains\":{\"requestdomain\":[\"http://localhost:0/x\"]}}");
    program.set("nothing");
    assertEquals(
        List.of(
            "BAD_SET --set",
            "WRONG_TYPE project.config.json:1",
            "WRONG_TYPE app.json:1",
            "ROUTE_OUTSIDE app.json:2",
            "WRONG_TYPE minihost.json:1",
            "OUT_OF_RANGE minihost.json:2",
            "WRONG_SCHEME minihost.json:3",
            "PATH_IN_ENTRY minihost.json:3",
            "LOCALHOST_IN_ENTRY minihost.json:3",
            "BAD_PORT minihost.json:3"),
        program.problems().stream().map(r -> r.code().name() + " " + r.origin()).toList());
  }

  @Test
  void aBrokenFileDoesNotHideTheProblemsOfTheOthers() {
    program.app("{").minihost("{\"platform\":1}");
    assertEquals(
        List.of(ConfigCode.BROKEN_JSON, ConfigCode.WRONG_TYPE),
        program.problems().stream().map(Reason::code).toList());
  }

  @Test
  void aFolderThatIsNotThereIsOneProblem() {
    ConfigProblems problems =
        assertThrows(
            ConfigProblems.class,
            () -> SettingsLoader.load(program.path("nowhere"), Overrides.NONE));
    Reason only = problems.problems().getFirst();
    assertEquals(ConfigCode.NO_FOLDER, only.code());
    assertTrue(problems.getMessage().contains(program.path("nowhere").toString()));
    assertTrue(problems.getMessage().contains("the one with app.json"));
  }

  @Test
  void anotherConfigFileReplacesMinihostJsonAndItsPathsStartFromItsOwnFolder()
      throws ConfigProblems {
    program.minihost("{\"platform\":\"ios\"}");
    ProgramFolder elsewhere = new ProgramFolder(temporary.resolve("elsewhere"));
    elsewhere
        .file("routes.js", "")
        .file("my.json", "{\"lab\":{\"origins\":[\"https://a.com\"],\"routes\":\"routes.js\"}}");
    program.variable("MINIHOST_CONFIG", program.path("app.json").toString());
    Settings settings = program.config(elsewhere.path("my.json")).load();
    assertEquals(Platform.DEFAULT, settings.platform().value());
    assertEquals(elsewhere.path("routes.js"), settings.lab().routes().orElseThrow().value());
  }

  @Test
  void theEnvironmentMayNameTheConfigFile() throws ConfigProblems {
    program.file("my.json", "{\"platform\":\"ios\"}");
    program.variable("MINIHOST_CONFIG", program.path("my.json").toString());
    assertEquals(Platform.IOS, program.load().platform().value());
  }

  @Test
  void linksLeadNowhereOutsideTheFolder() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside.json"), "{\"secret\":1}");
    program.without("app.json");
    for (String name : List.of("app.json", "minihost.json", "project.config.json"))
      Files.createSymbolicLink(program.path(name), outside);
    List<Reason> problems = program.problems();
    assertEquals(3, problems.size());
    for (Reason reason : problems) {
      assertEquals(ConfigCode.OUTSIDE_FOLDER, reason.code());
      assertTrue(!reason.text().contains("secret"), reason::text);
    }
  }

  @Test
  void aWrongMiniprogramRootIsNotAlsoAMissingAppJson() {
    program.without("app.json").file("project.config.json", "{\"miniprogramRoot\":\"dist\"}");
    assertEquals(
        List.of(ConfigCode.NO_MINIPROGRAM_ROOT),
        program.problems().stream().map(Reason::code).toList());
  }

  @Test
  void theSourceRootCountsWhenThereIsNoOther() throws ConfigProblems {
    program.without("app.json").file("src/app.json", "{\"pages\":[\"a\"]}").file("src/a.ts", "");
    program.file("project.config.json", "{\"srcMiniprogramRoot\":\"/src/\"}");
    assertEquals(program.path("src"), program.load().programRoot());
  }

  @Test
  void miniprogramRootIsNoLinkOut() throws IOException {
    Files.createSymbolicLink(program.path("out"), Files.createDirectory(temporary.resolve("o")));
    program.file("project.config.json", "{\"miniprogramRoot\":\"out\"}");
    assertEquals(ConfigCode.OUTSIDE_FOLDER, program.problems().getFirst().code());
  }

  @Test
  void theProgramsOwnMinihostJsonNamesNoRoutesOutsideTheFolder() throws IOException {
    Files.writeString(temporary.resolve("out.js"), "");
    program.minihost("{\"lab\":{\"origins\":[\"https://a.com\"],\"routes\":\"../out.js\"}}");
    assertEquals(
        List.of(ConfigCode.OUTSIDE_FOLDER), program.problems().stream().map(Reason::code).toList());
  }

  @Test
  void controlCharactersOfAFileNeverReachTheTerminal() {
    program.minihost("{\"platform\":\"\\u001b[2J\\n\"}");
    String text = program.problems().getFirst().why();
    assertTrue(text.contains("\\u001b[2J\\u000a"), text);
  }

  @Test
  void aHugeKeyIsToldOffWithoutMeasuringItAgainstEveryName() {
    program.minihost("{\"" + "x".repeat(1 << 15) + "\": 1}");
    assertEquals(ConfigCode.UNKNOWN_KEY, program.problems().getFirst().code());
  }
}
