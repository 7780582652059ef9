package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code minihost run --visit-all}. */
@Timeout(60)
class VisitAllTest {
  @TempDir Path folder;

  @BeforeEach
  void program() throws Exception {
    file("app.json", "{\"pages\": [\"a\", \"b\", \"c\"]}");
    file("project.config.json", "{\"appid\": \"touristappid\"}");
    file("app.js", "App({})");
    file("a.js", "Page({ onLoad() { console.log('in a') } })");
    file("b.js", "Page({ onLoad() { for (let i = 0; i < 2; i++) Promise.reject({ why: 'b' }) } })");
    file("c.js", "Page({ onReady() { setInterval(() => {}, 10); throw new Error('c is ill') } })");
  }

  private void file(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private CommandLineRun visit() throws Exception {
    return CommandLineRun.of("run", folder.toString(), "--visit-all", "--quiet");
  }

  @Test
  void whatThrowsIsToldByPage() throws Exception {
    CommandLineRun run = visit();
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.out().contains("in a"), run.out());
    assertTrue(
        run.out()
            .contains(
                """
                3 of 3 pages opened; uncaught errors:
                  b  Unhandled rejection: { why: 'b' }  (2 times)
                  c  Error: c is ill  at c.js:1:\
                """),
        run.out());
  }

  @Test
  void aGoodProgramHasNone() throws Exception {
    file("b.js", "Page({})");
    file("c.js", "Page({ onLoad() { setInterval(() => {}, 10) } })");
    CommandLineRun run = visit();
    assertEquals(0, run.exit(), run.out());
    assertTrue(run.out().contains("3 of 3 pages opened, no uncaught errors"), run.out());
  }

  @Test
  void aPageThatNeverReturnsIsLeftForTheNext() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); } })");
    file("c.js", "Page({ onLoad() { console.log('in c') } })");
    CommandLineRun run =
        CommandLineRun.of("run", folder.toString(), "--visit-all", "--page-time", "1s");
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.out().contains("in c"), run.out());
    assertTrue(run.out().contains("3 of 3 pages opened; uncaught errors:\n  b  "), run.out());
    assertTrue(run.out().contains("b  its script was stopped after 1.00 s"), run.out());
  }

  @Test
  void eachHookThatNeverReturnsIsStopped() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); }, onShow() { for (;;); } })");
    file("c.js", "Page({ onLoad() { console.log('in c') } })");
    CommandLineRun run =
        CommandLineRun.of("run", folder.toString(), "--visit-all", "--page-time", "1s");
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.out().contains("in c"), run.out());
    for (String place : List.of("b.js:1:19", "b.js:1:43"))
      assertTrue(run.out().contains("did not return and was stopped  at " + place), run.out());
  }

  @Test
  void thePageThatTheProgramEntersAtIsStoppedToo() throws Exception {
    file("a.js", "Page({ onLoad() { for (;;); } })");
    file("b.js", "Page({ onLoad() { console.log('in b') } })");
    CommandLineRun run =
        CommandLineRun.of("run", folder.toString(), "--visit-all", "--page-time", "1s");
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.out().contains("in b"), run.out());
    assertTrue(run.out().contains("(launch)  its script was stopped after 1.00 s"), run.out());
  }

  @Test
  void aPageThatNeverReturnsIsStoppedByFor() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); } })");
    CommandLineRun run = CommandLineRun.of("run", folder.toString(), "--visit-all", "--for", "3s");
    assertEquals(ExitCodes.STOPPED, run.exit(), run.out());
  }
}
