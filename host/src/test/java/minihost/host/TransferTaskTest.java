package minihost.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static minihost.host.Transfers.begin;
import static minihost.host.Transfers.down;
import static minihost.host.Transfers.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import minihost.lab.Answer;
import minihost.lab.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What UploadTask and DownloadTask tell, and abort. */
class TransferTaskTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Listens to everything. */
  private static final String LISTEN =
      """
      task.onHeadersReceived(e => console.log('headers', Object.keys(e).join(), e.header['X-A']))
      task.onProgressUpdate(e => console.log('progress', JSON.stringify(e)))
      undefined
      """;

  private static TestRun program() throws Exception {
    TestRun run = Transfers.program();
    run.lab.on("* /down", Answer.bytes(new byte[1_000]).header("X-A", "1"));
    run.lab.on("* /up", Answer.text("1").header("X-A", "1"));
    run.lab.on("* /stall", Answer.fault(Fault.STALL));
    return run;
  }

  private static String progress(String fields, int percent, long done, long total) {
    String[] names = fields.split(",");
    return "progress {\"progress\":%d,\"%s\":%d,\"%s\":%d}"
        .formatted(percent, names[0], done, names[1], total);
  }

  @Test // PRG-4, 2.3
  void aDownloadTellsHeadersThenProgressThenTheResult() throws Exception {
    try (TestRun run = program()) {
      run.start();
      begin(run, "", "downloadFile", down("complete: r => console.log('complete')"), LISTEN)
          .settle();
      List<String> log = run.log();
      assertEquals("headers header,cookies 1", log.getFirst());
      assertEquals(
          progress("totalBytesWritten,totalBytesExpectedToWrite", 100, 1_000, 1_000),
          log.get(log.size() - 3));
      assertTrue(log.get(log.size() - 2).startsWith("ok "), log::toString);
      assertEquals("complete", log.getLast());
    }
  }

  @Test // PRG-3, PRG-4, 2.3
  void anUploadTellsProgressOfTheWholeBodyThenHeadersThenTheResult() throws Exception {
    try (TestRun run = program()) {
      run.start();
      begin(run, "", "uploadFile", up("complete: r => console.log('complete')"), LISTEN).settle();
      long whole = run.lab.requests("* /up").getFirst().body().length;
      List<String> log = run.log();
      assertTrue(whole > "hello".length());
      assertEquals(
          progress("totalBytesSent,totalBytesExpectedToSend", 100, whole, whole),
          log.get(log.size() - 4));
      assertEquals("headers header,cookies 1", log.get(log.size() - 3));
      assertTrue(log.get(log.size() - 2).startsWith("ok "), log::toString);
      assertEquals("complete", log.getLast());
    }
  }

  @ParameterizedTest // PRG-1, PRG-4
  @ValueSource(strings = {"downloadFile", "uploadFile"})
  void everyPercentIsToldOnceAndInOrder(String api) throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /down", Answer.bytes(new byte[20 << 20]));
      run.file("images/a.txt", "x".repeat(20 << 20));
      run.start();
      begin(
              run,
              "",
              api,
              api.equals("uploadFile") ? up("") : down(""),
              "task.onProgressUpdate(e => console.log('' + e.progress))")
          .settle();
      List<String> told = run.log().subList(0, run.log().size() - 1);
      List<String> every = IntStream.rangeClosed(1, 100).mapToObj(p -> "" + p).toList();
      assertEquals(every, told);
    }
  }

  @ParameterizedTest // PRG-2
  @CsvSource({"'', 5", "'Content-Length: 0', 0"})
  void withoutATotalThereIsNoProgress(String header, int size) throws Exception {
    String line = header.isEmpty() ? "" : header + "\r\n";
    String answer = "HTTP/1.1 200 OK\r\n" + line + "\r\nhello";
    try (RawServer server = new RawServer(answer.getBytes(US_ASCII));
        TestRun run = program().set("hosts.192.168.1.30=127.0.0.1:" + server.port())) {
      run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}").start();
      begin(run, "", "downloadFile", "url: 'http://192.168.1.30/'", LISTEN).settle();
      assertEquals(2, run.log().size(), () -> "" + run.log());
      assertEquals("headers header,cookies undefined", run.log().getFirst());
      assertEquals(size, Files.size(Transfers.all(run).getFirst()));
    }
  }

  @Test // 2.3
  void aListenerThatWasTakenOffHearsNothing() throws Exception {
    try (TestRun run = program()) {
      run.start();
      begin(
          run,
          "",
          "downloadFile",
          down(""),
          """
          const one = () => console.log('one'), two = () => console.log('two')
          task.onProgressUpdate(one); task.onProgressUpdate(two); task.offProgressUpdate(one)
          task.onHeadersReceived(one); task.onHeadersReceived(two); task.offHeadersReceived()
          undefined
          """);
      run.settle();
      assertEquals(
          List.of("two"), run.log().stream().filter(line -> !line.startsWith("ok")).toList());
    }
  }

  private static Stream<String[]> both() {
    return Stream.of(
        new String[] {"downloadFile", "url: 'https://api.example.com/stall'", "GET /stall"},
        new String[] {"uploadFile", up("").replace("/up", "/stall"), "POST /stall"});
  }

  @Test // E9, CB-6
  void abortFailsTheCallOnceAndWithoutANumber() throws Exception {
    for (String[] call : both().toList())
      try (TestRun run = program()) {
        run.start();
        begin(run, "", call[0], call[1]);
        run.lab.awaitRequest(call[2], LONG);
        run.script("task.abort(); task.abort(); console.log('aborted'); undefined").settle();
        run.script("task.abort(); undefined").settle();
        run.assertLog("aborted", call[0] + ":fail abort no errno");
        Transfers.assertNoFiles(run);
      }
  }

  @Test // E9, DL-2: in the middle of the body
  void abortLeavesNoPartOfTheFile() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /down", Answer.bytes(new byte[100_000]).slow(10_000));
      run.start();
      begin(run, "", "downloadFile", down("filePath: 'wxfile://usr/a'"));
      run.script("task.onProgressUpdate(e => { console.log('some'); task.abort() }); undefined");
      run.settle();
      run.assertLog("some", "downloadFile:fail abort no errno");
      assertEventuallyNoFiles(run);
    }
  }

  /** The thread of the call needs a moment to let go of the file. */
  private static void assertEventuallyNoFiles(TestRun run) throws Exception {
    long giveUp = System.nanoTime() + LONG.toNanos();
    while (!Transfers.all(run).isEmpty() && System.nanoTime() < giveUp) Thread.onSpinWait();
    Transfers.assertNoFiles(run);
  }

  @Test // E8, E10: a partial file is deleted however the call ends
  void aTimeoutAndTheBackgroundCutLeaveNoPartOfTheFile() throws Exception {
    for (String how : List.of("timeout", "interrupted"))
      try (TestRun run = program()) {
        run.lab.on("* /down", Answer.bytes(new byte[100_000]).slow(10_000));
        run.start();
        begin(run, "", "downloadFile", down("timeout: 4000"));
        run.script("task.onProgressUpdate(e => console.log('some')); undefined");
        run.awaitLog(1);
        if (how.equals("timeout")) run.advance(4_000);
        else {
          run.host().background();
          run.advance(5_000);
        }
        run.settle();
        assertTrue(run.log().getLast().startsWith("downloadFile:fail "), () -> "" + run.log());
        assertEventuallyNoFiles(run);
      }
  }

  @Test // E9: the run may end in the middle
  void whatTheEndOfTheRunCutsShortLeavesNothing() throws Exception {
    try (TestRun run = program()) {
      run.lab.on("* /down", Answer.bytes(new byte[100_000]).slow(10_000));
      run.start();
      begin(run, "", "downloadFile", down(""));
      run.script("task.onProgressUpdate(e => console.log('some')); undefined");
      run.awaitLog(1);
      run.closeWithCallsInFlight();
    }
  }
}
