package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;

/** Rows 16 to 18: what is in flight has five seconds, what comes later is refused. */
class BackgroundTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String STALL = "url: 'https://api.example.com/stall'";
  private static final String QUICK = "url: 'https://api.example.com/quick'";
  private static final String INTERRUPTED = "request:fail interrupted 600003";

  private final CompletableFuture<Void> gate = new CompletableFuture<>();

  private TestRun program() throws Exception {
    TestRun run = new TestRun();
    run.lab.on("GET /stall", Answer.fault(Fault.STALL));
    run.lab.on("GET /quick", Answer.json("2"));
    run.lab.on("GET /held", Answer.json("3").after(gate));
    return run;
  }

  private TestRun oneInFlight() throws Exception {
    TestRun run = program();
    run.start();
    return stall(run);
  }

  private static TestRun stall(TestRun run) throws Exception {
    run.begin("slow", STALL);
    run.lab.awaitRequest("GET /stall", LONG);
    return run;
  }

  @Test // row 16, BG-3, acceptance 3, BG-6, E10
  void inVirtualTimeWhatIsInFlightIsCutFiveSecondsAfterTheHide() throws Exception {
    try (TestRun run = oneInFlight()) {
      long began = run.host().status().epochMillis();
      assertTimeout(
          Duration.ofSeconds(4),
          () -> {
            run.host().background();
            run.advance(4_999).assertLog();
            run.advance(1).settle().assertLog("slow: " + INTERRUPTED);
          });
      assertEquals(began + 5_000, run.events(Event.CallEnded.class).getFirst().at());
    }
  }

  @Test // row 16, BG-3, acceptance 3
  void inRealTimeWhatIsInFlightIsCutFiveSecondsAfterTheHide() throws Exception {
    try (TestRun run = program().inRealTime()) {
      run.start();
      stall(run);
      run.host().background();
      long hidden = run.events(Event.Lifecycle.class).getLast().at();
      run.settle().assertLog("slow: " + INTERRUPTED);
      long took = run.events(Event.CallEnded.class).getFirst().at() - hidden;
      // Not sooner; how much later is the machine's affair.
      assertTrue(took >= 4_990 && took < 20_000, () -> took + " ms after the hide");
    }
  }

  @Test // row 16, BG-2
  void aCallThatEndsWithinTheFiveSecondsEndsAsEver() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.begin("held", "url: 'https://api.example.com/held'");
      run.lab.awaitRequest("GET /held", LONG);
      run.host().background();
      run.advance(3_000);
      gate.complete(null);
      run.settle().assertLog("held: ok 200 3");
      run.advance(10_000).settle().assertLog("held: ok 200 3");
    }
  }

  @Test // row 17, BG-1
  void aCallSurvivesThreeSecondsInBackground() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.begin("held", "url: 'https://api.example.com/held'");
      run.lab.awaitRequest("GET /held", LONG);
      run.host().background();
      run.advance(3_000);
      run.host().foreground();
      run.advance(20_000).assertLog();
      gate.complete(null);
      run.settle().assertLog("held: ok 200 3");
    }
  }

  @Test // BG-1
  void eachHideHasFiveSecondsOfItsOwn() throws Exception {
    try (TestRun run = oneInFlight()) {
      run.host().background();
      run.advance(3_000);
      run.host().foreground();
      run.host().background();
      run.advance(4_999).assertLog();
      run.advance(1).settle().assertLog("slow: " + INTERRUPTED);
    }
  }

  @Test // row 18, BG-4, E11
  void aCallInBackgroundIsRefusedFromTheHideToTheNextShow() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.host().background();
      assertEquals(INTERRUPTED, run.request(QUICK));
      run.advance(5_000).settle();
      assertEquals(INTERRUPTED, run.request(QUICK));
      assertEquals(0, run.lab.acceptedConnections());
      run.host().foreground();
      assertEquals("ok 200 2", run.request(QUICK));
    }
  }

  @Test // BG-4
  void withGraceCallsAreAdmittedForFiveSeconds() throws Exception {
    try (TestRun run = program().set("rules.backgroundCalls=grace")) {
      run.start();
      run.host().background();
      run.advance(4_999);
      assertEquals("ok 200 2", run.request(QUICK));
      run.begin("slow", STALL);
      run.lab.awaitRequest("GET /stall", LONG);
      run.advance(1).settle();
      assertEquals("slow: " + INTERRUPTED, run.log().getLast());
      assertEquals(INTERRUPTED, run.request(QUICK));
      assertEquals(1, run.lab.requests("GET /quick").size());
    }
  }

  @Test // BG-7
  void aPinnedProgramIsNeitherInterruptedNorRefused() throws Exception {
    try (TestRun run = program().set("rules.pinned=true")) {
      run.start();
      run.begin("held", "url: 'https://api.example.com/held'");
      run.lab.awaitRequest("GET /held", LONG);
      run.host().background();
      run.advance(60_000 - 1);
      assertEquals(List.of(), run.log());
      run.begin("quick", QUICK);
      gate.complete(null);
      run.settle();
      run.host().foreground();
      run.settle();
      assertTrue(run.log().containsAll(List.of("held: ok 200 3", "quick: ok 200 2")));
    }
  }

  @Test // BG-3
  void callsThatWaitInTheQueueAreCutTooAndNeverGoOut() throws Exception {
    try (TestRun run = program().set("limits.request=2")) {
      run.start();
      run.begin("1", STALL).begin("2", STALL).begin("3", QUICK).begin("4", QUICK);
      run.lab.awaitRequests("GET /stall", 2, LONG);
      run.host().background();
      run.advance(5_000).settle();
      assertEquals(
          List.of(
              "1: " + INTERRUPTED, "2: " + INTERRUPTED, "3: " + INTERRUPTED, "4: " + INTERRUPTED),
          run.log().stream().sorted().toList());
      assertEquals(0, run.lab.requests("GET /quick").size());
      run.host().foreground();
      assertEquals("ok 200 2", run.request(QUICK));
    }
  }

  @Test // BG-4
  void theHideHooksMayStillCallAndTheCallHasFiveSeconds() throws Exception {
    try (TestRun run = program()) {
      run.file(
          "app.js",
          "App({ onHide() { wx.request({ "
              + QUICK
              + ", success: r => console.log('sent', r.data), fail: r => console.log(r.errMsg) }) }"
              + " })");
      run.start();
      run.host().background();
      run.settle().assertLog("sent 2");
    }
  }

  @Test // BG-4
  void aCallMadeInTheFailOfACutCallIsRefusedToo() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.script(
          "void wx.request({ "
              + STALL
              + ", fail: () => wx.request({ "
              + QUICK
              + ", fail: r => console.log('again', r.errMsg) }) })");
      run.lab.awaitRequest("GET /stall", LONG);
      run.host().background();
      run.advance(5_000).settle();
      run.host().foreground();
      run.settle().assertLog("again request:fail interrupted");
      assertEquals(0, run.lab.requests("GET /quick").size());
    }
  }

  @Test // RDR-3, BG-2
  void aRedirectOfACallInFlightIsFollowedInBackground() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("GET /hop", Answer.redirect("/quick").after(gate));
      run.start();
      run.begin("hop", "url: 'https://api.example.com/hop'");
      run.lab.awaitRequest("GET /hop", LONG);
      run.host().background();
      gate.complete(null);
      run.settle().assertLog("hop: ok 200 2");
    }
  }

  @Test // BG-10
  void nothingIsRetriedOnReturn() throws Exception {
    try (TestRun run = oneInFlight()) {
      run.host().background();
      run.advance(6_000).settle();
      run.host().foreground();
      run.settle().assertLog("slow: " + INTERRUPTED);
      assertEquals(1, run.lab.requests().size());
    }
  }

  @Test // BG-11
  void aSuspendedProgramsTimersAreHeldUntilItComesBack() throws Exception {
    try (TestRun run = program()) {
      run.start();
      run.script("wx.onAppHide(() => setTimeout(() => console.log('tick'), 7000))");
      run.host().background();
      run.advance(60_000).assertLog();
      run.host().foreground();
      run.settle().assertLog("tick");
    }
  }

  @Test // BG-3, 9.1
  void aBackgroundModeKeepsScriptsRunningButNotTheNetwork() throws Exception {
    try (TestRun run = program()) {
      run.file(
          "app.json",
          "{\"pages\":[\"pages/index/index\"],\"requiredBackgroundModes\":[\"audio\"]}");
      run.start();
      stall(run);
      run.script("wx.onAppHide(() => setTimeout(() => console.log('tick'), 7000))");
      run.host().background();
      run.advance(7_000).settle().assertLog("slow: " + INTERRUPTED, "tick");
      assertEquals(INTERRUPTED, run.request(QUICK));
    }
  }
}
