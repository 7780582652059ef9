package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private CommandLineRun visit(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("run", folder.toString(), "--visit-all"));
    all.addAll(List.of(options));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  /** Each script of a page is stopped after a second. */
  private CommandLineRun visitBriefly() throws Exception {
    CommandLineRun run = visit("--page-time", "1s");
    assertEquals(1, run.exit(), run.out());
    return run;
  }

  private static void says(CommandLineRun run, String text) {
    assertTrue(run.out().contains(text), run.out());
  }

  @Test
  void whatThrowsIsToldByPage() throws Exception {
    CommandLineRun run = visit("--quiet");
    assertEquals(1, run.exit(), run.out());
    says(run, "in a");
    says(
        run,
        """
        3 of 3 pages opened; uncaught errors:
          b  Unhandled rejection: { why: 'b' }  (2 times)
          c  Error: c is ill  at c.js:1:\
        """);
  }

  @Test
  void aGoodProgramHasNone() throws Exception {
    file("b.js", "Page({})");
    file("c.js", "Page({ onLoad() { setInterval(() => {}, 10) } })");
    CommandLineRun run = visit("--quiet");
    assertEquals(0, run.exit(), run.out());
    says(run, "3 of 3 pages opened, no uncaught errors");
  }

  @Test
  void aPageThatNeverReturnsIsLeftForTheNext() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); } })");
    file("c.js", "Page({ onLoad() { console.log('in c') } })");
    CommandLineRun run = visitBriefly();
    says(run, "in c");
    says(run, "3 of 3 pages opened; uncaught errors:\n  b  ");
    says(run, "b  its script was stopped after 1.00 s");
  }

  @Test
  void eachHookThatNeverReturnsIsStopped() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); }, onShow() { for (;;); } })");
    file("c.js", "Page({ onLoad() { console.log('in c') } })");
    CommandLineRun run = visitBriefly();
    says(run, "in c");
    for (String place : List.of("b.js:1:19", "b.js:1:43"))
      says(run, "did not return and was stopped  at " + place);
  }

  @Test
  void thePageThatTheProgramEntersAtIsStoppedToo() throws Exception {
    file("a.js", "Page({ onLoad() { for (;;); } })");
    file("b.js", "Page({ onLoad() { console.log('in b') } })");
    CommandLineRun run = visitBriefly();
    says(run, "in b");
    says(run, "(launch)  its script was stopped after 1.00 s");
  }

  @Test
  void aPageThatNeverReturnsIsStoppedByFor() throws Exception {
    file("b.js", "Page({ onLoad() { for (;;); } })");
    CommandLineRun run = visit("--for", "3s");
    assertEquals(ExitCodes.STOPPED, run.exit(), run.out());
  }
}
