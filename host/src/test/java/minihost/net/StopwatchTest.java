package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sheet 1.6: no moment lies before the one it follows, whatever happened on the way. */
class StopwatchTest {
  private final AtomicLong clock = new AtomicLong(1_000);
  private final Stopwatch watch =
      new Stopwatch(clock::getAndIncrement, Redirects.Trail.START, _ -> false);

  private static void assertInOrder(Profile p) {
    List<Long> moments =
        List.of(
            p.fetchStart(),
            p.domainLookUpStart(),
            p.domainLookUpEnd(),
            p.connectStart(),
            p.sslStart(),
            p.sslEnd(),
            p.connectEnd(),
            p.requestStart(),
            p.requestEnd(),
            p.responseStart(),
            p.responseEnd());
    assertEquals(moments.stream().sorted().toList(), moments);
  }

  @Test
  void aReusedConnectionHasNoLookUpAndNoConnect() {
    watch.requestHeadersStart(null);
    watch.responseHeadersStart(null);
    watch.responseBodyEnd(null, 5);
    Profile p = watch.profile();
    assertInOrder(p);
    assertTrue(p.socketReused());
    assertEquals(p.fetchStart(), p.connectEnd());
  }

  @Test
  void aSecondAddressTriedAfterTheFirstFailed() {
    watch.dnsStart(null, "a");
    watch.dnsEnd(null, "a", List.of());
    watch.connectStart(null, null, null);
    watch.secureConnectStart(null);
    watch.connectFailed(null, null, null, null, new IOException());
    watch.connectStart(null, null, null);
    watch.connectEnd(null, null, null, null);
    watch.requestHeadersStart(null);
    watch.responseHeadersStart(null);
    Profile p = watch.profile();
    assertInOrder(p);
    assertFalse(p.socketReused());
  }

  @Test
  void anExchangeTriedAgainAfterAnOldConnectionHadDied() {
    watch.requestHeadersStart(null);
    watch.dnsStart(null, "a");
    watch.dnsEnd(null, "a", List.of());
    watch.connectStart(null, null, null);
    watch.connectEnd(null, null, null, null);
    watch.requestHeadersStart(null);
    watch.responseHeadersStart(null);
    assertInOrder(watch.profile());
  }

  @Test
  void nothingAtAll() {
    assertInOrder(watch.profile());
  }
}
