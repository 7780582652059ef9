package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import minihost.config.ConfigProblems;
import minihost.config.OriginFault;
import minihost.config.Overrides;
import minihost.config.SettingsLoader;
import minihost.journal.Event;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The domain list, with a lab that would answer whatever was let through. */
class DomainListTest {
  private static final String UNLISTED = "request:fail url not in domain list 600002";

  private static TestRun listing(String entries) throws Exception {
    TestRun run = new TestRun().set("domains.requestdomain=" + entries);
    run.lab.on("GET /*", Answer.json("1"));
    run.lab.https("https://a.com");
    return run;
  }

  @Test // row 1, DOM-5, E6
  void anEntryWithoutAPortAdmitsNoPortNotEvenTheDefaultOne() throws Exception {
    try (TestRun run = listing("[\"https://a.com\"]")) {
      run.start();
      assertEquals(UNLISTED, run.request("url: 'https://a.com:443/'"));
      assertEquals(0, run.lab.acceptedConnections());
      assertEquals("ok 200 1", run.request("url: 'https://a.com/'"));
    }
  }

  @Test // row 2, DOM-4, E6
  void anEntryWithAPortAdmitsOnlyThatPort() throws Exception {
    try (TestRun run = listing("[\"https://a.com:8080\"]")) {
      run.lab.https("https://a.com:8080");
      run.lab.https("https://a.com:9091");
      run.start();
      assertEquals(UNLISTED, run.request("url: 'https://a.com/'"));
      assertEquals(UNLISTED, run.request("url: 'https://a.com:9091/'"));
      assertEquals(0, run.lab.acceptedConnections());
      assertEquals("ok 200 1", run.request("url: 'https://a.com:8080/'"));
      assertEquals(1, run.lab.origin("https://a.com:8080").acceptedConnections());
    }
  }

  @Test // row 4, DOM-7, E6
  void anEntryCoversNoOtherNameAndEveryCaseOfItsOwn() throws Exception {
    try (TestRun run = listing("[\"https://a.com\"]")) {
      run.lab.https("https://b.a.com");
      run.lab.https("https://com");
      run.start();
      assertEquals(UNLISTED, run.request("url: 'https://b.a.com/'"));
      assertEquals(UNLISTED, run.request("url: 'https://com/'"));
      assertEquals(0, run.lab.acceptedConnections());
      assertEquals("ok 200 1", run.request("url: 'https://A.COM/'"));
      assertEquals("ok 200 1", run.request("url: 'HTTPS://a.Com/path?q#f'"));
    }
  }

  @Test // DOM-2
  void aListedNameIsNotReachedOverPlainHttp() throws Exception {
    try (TestRun run = listing("[\"https://a.com\"]")) {
      int port = run.lab.plainHttp("127.0.0.1", 0).port();
      run.set("hosts.a.com:80=127.0.0.1:" + port).start();
      assertEquals(UNLISTED, run.request("url: 'http://a.com/'"));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // row 6, DOM-10
  void theApiOfWeChatItselfCannotBeListed() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set("domains.requestdomain=[\"https://api.weixin.qq.com\"]");
      Overrides overrides = run.overrides();
      assertThrows(ConfigProblems.class, () -> SettingsLoader.load(run.folder(), overrides));
    }
  }

  @Test // row 6, DOM-10
  void theApiOfWeChatItselfCannotBeCalled() throws Exception {
    try (TestRun run = listing("[\"https://a.com\"]")) {
      run.lab.https("https://api.weixin.qq.com");
      run.start();
      String url = "url: 'https://api.weixin.qq.com/sns/jscode2session'";
      assertEquals(UNLISTED, run.request(url));
      assertEquals(0, run.lab.acceptedConnections());
      assertEquals("refused WEIXIN_API", run.decisions().getLast());
    }
  }

  @Test // row 8, DOM-14
  void withoutUrlCheckAnyNameAnyCertificateAndPlainHttpDo() throws Exception {
    try (TestRun run = listing("[]").set("project.setting.urlCheck=false")) {
      int plain = run.lab.plainHttp("127.0.0.1", 0).port();
      run.lab.https("https://b.com", OriginFault.SELF_SIGNED);
      run.start();
      assertEquals("ok 200 1", run.request("url: 'https://b.com/'"));
      assertEquals("ok 200 1", run.request("url: 'http://127.0.0.1:" + plain + "/'"));
      assertEquals("ok 200 1", run.request("url: 'https://a.com:443/'"));
      assertEquals(
          List.of("URL_CHECK_OFF"),
          run.events(Event.Note.class).stream().map(n -> n.reason().code().name()).toList());
    }
  }

  @Test // row 8, DOM-14
  void withoutUrlCheckTheOtherRulesStillHold() throws Exception {
    try (TestRun run = listing("[]").set("project.setting.urlCheck=false")) {
      run.start();
      assertEquals(
          "request:fail invalid url \"ftp://a.com/\" 600009", run.request("url: 'ftp://a.com/'"));
      run.host().background();
      assertEquals("request:fail interrupted 600003", run.request("url: 'https://a.com/'"));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // DOM-1
  void withoutAnyFileNothingIsListedAndTheRefusalSaysWhatToWriteWhere() throws Exception {
    try (TestRun run = new TestRun().without("minihost.json")) {
      run.start();
      assertEquals(UNLISTED, run.request("url: 'https://api.example.com/feed'"));
      assertEquals(0, run.lab.acceptedConnections());
      String fix = run.refusal().fix();
      assertEquals(
          "add \"https://api.example.com\" to domains.requestdomain in minihost.json, and to the"
              + " mini program's admin console",
          fix);
    }
  }

  @ParameterizedTest // DOM-1
  @ValueSource(
      strings = {
        "uploaddomain=[\"https://a.com\"]",
        "downloaddomain=[\"https://a.com\"]",
        "wsrequestdomain=[\"wss://a.com\"]",
        "udpdomain=[\"udp://a.com\"]",
        "tcpdomain=[\"tcp://a.com\"]",
        "webviewdomain=[\"https://a.com\"]",
        "prefetchdnsdomain=[\"a.com\"]",
      })
  void anEntryOfAnotherListGivesARequestNothing(String list) throws Exception {
    try (TestRun run = listing("[]").set("domains." + list)) {
      run.start();
      assertEquals(UNLISTED, run.request("url: 'https://a.com/'"));
      assertEquals(0, run.lab.acceptedConnections());
    }
  }
}
