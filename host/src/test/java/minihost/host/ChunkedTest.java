package minihost.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import minihost.journal.Event;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code enableChunked}: an answer that the program gets as it arrives. */
class ChunkedTest {
  private static final String URL = "url: 'http://192.168.1.30/'";
  private PieceByPiece server;
  private TestRun run;

  @BeforeEach
  void prepare() throws Exception {
    server = new PieceByPiece();
    run = new TestRun();
    run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}")
        .set("hosts.192.168.1.30=127.0.0.1:" + server.port());
  }

  @AfterEach
  void close() throws Exception {
    run.close();
    server.close();
  }

  /** Begins a chunked request that logs each chunk's bytes, and answers with a chunked head. */
  private void begin(String options) throws Exception {
    run.begin("", URL + ", enableChunked: true" + options);
    run.script(
        """
        globalThis.seen = []
        task.onHeadersReceived(h => console.log('head', h.statusCode))
        task.onChunkReceived(globalThis.listener = c => console.log('chunk', seen.push(
            ...new Uint8Array(c.data)), Object.prototype.toString.call(c.data)))
        undefined\
        """);
    server.awaitRequest();
    server.chunkedHead();
    run.awaitLog(1);
  }

  @Test // CHK-1, CHK-3
  void chunksComeAsTheyArriveAndACharacterSplitBetweenThemIsWholeInTheEnd() throws Exception {
    run.start();
    byte[] text = "茶🍵".getBytes(UTF_8);
    begin("");
    server.chunk(Arrays.copyOfRange(text, 0, 2));
    run.awaitLog(2);
    server.chunk(Arrays.copyOfRange(text, 2, 5));
    run.awaitLog(3);
    server.chunk(Arrays.copyOfRange(text, 5, 7)).lastChunk();
    run.settle();
    run.assertLog(
        "head 200",
        "chunk 2 [object ArrayBuffer]",
        "chunk 5 [object ArrayBuffer]",
        "chunk 7 [object ArrayBuffer]",
        "ok 200 茶🍵");
  }

  @Test // CHK-3
  void whatTheDataIsInTheEndCanBeChosen() throws Exception {
    run.set("rules.chunkedData=empty").start();
    begin(", complete: r => console.log(r.data === '', r.data.byteLength)");
    server.chunk((byte) '1').lastChunk();
    run.settle();
    assertEquals("true undefined", run.log().getLast());
  }

  @Test // CHK-3
  void aStreamLargerThanABodyMayBeEndsWellWithoutItsData() throws Exception {
    run.set("limits.maxBodyBytes=3").start();
    begin(", responseType: 'arraybuffer', complete: r => console.log(r.data.byteLength)");
    server.chunk(new byte[2]);
    run.awaitLog(2);
    server.chunk(new byte[2]).lastChunk();
    run.settle();
    assertEquals("0", run.log().getLast());
  }

  @Test // CHK-2
  void aStreamThatHasBegunDoesNotTimeOut() throws Exception {
    run.start();
    begin(", timeout: 1000");
    server.chunk((byte) 'a');
    run.awaitLog(2);
    run.advance(120_000);
    server.chunk((byte) 'b').lastChunk();
    run.settle();
    assertEquals("ok 200 ab", run.log().getLast());
  }

  @Test // CHK-2
  void oneThatHasNotBegunDoes() throws Exception {
    run.start();
    begin(", timeout: 1000");
    run.advance(1_000);
    assertEquals("request:fail timeout 5", run.log().getLast());
    assertTrue(server.clientHasGone());
  }

  @Test // CHK-4
  void withoutTheOptionNoChunkIsTold() throws Exception {
    run.start();
    run.begin("", URL);
    run.script("task.onChunkReceived(c => console.log('chunk')); undefined");
    server.awaitRequest();
    server.chunkedHead().chunk((byte) '1').lastChunk();
    run.settle().assertLog("ok 200 1");
  }

  @Test // 1.7
  void listenersCanBeTakenOff() throws Exception {
    run.start();
    begin("");
    run.script("task.onChunkReceived(c => console.log('second')); task.offChunkReceived(listener)");
    server.chunk((byte) '1');
    run.awaitLog(2);
    run.script("task.offChunkReceived()");
    server.chunk((byte) '2').lastChunk();
    run.settle().assertLog("head 200", "second", "ok 200 12");
  }

  @Test // TASK-1, CB-6
  void abortEndsTheStreamAndItsConnection() throws Exception {
    run.start();
    begin("");
    server.chunk((byte) '1');
    run.awaitLog(2);
    run.script("task.abort()").settle();
    assertEquals("request:fail abort no errno", run.log().getLast());
    assertTrue(server.clientHasGone());
  }

  @Test // BG-3
  void aStreamIsCutInBackground() throws Exception {
    run.start();
    begin("");
    server.chunk((byte) '1');
    run.awaitLog(2);
    run.host().background();
    run.advance(5_000).settle();
    run.host().foreground();
    assertEquals("request:fail interrupted 600003", run.log().getLast());
    assertTrue(server.clientHasGone());
  }

  @Test
  void aServerThatNeverStopsFillsNoMemoryWhileTheProgramDoesNotTake() throws Exception {
    run.start();
    begin("");
    run.script(
        "task.offChunkReceived(); task.onChunkReceived(() => { throw new Error('busy') });"
            + " undefined");
    byte[] much = new byte[1 << 16];
    for (int i = 0; i < 200; i++) server.chunk(much);
    run.script("task.abort()").settle();
    assertEquals("request:fail abort no errno", run.log().getLast());
    assertFalse(run.errors().isEmpty());
  }

  @Test
  @Timeout(60)
  void aStreamThatWaitsForItsProgramEndsWithTheRun() throws Exception {
    run.start();
    begin("");
    run.script(
        "task.offChunkReceived(); task.onChunkReceived(() => { console.log('busy'); while (1); });"
            + " undefined");
    for (int i = 0; i < 60; i++) server.chunk(new byte[1_000]);
    while (!run.log().contains("busy")) Thread.onSpinWait();
    run.closeWithCallsInFlight();
  }

  @Test // 1.1
  void chunksComeByHttp11WhateverElseIsAskedFor() throws Exception {
    run.lab.on("GET /", Answer.json("1"));
    run.start();
    String options = "url: 'https://api.example.com/', enableHttp2: true";
    run.begin("", options + ", complete: r => console.log(r.profile.protocol)").settle();
    assertEquals("h2", run.log().getLast());
    run.begin("", options + ", enableChunked: true, complete: r => console.log(r.profile.protocol)")
        .settle();
    assertEquals("http1.1", run.log().getLast());
    assertEquals(2, run.events(Event.CallEnded.class).size());
  }
}
