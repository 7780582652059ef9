package minihost.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import minihost.config.DomainEntry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://a.com                | https | a.com              | -1",
        "https://a.com/p?q#f          | https | a.com              | -1",
        "HTTPS://A.Com/               | https | a.com              | -1",
        "http://a.com:80/             | http  | a.com              | 80",
        "https://a.com:/              | https | a.com              | -1",
        "https://a.com:443?q          | https | a.com              | 443",
        "https://a.com:65535/         | https | a.com              | 65535",
        "https://a.com:0443/          | https | a.com              | 443",
        "https://user@a.com/          | https | a.com              | -1",
        "https://b.com:1@a.com:2/     | https | a.com              | 2",
        "https://b.com@c.com@a.com/   | https | a.com              | -1",
        "https://a.com\\@b.com/       | https | a.com              | -1",
        "https:\\\\a.com\\p           | https | a.com              | -1",
        "https://a.com?@b.com         | https | a.com              | -1",
        "https://a.com#@b.com         | https | a.com              | -1",
        "http://[::1]:80/             | http  | ::1                | 80",
        "http://[FE80::1]/            | http  | fe80::1            | -1",
        "https://例子.com/             | https | xn--fsqu00a.com    | -1",
        "https://ＡＢ.com/             | https | ab.com             | -1",
        "https://a。com/              | https | a.com              | -1",
        "https://a.com./              | https | a.com.             | -1",
        "https://%61.com/             | https | %61.com            | -1",
      })
  void aUrlLeadsTo(String url, String scheme, String host, int port) {
    assertEquals(new Target(url, scheme, host, port), Target.parse(url).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.com",
        "/path",
        "//a.com",
        "https:",
        "https:/a.com",
        "https://",
        "https:///a.com",
        "https://:80/",
        "https://user@/",
        "https:// /",
        "https://a.com:0/",
        "https://a.com:65536/",
        "https://a.com:99999999999/",
        "https://a.com:80a/",
        "https://a.com:-1/",
        "https://[::1/",
        "https://[",
        "https://[ab/",
        "https://[a]b/",
        "https://[a]b]/",
        "https://a.com:1:2/",
        "1https://a.com/",
        "https://a..com/",
        "https://xn--\u0080/"
      })
  void aUrlWithoutAHostOrWithANonsensicalPortLeadsNowhere(String url) {
    assertTrue(Target.parse(url).isEmpty(), () -> "" + Target.parse(url));
  }

  @ParameterizedTest
  @CsvSource({
    "a.com,           false, false",
    "1.a.com,         false, false",
    "1.2.3.4,         true,  false",
    "127.1,           true,  true",
    "1.2.3,           true,  true",
    "0177.0.0.1,      true,  true",
    "2130706433,      true,  true",
    "0x7f.1,          true,  true",
    "0x7f000001,      true,  true",
    "1.2.3.4.,        true,  true",
    "256.1.1.1,       true,  true",
    "a.0x1,           true,  true",
    "'::1',           true,  false",
    "0xa.com,         false, false",
  })
  void anAddressIsKnownInEverySpelling(String host, boolean literal, boolean disputed) {
    Target target = new Target("http://" + host, "http", host, DomainEntry.NO_PORT);
    assertEquals(literal, target.isIpLiteral());
    assertEquals(disputed, target.isDisputed());
  }

  /** URLs are put together from pieces that matter to either reading. */
  @RepeatedTest(20)
  void bothReadingsOfAUrlAgree(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] pieces = {
      "https",
      "http",
      "wss",
      "HTTP",
      "1",
      "+",
      "://",
      ":/",
      ":",
      "/",
      "\\",
      "a.com",
      "a",
      "com",
      ".",
      "-",
      "_",
      "xn--a",
      "b".repeat(63),
      "c".repeat(64),
      ":0",
      ":80",
      ":65535",
      ":65536",
      ":123456",
      "0080",
      "@",
      "[",
      "]",
      "::1",
      "1.2.3.4",
      "0x7f",
      "?",
      "#",
      " ",
      "\n",
      "例",
      "。",
      "A",
      "%61",
      "&"
    };
    int usual = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder url = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://");
      for (int n = random.nextInt(7); n > 0; n--) url.append(pieces[random.nextInt(pieces.length)]);
      Optional<Target> quick = Target.usual(url.toString());
      if (quick.isEmpty()) continue;
      usual++;
      assertEquals(Target.any(url.toString()), quick, url::toString);
    }
    assertTrue(usual > 1_000, "only " + usual + " were of the usual sort");
  }
}
