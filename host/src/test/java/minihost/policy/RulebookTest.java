package minihost.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import minihost.config.Settings;
import minihost.policy.Decision.Verdict;
import minihost.policy.Facts.Visibility;
import minihost.reason.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule decides, why, and what would help (sheet 4.4). */
class RulebookTest {
  private static final String LISTED =
      "domains.requestdomain=[\"https://a.com\",\"https://b.com:8443\"]";

  @TempDir private Path folder;

  private Decision decide(String url, int hop, Facts facts, String... sets) {
    return new Rulebook(Policies.with(folder, sets))
        .decide(new Ask.Http(Ask.Http.Kind.REQUEST, url, hop), facts);
  }

  @ParameterizedTest // DOM-2, DOM-4, DOM-5, DOM-7, DOM-10, LAN-1 to LAN-5
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.com/x        | DOMAIN_LISTED | true  | a.com is in requestdomain as"
            + " https://a.com",
        "https://a.com:443/     | DOMAIN_LISTED | false | the port must be written as in the entry"
            + " https://a.com, and the URL has :443",
        "https://b.com/         | DOMAIN_LISTED | false | the port must be written as in the entry"
            + " https://b.com:8443, and the URL has none",
        "https://b.com:8443/    | DOMAIN_LISTED | true  | b.com is in requestdomain as"
            + " https://b.com:8443",
        "https://x.a.com/       | DOMAIN_LISTED | false | x.a.com is not a.com: an entry covers no"
            + " sub-domain and no parent",
        "https://com/           | DOMAIN_LISTED | false | com is not a.com: an entry covers no"
            + " sub-domain and no parent",
        "https://c.com/         | DOMAIN_LISTED | false | c.com is not in the list; requestdomain"
            + " is [https://a.com, https://b.com:8443]",
        "http://a.com/          | DOMAIN_LISTED | false | the scheme is http, and only https is"
            + " admitted; requestdomain is [https://a.com, https://b.com:8443]",
        "https://api.weixin.qq.com/ | WEIXIN_API | false | api.weixin.qq.com may not be called from"
            + " a mini program",
        "http://192.168.1.30:80/| LAN_PEER      | true  | 192.168.1.30 is a peer in the device's"
            + " subnet 192.168.1.20/255.255.255.0",
        "https://192.168.1.20/  | LAN_PEER      | false | 192.168.1.20 is the device's own address",
        "https://192.168.2.1/   | LAN_PEER      | false | 192.168.2.1 is not in the device's subnet"
            + " 192.168.1.20/255.255.255.0",
        "http://127.0.0.1/      | LAN_PEER      | false | 127.0.0.1 is the device itself",
        "http://localhost/      | LAN_PEER      | false | localhost is the device itself",
        "http://[::1]/          | LAN_PEER      | false | ::1 is no dotted IPv4 address",
        "http://0x7f.1/         | LAN_PEER      | false | 0x7f.1 is no dotted IPv4 address",
        "https://               | DOMAIN_LISTED | false | \"https://\" has no host",
      })
  void oneRuleDecidesAndSaysWhy(String url, Rule rule, boolean allowed, String why) {
    Decision decision = decide(url, 0, Policies.inForeground(), LISTED);
    assertEquals(why, decision.reason().why());
    assertEquals(rule, decision.reason().code());
    assertEquals(allowed, decision.allowed());
    assertTrue(allowed || !decision.reason().fix().isEmpty());
    for (var finding : decision.findings().subList(0, decision.findings().size() - 1))
      assertEquals(Verdict.PASS, finding.verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://c.com/      | add \"https://c.com\" to domains.requestdomain in minihost.json, and"
            + " to the mini program's admin console",
        "https://c.com:8080/ | add \"https://c.com:8080\" to domains.requestdomain in"
            + " minihost.json, and to the mini program's admin console",
        "http://c.com/       | call https://c.com and add it to domains.requestdomain",
        "https://10.0.0.1/   | use a name from the domain list, or a peer's address in the device's"
            + " subnet",
        "http://localhost/   | call a listed name and lead it to your server with hosts in"
            + " minihost.json, or set setting.urlCheck to false in project.config.json while you"
            + " develop",
      })
  void aRefusalSaysWhatWouldHelp(String url, String fix) {
    assertEquals(fix, decide(url, 0, Policies.inForeground(), LISTED).reason().fix());
  }

  @Test
  void outsideALanAddressesAreRefusedAndTheFixSaysHowToJoinOne() {
    Facts alone = new Facts(Visibility.FOREGROUND, Optional.empty());
    var reason = decide("http://192.168.1.30/", 0, alone).reason();
    assertEquals("192.168.1.30 is an IP address, and the device is in no LAN", reason.why());
    assertTrue(reason.fix().contains("device.lan"), reason.fix());
  }

  @ParameterizedTest // RDR-3, E7
  @CsvSource({
    "https://c.com/,             c.com",
    "http://a.com/,              a.com",
    "http://127.0.0.1/,          127.0.0.1",
    "http://localhost/,          localhost",
    "https://api.weixin.qq.com/, api.weixin.qq.com",
  })
  void atARedirectHopEveryRefusalHasTheWordsOfARedirect(String url, String host) {
    var reason = decide(url, 1, Policies.inForeground(), LISTED).reason();
    assertEquals(Rule.REDIRECT_LISTED, reason.code());
    assertEquals(
        "request:fail redirect url not in domain list:" + host,
        reason.errMsg("request", Platform.DEFAULT));
  }

  @Test // DOM-14
  void withoutUrlCheckTheFirstRuleAdmits() {
    Decision decision =
        decide("http://anything/", 0, Policies.inForeground(), "project.setting.urlCheck=false");
    assertTrue(decision.allowed());
    assertEquals(Rule.URL_CHECK, decision.reason().code());
  }

  @ParameterizedTest // BG-4, BG-7
  @CsvSource({
    "FOREGROUND, immediate, false, true",
    "BACKGROUND, immediate, false, false",
    "SUSPENDED,  immediate, false, false",
    "FOREGROUND, grace,     false, true",
    "BACKGROUND, grace,     false, true",
    "SUSPENDED,  grace,     false, false",
    "BACKGROUND, immediate, true,  true",
    "SUSPENDED,  immediate, true,  true",
  })
  void callsMayBegin(Visibility visibility, String mode, boolean pinned, boolean admitted) {
    Settings settings =
        Policies.with(folder, "rules.backgroundCalls=" + mode, "rules.pinned=" + pinned);
    var finding =
        new Rulebook(settings)
            .foreground(
                new Ask.Http(Ask.Http.Kind.REQUEST, "https://a.com/"), Policies.facts(visibility));
    assertEquals(admitted, finding.verdict() != Verdict.STOP);
    assertEquals(Rule.FOREGROUND, finding.reason().code());
  }

  @Test
  void explainShowsTheWalkThroughTheRules() {
    String text = decide("https://c.com/", 0, Policies.inForeground(), LISTED).explain();
    assertTrue(text.startsWith("REFUSED  wx.request https://c.com/\n"), text);
    assertTrue(text.contains("pass  URL_CHECK"), text);
    assertTrue(text.contains("STOP  DOMAIN_LISTED"), text);
    assertTrue(text.contains("--set"), text);
    assertTrue(text.endsWith("admin console\n"), text);
  }
}
