package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;

/** Ten requests at a time, and the eleventh waits (CON-1, CON-2). */
class QueueTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String HELD = "url: 'https://api.example.com/held'";
  private static final String QUICK = "url: 'https://api.example.com/quick'";

  private final CompletableFuture<Void> gate = new CompletableFuture<>();

  private TestRun tenHeld() throws Exception {
    TestRun run = new TestRun();
    run.lab.on("GET /held", Answer.json("1").after(gate));
    run.lab.on("GET /quick", Answer.json("2"));
    run.lab.on("GET /stall", Answer.fault(Fault.STALL));
    run.start();
    for (int i = 1; i <= 10; i++) run.begin("" + i, HELD);
    run.lab.awaitRequests("GET /held", 10, LONG);
    return run;
  }

  @Test // row 13, CON-1, CON-2
  void theEleventhStartsWhenOneOfTheTenHasEnded() throws Exception {
    try (TestRun run = tenHeld()) {
      run.begin(
          "11",
          QUICK
              + ", complete: r => console.log('waited', r.profile.queueEnd -"
              + " r.profile.queueStart)");
      assertEquals(1, run.events(Event.CallQueued.class).size());
      assertEquals(0, run.lab.requests("GET /quick").size());
      run.advance(700);
      gate.complete(null);
      run.settle();
      assertEquals(1, run.lab.requests("GET /quick").size());
      assertTrue(
          run.log().containsAll(List.of("10: ok 200 1", "11: ok 200 2", "waited 700")),
          () -> "" + run.log());
    }
  }

  @Test // row 13, profile, CON-1
  void aCallThatDidNotWaitHasNoQueueTime() throws Exception {
    try (TestRun run = tenHeld()) {
      gate.complete(null);
      run.settle();
      run.request(
          QUICK + ", complete: r => console.log(r.profile.queueEnd === r.profile.queueStart)");
      assertEquals("true", run.log().getLast());
    }
  }

  @Test // CON-2
  void thoseThatWaitStartInTheOrderInWhichTheyWereMade() throws Exception {
    try (TestRun run = tenHeld()) {
      for (int i = 1; i <= 5; i++) {
        run.lab.on("GET /late" + i, Answer.json("" + i));
        run.begin("late" + i, "url: 'https://api.example.com/late" + i + "'");
      }
      run.script("wx.request({ url: 'https://api.example.com/stall' }).abort()");
      List<Event.CallStarted> started = run.events(Event.CallStarted.class);
      gate.complete(null);
      run.settle();
      List<Long> decided =
          run.events(Event.Decided.class).stream().map(d -> (long) d.call()).toList();
      assertEquals(started.subList(0, 15).stream().map(s -> (long) s.call()).toList(), decided);
    }
  }

  @Test // row 14, TASK-1
  void abortingAWaitingCallFailsItAtOnceAndItNeverGoesOut() throws Exception {
    try (TestRun run = tenHeld()) {
      run.begin("11", QUICK).script("console.log('before'); task.abort(); console.log('after')");
      run.assertLog("before", "11: request:fail abort no errno", "after");
      gate.complete(null);
      run.settle();
      assertEquals(0, run.lab.requests("GET /quick").size());
    }
  }

  @Test // CB-3, CON-5
  void aCallWithBadArgumentsTakesNoPlace() throws Exception {
    try (TestRun run = tenHeld()) {
      run.begin("bad", "url: 1");
      run.assertLog(
          "bad: request:fail parameter error: parameter.url should be String instead of Number;"
              + " 1001");
      gate.complete(null);
      run.settle();
    }
  }

  @Test // TMO-4
  void theTimeInTheQueueDoesNotCountTowardsTheTimeout() throws Exception {
    try (TestRun run = tenHeld()) {
      run.begin("11", QUICK + ", timeout: 100");
      run.advance(5_000);
      gate.complete(null);
      run.settle();
      assertTrue(run.log().contains("11: ok 200 2"), () -> "" + run.log());
    }
  }

  @Test // CON-7, E17, CON-3, ERR-3
  void withOverflowRejectTheEleventhFailsAtOnce() throws Exception {
    try (TestRun run = new TestRun().set("limits.overflow=reject").set("limits.request=1")) {
      run.lab.on("GET /held", Answer.json("1").after(gate));
      run.start();
      run.begin("1", HELD).begin("2", HELD).script("");
      run.assertLog("2: request:fail fail:network exceed max task count 600007");
      gate.complete(null);
      run.settle();
      assertEquals(1, run.lab.requests().size());
    }
  }

  @Test // CON-5, CON-3, E6
  void aRefusedCallGivesItsPlaceBack() throws Exception {
    try (TestRun run = new TestRun().set("limits.request=1")) {
      run.lab.on("GET /quick", Answer.json("2"));
      run.start();
      run.begin("1", "url: 'https://not.listed/'").begin("2", QUICK).settle();
      run.assertLog("1: request:fail url not in domain list 600002", "2: ok 200 2");
    }
  }
}
