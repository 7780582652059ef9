package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * URLs that one reader takes for another host than the next: what OkHttp connects to must be what
 * the policy has judged. Listed is {@code good.com}; {@code evil.com}, the loopback and the LAN all
 * have a server that would answer, on every port.
 */
class UrlAttackTest {
  private static TestRun trap() throws Exception {
    TestRun run = new TestRun();
    run.lab.on("* /*", Answer.json("1"));
    run.lab.https("https://good.com");
    run.lab.https("https://evil.com");
    int plain = run.lab.plainHttp("127.0.0.1", 0).port();
    int tls = run.lab.origin("https://evil.com").port();
    for (String host : List.of("127.0.0.1", "localhost", "192.168.1.20", "10.0.0.1", "8.8.8.8"))
      run.set("hosts." + host + "=127.0.0.1:" + plain);
    run.set("hosts.good.com:8443=127.0.0.1:" + tls);
    run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}");
    return run.set("domains.requestdomain=[\"https://good.com\"]");
  }

  private static final String HIDDEN = "\\u00ad";

  @ParameterizedTest // DOM-5, DOM-7, LAN-3
  @ValueSource(
      strings = {
        // userinfo
        "https://good.com@evil.com/",
        "https://good.com:443@evil.com/",
        "https://good.com:pw@evil.com:443/",
        "https://user@evil.com\\\\@good.com/",
        "https://evil.com\\\\.good.com/",
        "https://evil.com#@good.com/",
        "https://evil.com?@good.com/",
        "https://evil.com;@good.com:8443/",
        "https://good.com%40evil.com/",
        "https://good.com@evil.com@/",
        "https://@evil.com/",
        // slashes and backslashes
        "http:/\\\\evil.com/",
        "https:\\\\\\\\evil.com/",
        "https:///evil.com/",
        "https:////good.com/",
        "https://\\\\evil.com/",
        "https:/evil.com/",
        // whitespace and control characters
        "https://evil.com\\t.good.com/",
        "https://good.com\\n@evil.com/",
        "https://good.com\\r\\n/",
        "https://go\\nod.com/",
        "https://good.com\\0.evil.com/",
        "https://good.com .evil.com/",
        "https:\\t//good.com/",
        "\\thttps://evil.com/",
        // encodings of a host
        "https://evil%2ecom/",
        "https://good.com%2f.evil.com/",
        "https://good.com%00.evil.com/",
        "https://%65vil.com/",
        "https://evil。com/",
        "https://evil．com/",
        "https://ｅｖｉｌ.com/",
        "https://go" + HIDDEN + "od.com.evil.com/",
        "https://good。com.evil。com/",
        // dots and ports
        "https://good.com./",
        "https://good.com..evil.com/",
        "https://good.com:443/",
        "https://good.com:8443/",
        "https://good.com:0/",
        "https://good.com:65536/",
        "https://good.com:-1/",
        "https://good.com:80a/",
        "https://good.com:+443/",
        "https://good.com:４４３/",
        "https://good.com:0443/",
        "https://good.com:443:443/",
        "https://good.com: 443/",
        "https://evil.com:443/",
        // addresses in other spellings
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.01/",
        "http://010.0.0.1/",
        "http://0192.168.1.30/",
        "http://192.168.1.30.evil.com/",
        "http://192.168.257/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://127.0.0.1./",
        "http://192.168.1.20./",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:192.168.1.30]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[fe80::1%25eth0]/",
        "http://[127.0.0.1]/",
        "http://[good.com]/",
        "https://[good.com/",
        "http://0/",
        "http://0.0.0.0/",
        "http://localhost./",
        "http://LOCALHOST/",
        "http://foo.localhost/",
        "http://loc%61lhost/",
        "http://8.8.8.8/",
        // no host
        "https://",
        "https:///",
        "https://:443/",
        "https://@/",
        "https://?",
        "https://#",
        "https://user@/",
        "http://undefined:80/control",
        "http://your ip address:3000",
        "https://*.com/",
        "https://./",
      })
  void leadsNowhereOrToTheHostThatWasJudged(String url) throws Exception {
    try (TestRun run = trap()) {
      run.start();
      String end = run.request("url: '" + url + "'");
      Set<String> reached =
          run.lab.requests().stream().map(LabRequest::origin).collect(Collectors.toSet());
      if (reached.isEmpty()) {
        assertEquals(0, run.lab.acceptedConnections());
        assertTrue(end.startsWith("request:fail "), end);
      } else {
        assertEquals(Set.of("https://good.com"), reached);
        assertEquals("good.com", run.lab.requests().getFirst().host());
      }
      assertEquals(List.of(), run.errors());
    }
  }

  @ParameterizedTest // DOM-14
  @ValueSource(
      strings = {
        "http://evil.com\\t.good.com/",
        "http://good.com%40evil.com/",
        "http://evil%2ecom/",
        "http://good.com\\n@evil.com/",
        "http://good.com:99999/",
        "http://[::1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://a b/",
        "http://xn--/",
        "http://[fe80::1%25eth0]/",
        "http://[127.0.0.1]/",
        "http://-/",
        "http://%/",
        "http://a_b.invalid/",
      })
  void evenWithoutUrlCheckAUrlThatReadersDisputeFailsAndDoesNotThrow(String url) throws Exception {
    try (TestRun run = trap().set("project.setting.urlCheck=false")) {
      run.start();
      String end = run.request("url: '" + url + "', timeout: 5000");
      assertTrue(end.startsWith("request:fail "), end);
      assertTrue(!end.contains("internal error"), end);
      assertEquals(0, run.lab.acceptedConnections());
      assertEquals(List.of(), run.errors());
    }
  }
}
