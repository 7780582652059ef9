package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 15, TMO-1 to TMO-5. */
class TimeoutTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String STALL = "url: 'https://api.example.com/stall'";

  private static TestRun stalling(String appTimeout) throws Exception {
    TestRun run = new TestRun();
    run.lab.on("* /stall", Answer.fault(Fault.STALL));
    run.lab.on("GET /slow", Answer.json("[1,2,3,4]").slow(1));
    if (!appTimeout.isEmpty())
      run.file(
          "app.json",
          "{\"pages\":[\"pages/index/index\"],\"networkTimeout\":{\"request\":"
              + appTimeout
              + "}}");
    return run;
  }

  @ParameterizedTest // row 15, TMO-1 to TMO-3, E8
  @CsvSource({
    "300, '',                  300", // TMO-1
    "300, 'timeout: 100',      100", // TMO-2
    "300, 'timeout: 500',      500",
    "300, 'timeout: 0',        300",
    "300, 'timeout: -5',       300",
    "300, 'timeout: NaN',      300",
    "300, 'timeout: \"100\"',  300",
    "300, 'timeout: null',     300",
    "'',  '',                  60000",
    "'',  'timeout: 90000',    60000", // TMO-3
    "'',  'timeout: Infinity', 60000",
    "90000, '',                60000",
    "300, 'timeout: 0.4',      1",
  })
  void theCallSaysHowLongElseAppJsonElseSixtySeconds(String app, String call, int expected)
      throws Exception {
    try (TestRun run = stalling(app)) {
      run.start();
      run.begin("", STALL + (call.isEmpty() ? "" : ", " + call));
      run.lab.awaitRequest("GET /stall", LONG);
      run.advance(expected - 1);
      run.assertLog();
      run.advance(1).settle();
      run.assertLog("request:fail timeout 5");
      assertEquals(expected, run.events(Event.CallEnded.class).getFirst().tookMs());
    }
  }

  @Test // TMO-3
  void theMaximumIsASetting() throws Exception {
    try (TestRun run = stalling("").set("limits.maxTimeoutMs=120000")) {
      run.start();
      run.begin("", STALL + ", timeout: 100000");
      run.lab.awaitRequest("GET /stall", LONG);
      run.advance(99_999).assertLog();
      run.advance(1).settle().assertLog("request:fail timeout 5");
    }
  }

  @Test // TMO-4
  void theTimeCoversTheWholeAnswerNotOnlyItsHead() throws Exception {
    try (TestRun run = stalling("")) {
      run.start();
      run.begin("", "url: 'https://api.example.com/slow', timeout: 100");
      run.script("task.onHeadersReceived(() => console.log('head'))");
      run.awaitLog(1);
      run.advance(100).settle().assertLog("head", "request:fail timeout 5");
    }
  }

  @Test // TMO-5, E8
  void inRealTimeACallFailsAfterItsTimeout() throws Exception {
    try (TestRun run = stalling("").inRealTime()) {
      run.start();
      assertEquals("request:fail timeout 5", run.request(STALL + ", timeout: 200"));
      long took = run.events(Event.CallEnded.class).getFirst().tookMs();
      assertTrue(took >= 200 && took < 2_000, () -> took + " ms");
    }
  }

  @Test // RDR-1, TMO-4
  void theHopsOfARedirectShareOneTimeout() throws Exception {
    try (TestRun run = stalling("")) {
      run.lab.on("GET /hop", Answer.redirect("/stall"));
      run.start();
      run.begin("", "url: 'https://api.example.com/hop', timeout: 100");
      run.lab.awaitRequest("GET /stall", LONG);
      run.advance(100).settle().assertLog("request:fail timeout 5");
    }
  }
}
