package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class PipedSessionTest {
  @TempDir Path folder;

  @BeforeEach
  void program() throws Exception {
    new Program(folder)
        .file(
            "pages/index/index.js",
            "Page({ data: { n: 1 }, add(by) { this.setData({ n: this.data.n + by }); return"
                + " this.data.n } })");
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("app.globalData.token", "'t'"),
        Arguments.of("page.data", "{ n: 1 }"),
        Arguments.of("const a = await Promise.resolve(20)\na + 1", "21"),
        Arguments.of("function f() {\n  return 7\n}\nf()", "7"),
        Arguments.of("await new Promise(r => setTimeout(r, 5, 'slept'))", "'slept'"),
        Arguments.of(".state", "state      foreground\npage       pages/index/index\n"),
        Arguments.of(".pages", "1  pages/index/index  current\n"),
        Arguments.of(".navigate pages/other/other\n.pages", "2  pages/other/other  current\n"),
        Arguments.of(
            ".navigate redirectTo pages/other/other\n.pages", "1  pages/other/other  current\n"),
        Arguments.of(".call add 41", "42"),
        Arguments.of(".data", "{ n: 1 }"),
        Arguments.of(
            ".network none\nwx.getNetworkType({ success: r => console.log(r.networkType) })",
            "none"),
        Arguments.of(
            "wx.onNetworkWeakChange(r => console.log(r.weakNet, r.networkType))\n.network weak on",
            "true wifi"),
        Arguments.of(".network  weak   off\n(await wx.getNetworkType()).weakNet", "false"),
        Arguments.of(
            ".network weak on\n.network weak auto\n(await wx.getNetworkType()).weakNet", "false"),
        Arguments.of(".proxy 127.0.0.1:8888\n(await wx.getNetworkType()).hasSystemProxy", "true"),
        Arguments.of(
            ".proxy [::1]:8888\n.proxy off\n(await wx.getNetworkType()).hasSystemProxy", "false"),
        Arguments.of(".explain request https://x.example/", "STOP  DOMAIN_LISTED"),
        Arguments.of(".explain wx.cloud.callContainer e/s/p", "STOP  CLOUD_ENV"),
        Arguments.of(
            ".network 4g\n.explain startLocalServiceDiscovery _http._tcp", "STOP  LAN_SCAN"),
        Arguments.of(".webview https://x.example/", "REFUSED  web-view https://x.example/"),
        Arguments.of(".webview https://x.example/", "page   web-view https://x.example/  refused"),
        Arguments.of(
            "wx.cloud.init({ env: 'e' })\nwx.cloud.callContainer({ service: 's', fail() {} })\n"
                + ".wait 50ms\n.requests",
            "GET e/s/  REFUSED CLOUD_ENV"),
        Arguments.of(
            "wx.createUDPSocket().send({ address: '10.9.9.9', port: 9, message: 'x' })\n.requests",
            "UDPSocket udp://10.9.9.9:9  REFUSED LAN_PEER"),
        Arguments.of("wx.createTCPSocket(); null\n.wait 1ms\n.log 1", "TCPSocket"),
        Arguments.of(".requests", "no network call yet"),
        Arguments.of(
            "wx.request({ url: 'https://x.example/' })\n.wait 50ms\n.requests",
            "REFUSED DOMAIN_LISTED"),
        Arguments.of(".background\n.background", "it is in background already"),
        Arguments.of(".log 1", "page"),
        Arguments.of(".5 + 1", "1.5"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("null.x", "TypeError: Cannot read property 'x' of null\n    at repl:1:"),
        Arguments.of("let 5", "SyntaxError: "),
        Arguments.of("f(", "SyntaxError: "),
        Arguments.of(".navigate pages/no/no", "pages/no/no is not among the pages"),
        Arguments.of(".navigate", "where to? write for example"),
        Arguments.of(".call ad 1", "the page has no method ad; did you mean add?"),
        Arguments.of(".call add x", "the arguments are not JSON"),
        Arguments.of(".network 4x", "\"4x\" is no network type; did you mean 4g?"),
        Arguments.of(".network weak", "weak how? write .network weak on, off or auto"),
        Arguments.of(
            ".network weak very",
            "\"very\" is no state of a weak network; write .network weak on, off or auto"),
        Arguments.of(".network", "\"\" is no network type; write one of"),
        Arguments.of(
            ".proxy", "which proxy? write for example .proxy 127.0.0.1:8888, or .proxy off"),
        Arguments.of(".proxy localhost", "\"localhost\" is not host:port; write one such as"),
        Arguments.of(".proxy http://h:1", "\"http://h:1\" is not host:port; write one such as"),
        Arguments.of(".proxy h:0", "\"h:0\" is not host:port; write one such as"),
        Arguments.of(".explain request", "write an API and a URL"),
        Arguments.of(
            ".explain startLocalServiceDiscovery http", "\"http\" is not a type of service"),
        Arguments.of(".webview", "write a URL"),
        Arguments.of(".wait", "how long?"),
        Arguments.of(".wait 5x", "\"5x\" is not a duration"),
        Arguments.of(".log x", "\"x\" is not a number"),
        Arguments.of(".statr", "there is no command .statr; did you mean .state?"),
        Arguments.of(".xyzzy", "there is no command .xyzzy; .help lists all commands"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandPrintsItsAnswerPlainly(String input, String answer) throws Exception {
    CommandLineRun run = CommandLineRun.piped(input + "\n", folder.toString());
    assertTrue(run.out().contains(answer), () -> input + " gave\n" + run.out() + run.err());
    assertFalse(run.out().contains("\u001b"), run.out());
    assertEquals(0, run.exit(), run.out());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldTheSessionGoesOnAndTheExitCodeSaysSo(String input, String answer)
      throws Exception {
    CommandLineRun run = CommandLineRun.piped(input + "\n.state\n", folder.toString());
    assertTrue(run.out().contains(answer), () -> input + " gave\n" + run.out() + run.err());
    assertEquals(ExitCodes.FAILED, run.exit(), run.out());
  }

  @Test
  void helpListsEveryCommandThereIs() throws Exception {
    String help = CommandLineRun.piped(".help\n", folder.toString()).out();
    for (ReplCommand command : ReplCommands.ALL) {
      assertTrue(
          help.contains("\n" + command.name() + " ") || help.contains(command.name() + " "), help);
      assertTrue(help.contains(command.help()), help);
    }
    assertEquals(ReplCommands.names().size(), java.util.Set.copyOf(ReplCommands.names()).size());
  }

  @Test
  void exitEndsAtOnceAndTheEndOfThePipeWhenTheWorkIsDone() throws Exception {
    String timer = "setTimeout(() => console.log('done'), 200); 0\n";
    String left = CommandLineRun.piped(timer + ".exit\n", folder.toString()).out();
    assertFalse(left.contains("done"), left);
    String ended = CommandLineRun.piped(timer, folder.toString()).out();
    assertTrue(ended.contains("done"), ended);
  }

  @Test
  void fiveSecondsInBackgroundPassAtOnceInVirtualTime() throws Exception {
    CommandLineRun run =
        CommandLineRun.piped(
            ".background\n.wait 4s\n.state\n.wait 2s\n.state\n.foreground\n.state\n.exit\n",
            "--virtual-time",
            folder.toString());
    List<String> states =
        run.out()
            .lines()
            .filter(line -> line.startsWith("state "))
            .map(l -> l.substring(11))
            .toList();
    assertEquals(List.of("background", "suspended", "foreground"), states, run.out());
    assertTrue(run.out().contains("00:00:05.000  app    suspended"), run.out());
  }

  @Test
  void theClockMovesForwardThroughTheTimersOnTheWay() throws Exception {
    new Program(folder).onLoad("setTimeout(() => console.log('tick'), 60000)");
    CommandLineRun run =
        CommandLineRun.piped(
            ".clock +2m\n.wait 1ms\n.clock\n", "--virtual-time", folder.toString());
    assertTrue(run.out().contains("00:01:00.000  log    tick"), run.out());
    assertTrue(run.out().contains("2026-01-01T00:02:00.001Z"), run.out());
  }

  @Test
  void reloadTakesTheFilesAsTheyAreNowAndKeepsTheRunWhenTheyAreBroken() throws Exception {
    Path app = folder.resolve("app.json");
    Path page = folder.resolve("pages/index/index.js");
    try (Typist typist = new Typist(folder)) {
      typist.type("page.data.n").sees("1\n");
      Files.writeString(page, "Page({ data: { n: 99 } })");
      typist.type(".reload").type("page.data.n").sees("99\n");
      String good = Files.readString(app);
      Files.writeString(app, "{");
      typist.exits(ExitCodes.FAILED).type(".reload").sees("app.json:1");
      typist.sees("the run goes on as it was");
      typist.type("page.data.n + 1").sees("100\n");
      Files.writeString(app, good);
    }
  }
}
