package minihost.host;

import static minihost.host.Transfers.begin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of 200 MB and more: the limit, and memory that stays flat. */
@Tag("large")
class LargeTransferTest {
  private static final long MAX = 200L << 20;

  /** Far less than half of the file. */
  private static final long GENEROUS = 64L << 20;

  private static TestRun program(FileServer server) throws Exception {
    return Transfers.program()
        .set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}")
        .set("hosts.192.168.1.30=127.0.0.1:" + server.port());
  }

  private static String download(TestRun run) throws Exception {
    begin(run, "", "downloadFile", "url: 'http://192.168.1.30/'").settle();
    return run.log().getLast();
  }

  /** Bytes alive on the heap. */
  private static long liveBytes() {
    System.gc();
    long live = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans())
      if (pool.getType() == MemoryType.HEAP) live += pool.getUsage().getUsed();
    return live;
  }

  /** How much more is alive in the middle of a transfer than before it. */
  private static long growth(FileServer server, TestRun run, String api, String options)
      throws Exception {
    CompletableFuture<Void> measured = new CompletableFuture<>();
    server.holdBack(measured);
    long before = liveBytes();
    begin(run, "", api, options);
    run.script(
        "task.onProgressUpdate(e => { if (e.progress === 50) console.log('half') }); undefined");
    run.awaitLog(1);
    long grown = liveBytes() - before;
    measured.complete(null);
    run.settle();
    assertTrue(run.log().getLast().startsWith("ok "), () -> "" + run.log());
    return grown;
  }

  @Test // DL-4
  void aDownloadAtTheLimitIsSavedAndMemoryStaysFlat() throws Exception {
    try (FileServer server = new FileServer(MAX, true);
        TestRun run = program(server)) {
      run.start();
      long grown = growth(server, run, "downloadFile", "url: 'http://192.168.1.30/'");
      assertTrue(grown < GENEROUS, () -> grown + " bytes more are alive");
      assertEquals(MAX, Files.size(Transfers.all(run).getFirst()));
    }
  }

  @ParameterizedTest // row 25, DL-4, E18
  @ValueSource(booleans = {true, false})
  void oneByteMoreIsTooMuch(boolean sayingHowMuch) throws Exception {
    try (FileServer server = new FileServer(MAX + 1, sayingHowMuch);
        TestRun run = program(server)) {
      run.start();
      assertEquals("downloadFile:fail exceed max file size 603301", download(run));
      Transfers.assertNoFiles(run);
    }
  }

  @Test // DL-4, E18
  void androidDoublesTheWord() throws Exception {
    try (FileServer server = new FileServer(MAX + 1, true);
        TestRun run = program(server).set("platform=android")) {
      run.start();
      assertEquals("downloadFile:fail fail:exceed max file size 603301", download(run));
    }
  }

  @Test // UP-6, PRG-3
  void anUploadHasNoLimitAndMemoryStaysFlat() throws Exception {
    try (FileServer server = new FileServer(2, true);
        TestRun run = program(server)) {
      run.file("large.bin", "");
      try (RandomAccessFile file =
          new RandomAccessFile(run.folder().resolve("large.bin").toFile(), "rw")) {
        file.setLength(MAX + 1);
      }
      run.start();
      long grown =
          growth(
              server,
              run,
              "uploadFile",
              "url: 'http://192.168.1.30/', filePath: 'large.bin', name: 'file'");
      assertTrue(grown < GENEROUS, () -> grown + " bytes more are alive");
      assertTrue(server.received() > MAX + 1, () -> server.received() + " bytes received");
    }
  }
}
