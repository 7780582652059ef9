package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunTest {
  @TempDir Path folder;

  @Test
  void aRunWithoutASessionEndsWhenNothingIsLeftToDo() throws Exception {
    new Program(folder).onLoad("setTimeout(() => console.log('later'), 20)");
    CommandLineRun run = CommandLineRun.withOpenPipe("--no-repl", folder.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.lines().contains("log    later"), run.out());
  }

  @Test
  void socketsOfWhichNothingCanComeDoNotKeepARunOpen() throws Exception {
    new Program(folder)
        .onLoad(
            "wx.createUDPSocket()\n"
                + "const refused = wx.createTCPSocket()\n"
                + "refused.onError(e => console.log(e.errCode))\n"
                + "refused.connect({ address: 'not.listed', port: 9999 })\n"
                + "const closed = wx.createUDPSocket()\n"
                + "closed.onClose(() => console.log('closed'))\n"
                + "closed.close()");
    CommandLineRun run = CommandLineRun.withOpenPipe("--no-repl", folder.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.lines().contains("log    -4"), run.out());
    assertTrue(run.lines().contains("log    closed"), run.out());
  }

  @Test
  void anUncaughtErrorFailsARunThatNobodyAttends() throws Exception {
    new Program(folder).onLoad("setTimeout(() => null.x, 1)");
    CommandLineRun run = CommandLineRun.of(folder.toString());
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.out().contains("    at pages/index/index.js:2:"), run.out());
  }

  @Test
  void anAttendedRunMayHaveErrors() throws Exception {
    new Program(folder).onLoad("setTimeout(() => null.x, 1)");
    assertEquals(0, CommandLineRun.piped(".state\n", folder.toString()).exit());
  }

  @Test
  void aProgramThatCannotBeLaunchedFailsTheRun() throws Exception {
    new Program(folder).file("app.js", "throw new Error('no')");
    CommandLineRun run = CommandLineRun.piped(".state\n", folder.toString());
    assertEquals(1, run.exit(), run.out());
  }

  @Test
  void aScriptThatDoesNotReturnIsStoppedByForWithItsStack() throws Exception {
    new Program(folder).onLoad("function spin() {\n for (;;);\n}\nspin()");
    CommandLineRun run = CommandLineRun.withOpenPipe("--for", "500ms", folder.toString());
    assertEquals(4, run.exit(), run.out());
    assertTrue(run.out().contains("Stopped: the script did not return"), run.out());
    assertTrue(run.out().contains("    at spin (pages/index/index.js:3:"), run.out());
  }

  @Test
  void aRunThatWaitsIsEndedByForWithoutBlame() throws Exception {
    new Program(folder).onLoad("setInterval(() => {}, 10)");
    assertEquals(0, CommandLineRun.of("--no-repl", "--for", "2s", folder.toString()).exit());
  }

  @Test
  void pageQueryAndSceneSayHowTheProgramIsEntered() throws Exception {
    new Program(folder)
        .file("app.js", "App({ onLaunch(o) { console.log(o.path, o.query.a, o.scene) } })");
    CommandLineRun run =
        CommandLineRun.of(
            "--page", "pages/other/other", "--query", "a=1", "--scene", "1011", folder.toString());
    assertTrue(run.lines().contains("log    pages/other/other 1 1011"), run.out());
  }

  @Test
  void jsonIsOneObjectALineForEventsAndReplies() throws Exception {
    new Program(folder).onLoad("console.log('hello\\nyou')");
    CommandLineRun run = CommandLineRun.piped("1 + 1\nnull.x\n", "--json", folder.toString());
    for (String line : run.out().lines().toList())
      assertTrue(line.startsWith("{") && line.endsWith("}"), line);
    assertTrue(
        run.out().contains("\"type\":\"console\",\"level\":\"log\",\"text\":\"hello\\nyou\""),
        run.out());
    assertTrue(run.out().contains("{\"type\":\"reply\",\"ok\":true,\"text\":\"2\"}"), run.out());
    assertTrue(
        run.out().contains("{\"type\":\"reply\",\"ok\":false,\"text\":\"Uncaught TypeError: "),
        run.out());
  }

  @Test
  void quietShowsOnlyWhatTheProgramSaysAndWhatIsWrong() throws Exception {
    new Program(folder)
        .onLoad("wx.request({ url: 'https://x.example/' }); console.log('said'); null.x");
    CommandLineRun run = CommandLineRun.piped("1 + 1\n", "--quiet", folder.toString());
    assertTrue(run.lines().contains("log    said"), run.out());
    assertTrue(run.out().contains("TypeError"), run.out());
    assertTrue(run.lines().contains("2"), run.out());
    assertTrue(!run.out().contains("x.example") && !run.out().contains("onLaunch"), run.out());
  }

  @Test
  void virtualTimeDoesNotWait() throws Exception {
    new Program(folder).onLoad("setTimeout(() => console.log('an hour later'), 3600000)");
    CommandLineRun run = CommandLineRun.of("--virtual-time", folder.toString());
    assertEquals("01:00:00.0", run.out().lines().toList().getLast().substring(0, 10));
  }
}
