package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import minihost.journal.Event;
import minihost.policy.Gate;
import org.junit.jupiter.api.Test;

/** The pages that a web-view may show (sheet 4.3). */
class WebViewTest {
  @Test // 4.3
  void whatWasAskedIsInTheJournalAndOpensNothing() throws Exception {
    try (TestRun run = new TestRun().set("domains.webviewdomain=[\"https://example.com\"]")) {
      run.start();
      assertTrue(run.host().webView("https://www.example.com/help").allowed());
      assertFalse(run.host().webView("https://example.org/").allowed());
      var decided = run.events(Event.Decided.class);
      assertEquals(2, decided.size());
      assertEquals(Gate.NO_CALL, decided.getFirst().call());
      assertEquals("refused WEB_VIEW_DOMAIN", run.decisions().getLast());
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // 4.3, DOM-1
  void itsListIsNoneOfRequestsAndTheirListIsNoneOfIts() throws Exception {
    try (TestRun run = new TestRun().set("domains.webviewdomain=[\"https://a.com\"]")) {
      run.lab.https("https://a.com");
      run.start();
      assertEquals(
          "request:fail url not in domain list 600002", run.request("url: 'https://a.com/'"));
      assertEquals(0, run.lab.acceptedConnections());
      assertFalse(run.host().webView("https://api.example.com/").allowed());
    }
  }
}
