package minihost.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import minihost.reason.Code;
import minihost.reason.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of what is no URL of a request: containers of the cloud, pages of a web-view. */
class CloudAndWebViewRuleTest {
  @TempDir private Path folder;

  private Decision decide(Ask ask, String... sets) {
    return new Rulebook(Policies.with(folder, sets)).decide(ask, Policies.inForeground());
  }

  @ParameterizedTest // 4.3
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.com/x         | true  | a.com is in webviewdomain as https://a.com",
        "https://x.y.A.com/      | true  | x.y.a.com is in webviewdomain as https://a.com, which"
            + " covers the names below it",
        "https://xa.com/         | false | xa.com is not in the list; webviewdomain is"
            + " [https://a.com, https://b.c.com:8443]",
        "https://c.com:8443/     | false | c.com is not b.c.com: an entry covers no parent",
        "https://x.b.c.com:8443/ | true  | x.b.c.com is in webviewdomain as https://b.c.com:8443,"
            + " which covers the names below it",
        "https://a.com:443/      | false | the port must be written as in the entry https://a.com,"
            + " and the URL has :443",
        "https://x.a.com:8080/   | false | the port must be written as in the entry https://a.com,"
            + " and the URL has :8080",
        "https://b.c.com/        | false | the port must be written as in the entry"
            + " https://b.c.com:8443, and the URL has none",
        "http://a.com/           | false | the scheme is http, and only https is admitted;"
            + " webviewdomain is [https://a.com, https://b.c.com:8443]",
        "https://192.168.1.30/   | false | 192.168.1.30 is an IP address, and a web-view shows"
            + " none",
        "https://[::1]/          | false | ::1 is an IP address, and a web-view shows none",
        "https://0x7f.1/         | false | 0x7f.1 is an IP address, and a web-view shows none",
        "/help                   | false | \"/help\" has no host",
      })
  void aWebViewShowsBusinessDomainsAndTheirSubDomains(String url, boolean allowed, String why) {
    Decision decision =
        decide(
            new Ask.WebView(url),
            "domains.webviewdomain=[\"https://a.com\",\"https://b.c.com:8443\"]",
            "domains.requestdomain=[\"https://c.com\",\"https://xa.com\"]");
    assertEquals(why, decision.reason().why());
    assertEquals(Rule.WEB_VIEW_DOMAIN, decision.reason().code());
    assertEquals(allowed, decision.allowed());
    assertTrue(allowed || !decision.reason().fix().isEmpty());
  }

  @Test // 4.3, DOM-14
  void withoutUrlCheckAWebViewShowsAnything() {
    Decision decision =
        decide(new Ask.WebView("http://127.0.0.1/"), "project.setting.urlCheck=false");
    assertTrue(decision.allowed());
    assertEquals(Rule.URL_CHECK, decision.reason().code());
  }

  @Test // DOM-10
  void noWebViewShowsTheApiOfWeChatEvenBelowAListedName() {
    Decision decision =
        decide(
            new Ask.WebView("https://api.weixin.qq.com/"),
            "domains.webviewdomain=[\"https://qq.com\"]");
    assertEquals(Rule.WEIXIN_API, decision.reason().code());
    assertFalse(decision.allowed());
  }

  @ParameterizedTest // DOM-15, CLD-5
  @CsvSource(
      delimiter = '|',
      value = {
        "prod | api  | CLOUD_SERVICE | true  | api is http://127.0.0.1:3000",
        "prod | web  | CLOUD_SERVICE | true  | web is lab/web",
        "test | api  | CLOUD_ENV     | false | cloud.envs has no \"test\"; there is prod",
        "Prod | api  | CLOUD_ENV     | false | cloud.envs has no \"Prod\"; there is prod",
        "prod | nope | CLOUD_SERVICE | false | prod has no service \"nope\"; there is api, web",
      })
  void aContainerIsCalledByEnvironmentAndService(
      String env, String service, Rule rule, boolean allowed, String why) {
    Decision decision =
        decide(
            new Ask.Container(env, service, "/x"),
            "cloud.envs.prod.services.api=http://127.0.0.1:3000/",
            "cloud.envs.prod.services.web=lab/web");
    assertEquals(why, decision.reason().why());
    assertEquals(rule, decision.reason().code());
    assertEquals(allowed, decision.allowed());
    assertEquals(allowed, decision.reason().fix().isEmpty());
    if (allowed) return;
    assertEquals(-501000, decision.reason().code().errCode());
    assertEquals(Code.NO_ERRNO, decision.reason().code().errno());
    String errMsg = decision.reason().errMsg("cloud.callContainer", Platform.DEFAULT);
    assertTrue(errMsg.startsWith("cloud.callContainer:fail -501000 ") && errMsg.endsWith(why));
  }

  @Test
  void explainNamesWhatAsks() {
    assertTrue(
        decide(new Ask.WebView("https://a.com/"))
            .explain()
            .startsWith("REFUSED  web-view https://a.com/\n"));
    assertTrue(
        decide(new Ask.Container("prod", "api", "/x?y"))
            .explain()
            .startsWith("REFUSED  wx.cloud.callContainer prod/api/x?y\n"));
  }
}
