package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import minihost.lab.Answer;
import minihost.lab.LabHeader;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container is told of the caller, and that no program can say it (sheet 8.4). */
class CloudGatewayTest {
  private static final String LAN =
      "device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}";

  private static LabRequest called(CloudRun cloud, String options) throws Exception {
    cloud.run.lab.on("* /*", Answer.json("1"));
    cloud.initialised();
    assertEquals("ok 200 1", cloud.call(options));
    return cloud.container.requests().getLast();
  }

  /** The only value of a header. */
  private static String only(LabRequest request, String name) {
    List<String> values = request.headers(name);
    assertEquals(1, values.size(), name + ": " + values);
    return values.getFirst();
  }

  @Test // S-row 24
  void theContainerIsToldWhoCalls() throws Exception {
    try (CloudRun cloud = new CloudRun("cloud.openid=oUser", "cloud.unionid=uUser", LAN)) {
      LabRequest got = called(cloud, "");
      assertEquals("oUser", only(got, "X-WX-OPENID"));
      assertEquals("uUser", only(got, "X-WX-UNIONID"));
      assertEquals("wx0123456789abcdef", only(got, "X-WX-APPID"));
      assertEquals("prod", only(got, "X-WX-ENV"));
      assertEquals("wx_client", only(got, "X-WX-SOURCE"));
      assertEquals("192.168.1.20", only(got, "X-Forwarded-For"));
      assertEquals("192.168.1.20", only(got, "X-Original-Forwarded-For"));
      assertEquals(List.of(), got.headers("Referer"));
      assertEquals(List.of(), got.headers("X-WX-FROM-OPENID"));
    }
  }

  @Test // CLD-2, S-row 24
  void theCallIdIsThatOfTheResultAndNewForEachCall() throws Exception {
    try (CloudRun cloud = new CloudRun()) {
      String id = "success: r => console.log(r.callID)";
      cloud.run.lab.on("GET /", Answer.json("1"));
      cloud.initialised();
      String first = cloud.call(id);
      String second = cloud.call(id);
      assertEquals(first, only(cloud.container.requests().get(0), "X-WX-CALL-ID"));
      assertEquals(second, only(cloud.container.requests().get(1), "X-WX-CALL-ID"));
      assertTrue(!first.equals(second), first);
    }
  }

  @Test // S-row 24
  void aSharedEnvironmentIsToldFromWhichProgramTheCallComes() throws Exception {
    try (CloudRun cloud = new CloudRun("cloud.appid=wxowner", "cloud.unionid=uUser")) {
      cloud.run.lab.on("GET /", Answer.json("1"));
      cloud.initialised();
      cloud.run.eval(
          """
          const c = new wx.cloud.Cloud({ resourceAppid: 'wxowner', resourceEnv: 'prod' })
          await c.init()
          await c.callContainer({ service: 'api', header: { 'X-WX-FROM-APPID': 'forged' } })
          """);
      LabRequest got = cloud.container.requests().getLast();
      assertEquals("wxowner", only(got, "X-WX-APPID"));
      assertEquals("wx0123456789abcdef", only(got, "X-WX-FROM-APPID"));
      assertEquals("minihost-made-up-openid", only(got, "X-WX-FROM-OPENID"));
      assertEquals("uUser", only(got, "X-WX-FROM-UNIONID"));
    }
  }

  @ParameterizedTest // S-row 24, HDR-4, HDR-5
  @ValueSource(
      strings = {
        "'X-WX-OPENID': 'forged'",
        "'x-wx-openid': 'forged'",
        "'X-Wx-OpenId': 'forged', 'x-WX-openID': 'forged'",
        "'X_WX_OPENID': 'forged'",
        "'X.WX.OPENID': 'forged', 'X~WX|OPENID': 'forged'",
        "'x-wx-unionid': 'forged'",
        "'X-WX-FROM-OPENID': 'forged'",
        "'X-WX-CLOUDBASE-ACCESS-TOKEN': 'forged'",
        "'x-wx-source': 'forged'",
        "'x-wx-call-id': 'forged'",
        "'X-WX-Anything-Else': 'forged'",
        "'X-Forwarded-For': 'forged'",
        "'x_original_forwarded_for': 'forged'",
        "'Referer': 'forged', 'referer': 'forged'",
        "'Host': 'forged'",
        "'User-Agent': 'forged'",
      })
  void noHeaderOfTheProgramGetsInTheirPlace(String header) throws Exception {
    try (CloudRun cloud = new CloudRun()) {
      LabRequest got = called(cloud, "header: { " + header + ", 'X-Other': 'kept' }");
      for (LabHeader h : got.headers()) assertTrue(!h.value().contains("forged"), h::toString);
      assertEquals("kept", only(got, "X-Other"));
      assertEquals("minihost-made-up-openid", only(got, "X-WX-OPENID"));
    }
  }

  @ParameterizedTest // S-row 24
  @ValueSource(
      strings = {
        "'X-Other': 'a\\r\\nX-WX-OPENID: forged'",
        "'X-Other\\r\\nX-WX-OPENID': 'forged'",
        "'X-WX-OPENID ': 'forged'",
        "'X-WX-OPENID:': 'forged'",
      })
  void aHeaderThatWouldSplitTheRequestFailsTheCall(String header) throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      String said = cloud.call("header: { " + header + " }");
      assertTrue(said.startsWith("cloud.callContainer:fail invalid header"), said);
      assertEquals(0, cloud.run.lab.acceptedConnections());
    }
  }

  @ParameterizedTest // CLD-5
  @ValueSource(
      strings = {
        "@evil.example/",
        "//evil.example/",
        "/\\\\evil.example",
        "http://evil.example/",
        ":1/x",
        ".evil.example/",
        "/#@evil.example"
      })
  void noPathLeadsElsewhere(String path) throws Exception {
    try (CloudRun cloud = new CloudRun()) {
      LabRequest got = called(cloud, "path: '" + path + "'");
      assertEquals("127.0.0.1:" + cloud.container.port(), got.host());
      assertTrue(got.url().startsWith("/"), got.url());
    }
  }

  @Test // CLD-2
  void aRelativeRedirectStaysInTheContainerWithTheIdentity() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("POST /a/b", Answer.redirect("c?d=1"));
      cloud.run.lab.on("POST /a/c", r -> Answer.text(r.url() + " " + r.text()));
      assertEquals("ok 200 /a/c?d=1 x", cloud.call("path: '/a/b', method: 'POST', data: 'x'"));
      assertEquals(
          "minihost-made-up-openid", only(cloud.container.requests().getLast(), "X-WX-OPENID"));
      assertEquals(
          List.of("allowed CLOUD_SERVICE", "allowed CLOUD_SERVICE"), cloud.run.decisions());
    }
  }

  @Test // CLD-2
  void sixRedirectsAreFollowedAndNotSeven() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on(
          "GET /hop/:n",
          r -> {
            int n = Integer.parseInt(r.params().get("n"));
            return n == 0 ? Answer.text("there") : Answer.redirect("/hop/" + (n - 1));
          });
      assertEquals("ok 200 there", cloud.call("path: '/hop/6'"));
      assertEquals(
          "cloud.callContainer:fail reach the max redirect count -1 ",
          cloud.call("path: '/hop/7'"));
      assertEquals(14, cloud.container.requests().size());
      assertEquals("ok 302 ", cloud.call("path: '/hop/1', followRedirect: false"));
    }
  }

  @ParameterizedTest // CLD-2, RDR-3, E7
  @ValueSource(strings = {"https://a.com/x", "//a.com/x", "/\\a.com/x", "http://127.0.0.1:%d/"})
  void anAbsoluteRedirectIsJudgedAsARequest(String location) throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.https("https://a.com");
      String to = location.formatted(cloud.container.port());
      cloud.run.lab.on("GET /", Answer.redirect(to));
      String said = cloud.call("");
      assertTrue(
          said.startsWith("cloud.callContainer:fail redirect url not in domain list:")
              && said.endsWith(" -1 600002"),
          said);
      assertEquals(1, cloud.run.lab.acceptedConnections());
    }
  }

  @Test // CLD-2, S-row 24
  void whereAnAbsoluteRedirectLeadsNothingIsToldOfTheCaller() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /", Answer.redirect("https://api.example.com/out"));
      cloud.run.lab.on("GET /out", Answer.text("out"));
      assertEquals("ok 200 out", cloud.call(""));
      LabRequest got = cloud.run.lab.requests("GET /out").getFirst();
      for (LabHeader h : got.headers())
        assertTrue(!h.name().toLowerCase(Locale.ROOT).startsWith("x-"), h::toString);
      assertTrue(only(got, "Referer").startsWith("https://servicewechat.com/"), "as of wx.request");
    }
  }
}
