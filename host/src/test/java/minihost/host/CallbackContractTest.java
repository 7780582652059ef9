package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 28 and 30, CB-1 to CB-6, and the RequestTask (1.7). */
class CallbackContractTest {
  private static final String QUICK = "url: 'https://api.example.com/quick'";
  private static final String HELD = "url: 'https://api.example.com/held'";
  private static final String ALL =
      """
      const first = []
      const log = (name) => (r) => { first.push(r); console.log(name, r.errMsg, r === first[0], 'errno' in r) }
      const callbacks = { success: log('success'), fail: log('fail'), complete: log('complete') }
      """;

  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = new TestRun();
    run.lab.on("GET /quick", Answer.json("1"));
    run.lab.on("GET /held", Answer.json("2").after(gate));
    run.file("app.js", "App({ onError(e) { console.log('onError', e.split('\\n')[0]) } })");
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  @Test // row 28, CB-1, ERR-1
  void successThenCompleteGetTheSameObject() throws Exception {
    run.eval(ALL + "void wx.request({ ...callbacks, " + QUICK + " })");
    run.assertLog("success request:ok true false", "complete request:ok true false");
  }

  @Test // row 28, CB-1, ERR-4, ERR-2
  void failThenCompleteGetTheSameObject() throws Exception {
    run.eval(ALL + "void wx.request({ ...callbacks, url: 'https://not.listed/' })");
    run.assertLog(
        "fail request:fail url not in domain list true true",
        "complete request:fail url not in domain list true true");
  }

  @Test // CB-4
  void callbacksComeAfterTheTaskHasBeenReturned() throws Exception {
    run.eval(
        "wx.request({ url: 'https://not.listed/', fail: () => console.log('fail') });"
            + " console.log('returned')");
    run.assertLog("returned", "fail");
  }

  @Test // row 30, PRM-3
  void withoutCallbacksATaskComesBackAndNoPromise() throws Exception {
    run.eval(
        """
        const task = wx.request({ url: 'https://api.example.com/quick' })
        console.log(typeof task, task.then, task instanceof Promise, Object.keys(task).sort().join())
        const same = await task
        console.log(same === task)
        """);
    run.assertLog(
        "object undefined false"
            + " abort,offChunkReceived,offHeadersReceived,onChunkReceived,onHeadersReceived",
        "true");
  }

  @Test // CB-2
  void aCallbackThatThrowsIsReportedAndCompleteStillRuns() throws Exception {
    run.eval(
        "void wx.request({ "
            + QUICK
            + ", success() { throw new Error('mine') }, complete() { console.log('complete') } })");
    assertTrue(run.log().contains("complete"), () -> "" + run.log());
    assertTrue(run.log().stream().anyMatch(l -> l.startsWith("onError") && l.contains("mine")));
    assertEquals(1, run.errors().size());
    run.eval("void wx.request({ " + QUICK + ", complete() { console.log('again') } })");
    assertEquals("again", run.log().getLast());
  }

  @Test // CB-2, CB-3
  void aFailThatThrowsInsideTheCallDoesNotThrowOutOfIt() throws Exception {
    run.eval(
        "void wx.request({ url: 1, fail() { throw new Error('mine') }, complete() {"
            + " console.log('complete') } }); console.log('after')");
    assertTrue(run.log().containsAll(List.of("complete", "after")), () -> "" + run.log());
    assertEquals(1, run.errors().size());
  }

  @Test // E9, CB-6
  void abortingARunningCallFailsItOnce() throws Exception {
    run.begin("", HELD + ", complete: () => console.log('complete')");
    run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
    run.script("task.abort(); task.abort(); console.log('aborted')");
    run.settle();
    gate.complete(null);
    run.script("task.abort()").settle();
    run.assertLog("aborted", "request:fail abort no errno", "complete");
  }

  @Test // E9
  void abortingRightAfterTheCallFailsIt() throws Exception {
    run.begin("", QUICK).script("task.abort()").settle();
    assertEquals(1, run.log().size());
    run.eval("wx.request({ " + QUICK + ", fail: r => console.log(r.errMsg) }).abort()");
    assertEquals("request:fail abort", run.log().getLast());
  }

  @Test // 1.7
  void abortingAnEndedCallDoesNothing() throws Exception {
    run.request(QUICK);
    run.eval("task.abort()").assertLog("ok 200 1");
  }

  @Test // 1.7: the methods work without their object
  void theTasksMethodsMayBeTakenOff() throws Exception {
    run.eval(
        "const { abort, onHeadersReceived } = wx.request({ "
            + HELD
            + ", fail: r => console.log(r.errMsg) }); onHeadersReceived(() => {}); abort()");
    run.assertLog("request:fail abort");
  }

  @Test // 1.7, TASK-2, CHK-4
  void headersArriveBeforeSuccessAndEveryListenerHearsThem() throws Exception {
    run.lab.on(
        "GET /quick", Answer.json("1").status(201).header("X-A", "b").header("Set-Cookie", "c=d"));
    run.begin("", QUICK);
    run.eval("undefined").assertLog("ok 201 1");
    run.eval(
        """
        const task = wx.request({ url: 'https://api.example.com/quick', success: () => console.log('success') })
        const off = () => console.log('never')
        task.onHeadersReceived(h => console.log(Object.keys(h).sort().join(), h.statusCode, h.header['X-A'], h.cookies))
        task.onHeadersReceived(off)
        task.onHeadersReceived(() => { throw new Error('listener') })
        task.onHeadersReceived(() => console.log('last'))
        task.offHeadersReceived(off)
        task.offHeadersReceived(() => {})
        task.onHeadersReceived('no function')
        task.onChunkReceived(() => console.log('chunk'))
        undefined
        """);
    assertTrue(
        run.log()
            .containsAll(List.of("cookies,header,statusCode 201 b [ 'c=d' ]", "last", "success")),
        () -> "" + run.log());
    assertTrue(run.log().indexOf("last") < run.log().indexOf("success"));
    assertTrue(!run.log().contains("never") && !run.log().contains("chunk"));
    assertEquals(1, run.errors().size());
  }

  @Test // 1.7
  void offWithoutAListenerTakesAllOfThemOff() throws Exception {
    run.eval(
        "const task = wx.request({ "
            + QUICK
            + " }); task.onHeadersReceived(() => console.log('never')); task.offHeadersReceived()");
    run.assertLog();
  }

  @Test // CB-6, CB-1
  void aCallThatHasTimedOutIsNotEndedAgainByItsAnswer() throws Exception {
    run.begin("", HELD + ", timeout: 50");
    run.lab.awaitRequest("GET /held", Duration.ofSeconds(20));
    run.advance(50).settle();
    gate.complete(null);
    run.eval("undefined").assertLog("request:fail timeout 5");
  }

  @Test // a program may call again from its own callback
  void callsMayBeNested() throws Exception {
    run.eval(
        "void wx.request({ "
            + QUICK
            + ", success: () => wx.request({ "
            + QUICK
            + ", success: r => console.log('inner', r.data) }) })");
    run.assertLog("inner 1");
    assertEquals(2, run.lab.requests().size());
  }

  @Test
  void aRunThatIsClosedWithCallsInFlightLeavesNothing() throws Exception {
    run.lab.on("GET /stall", Answer.fault(Fault.STALL));
    for (int i = 0; i < 20; i++) run.begin("", "url: 'https://api.example.com/stall'");
    run.lab.awaitRequests("GET /stall", 10, Duration.ofSeconds(20));
    run.closeWithCallsInFlight();
  }
}
