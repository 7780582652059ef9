package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeout, background and concurrency of wx.cloud.callContainer (CLD-5). */
class CloudTimeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String INTERRUPTED = "cloud.callContainer:fail interrupted -1 600003";

  private static CloudRun stalling(String... sets) throws Exception {
    CloudRun cloud = new CloudRun(sets);
    cloud.run.lab.on("GET /stall", Answer.fault(Fault.STALL));
    return cloud;
  }

  @ParameterizedTest // CLD-5, TMO-2, TMO-3
  @CsvSource({
    "'',               15000",
    "'timeout: 300',   300",
    "'timeout: 0',     15000",
    "'timeout: 90000', 60000",
  })
  void itFailsWhenItsTimeIsOver(String option, int ms) throws Exception {
    try (CloudRun cloud = stalling().initialised()) {
      cloud.begin("path: '/stall', " + option);
      cloud.run.lab.awaitRequest("GET /stall", LONG);
      cloud.run.advance(ms - 1).assertLog();
      cloud.run.advance(1).settle();
      cloud.run.assertLog(
          "cloud.callContainer:fail 102002 request timeout. timeout (options.timeout == "
              + ms
              + ") 102002 ");
    }
  }

  @Test // CLD-5, TMO-5
  void inRealTimeToo() throws Exception {
    try (CloudRun cloud = stalling()) {
      cloud.run.inRealTime();
      cloud.initialised();
      assertTrue(cloud.call("path: '/stall', timeout: 200").contains(" 102002 request timeout. "));
      long took = cloud.run.events(Event.CallEnded.class).getLast().tookMs();
      assertTrue(took >= 200, () -> took + " ms");
    }
  }

  @Test // CLD-5, BG-4
  void inBackgroundItIsRefusedAndNothingGoesOut() throws Exception {
    try (CloudRun cloud = stalling().initialised()) {
      cloud.run.host().background();
      assertEquals(INTERRUPTED, cloud.call("path: '/stall'"));
      assertEquals(0, cloud.run.lab.acceptedConnections());
      assertEquals("refused FOREGROUND", cloud.run.decisions().getLast());
    }
  }

  @Test // CLD-5, BG-3
  void whatIsInFlightIsCutFiveSecondsAfterTheHide() throws Exception {
    try (CloudRun cloud = stalling().initialised()) {
      cloud.begin("path: '/stall'");
      cloud.run.lab.awaitRequest("GET /stall", LONG);
      cloud.run.host().background();
      cloud.run.advance(4_999).assertLog();
      cloud.run.advance(1).settle().assertLog(INTERRUPTED);
    }
  }

  @Test // CLD-5
  void theTenAtATimeOfRequestsAreNotItsLimit() throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    try (CloudRun cloud = new CloudRun("limits.overflow=reject").initialised()) {
      cloud.run.lab.on("GET /held", Answer.json("1").after(gate));
      for (int i = 0; i < 12; i++) cloud.begin("path: '/held'");
      cloud.run.lab.awaitRequests("GET /held", 12, LONG);
      gate.complete(null);
      cloud.run.settle();
      assertEquals(12, cloud.run.log().stream().filter("ok 200 1"::equals).count());
    }
  }
}
