package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minihost.host.Status;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class ReplTest {
  @TempDir Path folder;

  @Test
  void aConversationGoesOnUntilExit() throws Exception {
    try (Prompted repl = new Prompted(new Program(folder).toString())) {
      repl.sees("pages/index/index | foreground > ").type("app.globalData").sees("{ token: 't' }");
      repl.type("function f() {").type("return 7").type("}").type("f()").sees("7");
      repl.type(".background").sees("app    background").sees("| background > ");
      repl.type(".exit");
      assertEquals(0, repl.exit());
    }
  }

  @Test
  void theEndOfTheInputIsAnExit() throws Exception {
    try (Prompted repl = new Prompted(new Program(folder).toString())) {
      repl.sees("> ").end();
      assertEquals(0, repl.exit());
    }
  }

  @Test
  void interruptStopsTheScriptAndGivesThePromptBack() throws Exception {
    try (Prompted repl = new Prompted(new Program(folder).toString())) {
      repl.sees("> ").type("console.log('spinning'); while (true) {}").sees("log    spinning");
      repl.interrupt().sees("was stopped").sees("at repl:1:");
      repl.type("1 + 1").sees("2");
      repl.type("await new Promise(() => console.log('waiting'))").sees("log    waiting");
      repl.interrupt().sees("foreground > ").type("2 + 2").sees("4");
      repl.type(
          "await new Promise(() => setTimeout(() => { console.log('late'); while (true); }))");
      repl.sees("log    late");
      repl.interrupt().sees("was stopped").sees("given up").type("3 + 3").sees("6");
      repl.type(".exit");
      assertEquals(0, repl.exit());
    }
  }

  @Test
  void historyIsKeptForItsOwnerOnly() throws Exception {
    Path file = HistoryFile.prepare(java.util.Optional.of(folder.resolve("cache"))).orElseThrow();
    assertTrue(Files.exists(file));
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
      assertEquals(
          "rw-------",
          java.nio.file.attribute.PosixFilePermissions.toString(
              Files.getPosixFilePermissions(file)));
  }

  @Test
  void thePromptShowsPageStateAndCallsInFlight() {
    Prompt prompt = new Prompt(Palette.PLAIN, StandardCharsets.UTF_8);
    assertEquals("pages/b/b · foreground · 2 in flight ❯ ", prompt.of(status("foreground", 2)));
    Prompt ascii = new Prompt(Palette.PLAIN, StandardCharsets.US_ASCII);
    assertEquals("pages/b/b | suspended > ", ascii.of(status("suspended", 0)));
  }

  private static Status status(String state, int inFlight) {
    return new Status(state, List.of("pages/a/a", "pages/b/b"), inFlight, false, List.of(), 0);
  }

  static Stream<Arguments> completions() {
    return Stream.of(
        Arguments.of("", ".na", ".navigate"),
        Arguments.of(".navigate ", "pa", "pages/other/other"),
        Arguments.of(".navigate ", "re", "redirectTo"),
        Arguments.of(".navigate redirectTo ", "pa", "pages/other/other"),
        Arguments.of(".network ", "w", "wifi"),
        Arguments.of(".network ", "we", "weak"),
        Arguments.of(".network weak ", "a", "auto"),
        Arguments.of(".raise ", "Mem", "MemoryWarning"),
        Arguments.of(".proxy ", "o", "off"),
        Arguments.of(".explain ", "r", "request"),
        Arguments.of(".explain ", "cl", "cloud.callContainer"),
        Arguments.of(".explain ", "we", "webview"),
        Arguments.of("", ".we", ".webview"),
        Arguments.of(".call ", "a", "add"),
        Arguments.of("", "w", "wx"),
        Arguments.of("wx.", "re", "request"),
        Arguments.of("f(app.globalData.", "t", "token"),
        Arguments.of("page.", "s", "setData"));
  }

  @ParameterizedTest
  @MethodSource("completions")
  void tabOffersWhatMayStandThere(String before, String word, String offered) throws Exception {
    new Program(folder).file("pages/index/index.js", "Page({ add() {} })");
    RunOptions options = RunArguments.read(List.of(folder.toString())).orElseThrow();
    Screen nowhere = new TextScreen(Palette.PLAIN, java.time.ZoneOffset.UTC, text -> {});
    try (Session session = new Session(options, Map.of(), nowhere, true)) {
      session.start(session.load());
      session.host().launched().join();
      List<String> words = ReplCompleter.words(session, before, word);
      assertTrue(words.contains(offered), () -> before + word + ": " + words);
    }
  }

  @Test
  void tabReplacesTheWordAtTheCursor() {
    ReplParser parser = new ReplParser();
    var line = (ReplParser.Line) parser.parse("f(wx.requ", 9, ParseContext.COMPLETE);
    assertEquals("requ", line.word());
    assertEquals("f(wx.", line.before());
    line = (ReplParser.Line) parser.parse(".navigate pages/a", 17, ParseContext.COMPLETE);
    assertEquals("pages/a", line.word());
    line = (ReplParser.Line) parser.parse(".na", 3, ParseContext.COMPLETE);
    assertEquals(".na", line.word());
  }

  @Test
  void anInputThatIsNotWholeGoesOnInTheNextLine() {
    ReplParser parser = new ReplParser();
    Assertions.assertThrows(EOFError.class, () -> parser.parse("f(", 2, ParseContext.ACCEPT_LINE));
    assertEquals("f(", ((ReplParser.Line) parser.parse("f(", 2, ParseContext.COMPLETE)).line());
    assertFalse(CommandLoop.isCommand(".5"));
    parser.parse(".call f {", 9, ParseContext.ACCEPT_LINE);
  }
}
