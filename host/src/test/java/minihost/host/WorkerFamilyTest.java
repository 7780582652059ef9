package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.SocketScript;
import org.junit.jupiter.api.Test;

/** wx.createWorker: a world and a thread of its own, one at a time. */
class WorkerFamilyTest {
  private static TestRun worker(String code) throws Exception {
    return new TestRun()
        .file("app.json", "{\"pages\":[\"pages/index/index\"],\"workers\":\"workers\"}")
        .file("workers/lib.js", "exports.double = n => n * 2")
        .file("workers/w/index.js", code);
  }

  private static final String CREATE =
      """
      const w = globalThis.w = wx.createWorker('workers/w/index.js');
      w.onMessage(m => console.log('got', m));
      """;

  @Test
  void messagesGoBothWaysAsCopies() throws Exception {
    String echo =
        "worker.onMessage(m => { m.list.push(require('../lib').double(4)); worker.postMessage(m)"
            + " })";
    try (TestRun run = worker(echo)) {
      run.onLoad(
          CREATE
              + """
              const message = {list: [1], gone: undefined, f() {}, day: new Date(0), n: null};
              w.postMessage(message); console.log('still', message.list)
              """);
      run.run()
          .assertLog(
              "still [ 1 ]", "got { list: [ 1, 8 ], day: '1970-01-01T00:00:00.000Z', n: null }");
    }
  }

  @Test
  void aMessageMayBeNullOrFalse() throws Exception {
    try (TestRun run = worker("worker.onMessage(m => worker.postMessage(m))")) {
      run.onLoad(CREATE + "w.postMessage(null); w.postMessage(false)");
      run.run().assertLog("got null", "got false");
    }
  }

  @Test
  void buffersAndTheirViewsAreCopied() throws Exception {
    String echo =
        """
        worker.onMessage(({buffer, view}) => {
          new Uint8Array(buffer)[0] = 9;
          worker.postMessage({buffer, same: buffer instanceof ArrayBuffer, floats: view instanceof Float32Array && view[1]})
        })
        """;
    try (TestRun run = worker(echo)) {
      run.onLoad(
          """
          const w = wx.createWorker('workers/w/index.js'), buffer = new Uint8Array([1, 2]).buffer;
          w.onMessage(m => console.log(new Uint8Array(m.buffer)[0], new Uint8Array(buffer)[0], m.same, m.floats));
          w.postMessage({buffer, view: new Float32Array([0, 1.5])})
          """);
      run.run().assertLog("9 1 true 1.5");
    }
  }

  @Test
  void aWorldOfItsOwnHasNoPagesAndOfWxTheNetwork() throws Exception {
    String facts =
        """
        worker.postMessage([typeof App, typeof Page, typeof getApp, typeof shared, Object.keys(wx).includes('request'),
          typeof wx.showToast, worker.env.USER_DATA_PATH, typeof window, typeof self].join())
        """;
    try (TestRun run = worker(facts)) {
      run.file("app.js", "globalThis.shared = 1; App({})").onLoad(CREATE);
      run.run()
          .assertLog(
              "got undefined,undefined,undefined,undefined,true,undefined,wxfile://usr,undefined,undefined");
    }
  }

  @Test
  void requestsOfAWorkerGoUnderTheRulesAndIntoTheJournal() throws Exception {
    String code =
        """
        wx.request({url: 'https://api.example.com/a', success: r => worker.postMessage(r.data)});
        wx.request({url: 'https://other.example.com/a', fail: r => worker.postMessage(r.errMsg)})
        """;
    try (TestRun run = worker(code)) {
      run.lab.on("GET /a", Answer.text("answer"));
      run.onLoad(CREATE).run();
      assertTrue(run.log().contains("got answer"), run.log()::toString);
      assertTrue(
          run.log().contains("got request:fail url not in domain list"), run.log()::toString);
      List<Event.CallStarted> calls =
          run.events(Event.CallStarted.class).stream()
              .filter(call -> call.api().equals("request"))
              .toList();
      assertEquals(List.of(1_000_001, 1_000_002), calls.stream().map(c -> c.call()).toList());
    }
  }

  @Test
  void aWorkerMayHaveASocket() throws Exception {
    String code =
        """
        const s = wx.connectSocket({url: 'wss://api.example.com/s'});
        s.onOpen(() => s.send({data: 'ping'})); s.onMessage(m => { worker.postMessage(m.data); s.close() })
        """;
    try (TestRun run = worker(code)) {
      run.lab.on("GET /s", Answer.webSocket(SocketScript.ECHO));
      run.file("minihost.json", "{\"domains\":{\"wsrequestdomain\":[\"wss://api.example.com\"]}}");
      run.onLoad(CREATE).start();
      run.awaitLog(1).settle().assertLog("got ping");
    }
  }

  @Test
  void itRequiresFilesOfTheWorkersFolderOnly() throws Exception {
    String code = "try { require('../../app.js') } catch (e) { worker.postMessage(e.message) }";
    try (TestRun run = worker(code)) {
      run.onLoad(CREATE);
      run.run().assertLog("got module 'app.js' is not defined, require args is '../../app.js'");
    }
  }

  @Test
  void anErrorOfAWorkerIsReportedWithItsPlaceAndToldToItsListeners() throws Exception {
    try (TestRun run = worker("\n\nrequire('./utils')")) {
      run.onLoad(CREATE + "w.onError(e => console.log('error', e.error.message))");
      run.run()
          .assertLog(
              "error Error: module 'workers/w/utils.js' is not defined, require args is './utils'");
      assertEquals(
          "workers/w/index.js:3:1", run.events(Event.ScriptError.class).getFirst().where());
    }
  }

  @Test
  void oneAtATimeUntilItIsTerminated() throws Exception {
    try (TestRun run = worker("worker.onMessage(m => worker.postMessage(m))")) {
      run.onLoad(
          CREATE
              + """
              try { wx.createWorker('workers/w/index.js') } catch (e) { console.log(e.message) }
              w.terminate(); w.postMessage('lost');
              const next = wx.createWorker('workers/w/index.js');
              next.onMessage(m => console.log('next', m)); next.postMessage({n: 1})
              """);
      run.run().assertLog("exceed max concurrent worker limit", "next { n: 1 }");
    }
  }

  @Test
  void aWrongPathThrows() throws Exception {
    try (TestRun run = worker("")) {
      run.onLoad(
          "for (const path of ['workers/gone.js', 'app.js', 7]) try { wx.createWorker(path) }"
              + " catch (e) { console.log(e.message) }");
      run.run()
          .assertLog(
              "can not find worker script workers/gone.js",
              "can not find worker script app.js",
              "createWorker:fail parameter error: parameter should be String instead of Number;");
    }
  }

  @Test
  void theTimeOfAWorkerIsThatOfTheProgram() throws Exception {
    String code =
        """
        const begun = Date.now();
        setTimeout(() => worker.postMessage('hour ' + (Date.now() - begun)), 3600000)
        """;
    try (TestRun run = worker(code)) {
      run.onLoad(
          CREATE
              + "setTimeout(() => console.log('first'), 3599999);"
              + "setTimeout(() => console.log('last'), 3600001)");
      run.start();
      run.awaitLog(3).assertLog("first", "got hour 3600000", "last");
    }
  }

  @Test
  void aSuspendedProgramsWorkerIsSuspendedToo() throws Exception {
    try (TestRun run = worker("setTimeout(() => worker.postMessage('late'), 20000)")) {
      run.file("app.js", "App({ onHide() {" + CREATE + "} })").start();
      run.host().background();
      run.advance(60_000).assertLog();
      assertEquals("suspended", run.host().status().state());
      run.host().foreground();
      run.awaitLog(1).assertLog("got late");
    }
  }

  @Test
  void virtualTimeWaitsForAWorkerThatComputes() throws Exception {
    String code =
        "worker.onMessage(() => { let n = 0; for (let i = 0; i < 2e6; i++) n += i % 7;"
            + " worker.postMessage('done') })";
    try (TestRun run = worker(code)) {
      run.onLoad(
          CREATE + "w.postMessage({}); setTimeout(() => console.log('a minute later'), 60000)");
      run.start();
      run.awaitLog(2).assertLog("got done", "a minute later");
    }
  }

  @Test
  void aWorkerThatNeverReturnsEndsWithTheRun() throws Exception {
    try (TestRun run = worker("for (;;);")) {
      run.onLoad(CREATE + "console.log('goes on')").start();
      run.assertLog("goes on");
      run.closeWithCallsInFlight();
    }
  }

  @Test
  void anExperimentalWorkerMayBeKilled() throws Exception {
    try (TestRun run = worker("worker.onMessage(() => worker.testOnProcessKilled())")) {
      run.onLoad(
          """
          const w = wx.createWorker('workers/w/index.js', {useExperimentalWorker: true});
          w.onProcessKilled(() => { console.log('killed'); wx.createWorker('workers/w/index.js') });
          w.postMessage({})
          """);
      run.run().assertLog("killed");
      assertEquals(List.of(), run.errors());
    }
  }
}
