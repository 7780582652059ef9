package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code minihost test --watch}, by lines from a pipe and with files that change. */
@Timeout(120)
class WatchTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final String END = "q quit";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PipedOutputStream keys = new PipedOutputStream();
  private int seen;

  /** Who reads keys cannot be interrupted, and must not stay behind. */
  @AfterEach
  void nobodyReadsAnyMore() throws Exception {
    keys.close();
    for (Thread thread : Thread.getAllStackTraces().keySet())
      if (thread.getName().equals("minihost-keys"))
        assertTrue(thread.join(Duration.ofSeconds(10)), "still reads");
  }

  private CompletableFuture<Integer> begin() throws Exception {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Io io = new Io(new PipedInputStream(keys), print, print, false, Map.of());
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Main.run(List.of("test", "--watch", folder.toString()), io);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** What is shown up to the end of the next run. */
  private String next() throws Exception {
    for (int tries = 0; tries < 1500; tries++) {
      String whole = out.toString(StandardCharsets.UTF_8);
      int end = whole.indexOf(END, seen);
      if (end >= 0) {
        String shown = whole.substring(seen, end);
        seen = end + END.length();
        return shown;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no run: " + out.toString(StandardCharsets.UTF_8).substring(seen));
  }

  private String type(String line) throws Exception {
    keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return next();
  }

  private static void shows(String run, String... texts) {
    for (String text : texts) assertTrue(run.contains(text), "no " + text + " in: " + run);
  }

  @Test
  void aChangeRunsWhatItTouchesAndKeysTheRest() throws Exception {
    Program program = new Program(folder);
    program.file("lib/a.js", "module.exports = 1");
    program.file("tests/a.test.js", "it('is a', () => expect(require('../lib/a')).toBe(1))");
    program.file("tests/b.test.js", "it('is b', () => {})");
    CompletableFuture<Integer> exit = begin();
    shows(next(), "all files", "2 passed in 2 files");

    program.file("lib/a.js", "module.exports = 2");
    String broken = next();
    shows(broken, "a.js changed", "✗ is a", "1 failed, 0 passed in 1 file");
    assertFalse(broken.contains("is b"), broken);

    shows(type("f"), "what failed", "1 failed, 0 passed in 1 file");
    program.file("tests/b.test.js", "it('is b again', () => {})");
    shows(next(), "b.test.js changed", "✓ is b again", "1 passed in 1 file");
    program.file("tests/c.test.js", "it('is c', () => {})");
    shows(next(), "✓ is c", "1 passed in 1 file");
    shows(type("p b.test"), "1 passed in 1 file");
    shows(type("p"), "1 failed, 2 passed in 3 files");
    shows(type("t is c"), "1 passed, 2 skipped in 3 files");
    shows(type("a"), "1 failed, 2 passed in 3 files");

    program.file("app.json", "{\"pages\":[");
    shows(next(), "app.json changed", "3 files broken");
    program.file("app.json", "{\"pages\":[\"pages/index/index\", \"pages/other/other\"]}");
    shows(next(), "app.json changed", "1 failed, 2 passed in 3 files");
    program.file("lib/a.js", "module.exports = 1");
    shows(next(), "a.js changed", "1 passed in 1 file");

    keys.write("q\n".getBytes(StandardCharsets.UTF_8));
    keys.flush();
    assertEquals(0, exit.get(30, TimeUnit.SECONDS));
  }

  /** In a terminal made by util-linux; skipped where that is missing. */
  @Test
  void atATerminalAKeyIsEnoughAndTheTerminalIsGivenBack() throws Exception {
    assumeTrue(Files.isExecutable(SCRIPT), "no " + SCRIPT + " of util-linux");
    new Program(folder).file("tests/a.test.js", "it('is a', () => expect(1).toBe(2))");
    String java = ProcessHandle.current().info().command().orElseThrow();
    String command =
        "'%s' -Dstdout.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -cp '%s' minihost.cli.Main test --watch '%s'"
            .formatted(java, System.getProperty("java.class.path"), folder);
    Process script =
        new ProcessBuilder(
                SCRIPT.toString(), "-qec", command + "; code=$?; stty -a; exit $code", "/dev/null")
            .redirectErrorStream(true)
            .start();
    try (InputStream shown = script.getInputStream()) {
      CompletableFuture<Void> copied =
          CompletableFuture.runAsync(
              () -> {
                try {
                  shown.transferTo(out);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      shows(next(), "\u001b[2J", "✗ is a");
      script.getOutputStream().write('f');
      script.getOutputStream().flush();
      shows(next(), "what failed", "1 failed");
      script.getOutputStream().write('q');
      script.getOutputStream().flush();
      copied.get(30, TimeUnit.SECONDS);
    } finally {
      script.destroy();
    }
    assertEquals(1, script.waitFor());
    String end = out.toString(StandardCharsets.UTF_8).substring(seen);
    assertTrue(end.contains(" icanon") && end.contains(" echo "), end);
  }
}
