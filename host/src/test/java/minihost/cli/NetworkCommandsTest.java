package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import minihost.lab.Answer;
import minihost.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code .network} and {@code .proxy} from a pipe really change what the program's calls meet. */
@Timeout(120)
class NetworkCommandsTest {
  private static final String PEER = "127.0.0.2";
  private static final String UNREACHABLE = "errno:101 errmsg:Network is unreachable";

  @TempDir Path folder;

  @BeforeEach
  void program() throws Exception {
    new Program(folder)
        .file("project.config.json", "{\"setting\":{\"urlCheck\":false}}")
        .file(
            "minihost.json",
            "{\"device\":{\"lan\":{\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}}}");
  }

  private CommandLineRun piped(String commands) throws Exception {
    return CommandLineRun.piped(commands + ".exit\n", folder.toString());
  }

  private static void assertSaid(CommandLineRun run, String line) {
    assertTrue(run.lines().contains("log    " + line), () -> line + ":\n" + run.out() + run.err());
  }

  @Test // E15, S-row 9
  void withNoneEveryCallFailsAndWithWifiEveryCallWorksAgain() throws Exception {
    String calls =
        """
        await new Promise(end => wx.request({ url: 'http://%1$s:%2$d/', timeout: 300, fail: r => console.log('request', r.errMsg), complete: end }))
        await new Promise(end => { const s = wx.connectSocket({ url: 'ws://%1$s:%2$d/', timeout: 300 }); s.onError(r => { console.log('ws', r.errMsg); end() }) })
        globalThis.u = wx.createUDPSocket(); u.onError(r => console.log('udp', r.errMsg)); u.bind()
        u.send({ address: '%1$s', port: %3$d, message: 'hi' })
        globalThis.t = wx.createTCPSocket(); 0
        await new Promise(end => { t.onConnect(() => { console.log('tcp connected'); end() }); t.onError(r => { console.log('tcp', r.errMsg); end() }); t.connect({ address: '%1$s', port: %2$d }) })
        u.close(); t.close()
        """;
    try (ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getByName(PEER));
        DatagramSocket udp = new DatagramSocket(0, InetAddress.getByName(PEER))) {
      udp.setSoTimeout(20_000);
      String all = calls.formatted(PEER, tcp.getLocalPort(), udp.getLocalPort());
      CommandLineRun run = piped(".network none\n" + all + ".network wifi\n" + all);
      assertSaid(
          run,
          "request request:fail errcode:-106 cronet_error_code:-106"
              + " error_msg:net::ERR_INTERNET_DISCONNECTED");
      assertSaid(run, "ws exception net::ERR_INTERNET_DISCONNECTED");
      assertSaid(run, "udp send socket fail: " + UNREACHABLE);
      assertSaid(run, "tcp connect socket fail: " + UNREACHABLE);
      assertSaid(run, "request request:fail timeout");
      assertSaid(run, "ws connect response time out");
      assertSaid(run, "tcp connected");
      udp.receive(new DatagramPacket(new byte[9], 9));
    }
  }

  @Test
  void theProxyIsTheNextExchanges() throws Exception {
    String get =
        "await new Promise(end => wx.request({ url: 'http://%s:%d/x', success: r =>"
            + " console.log('got', r.data), fail: r => console.log(r.errMsg), complete: end }))\n";
    try (Lab lab = Lab.start("https://api.example.com")) {
      lab.on("GET /x", Answer.json("1"));
      int port = lab.plainHttp(PEER, 0).port();
      int proxy = lab.proxy().address().getPort();
      String call = get.formatted(PEER, port);
      CommandLineRun run =
          piped(call + ".proxy 127.0.0.1:" + proxy + "\n" + call + ".proxy off\n" + call);
      assertEquals(3, run.lines().stream().filter("log    got 1"::equals).count(), run.out());
      assertEquals(List.of("GET http://" + PEER + ":" + port + "/x"), lab.proxy().seen());
    }
  }

  @Test
  void theNetworkIsShapedAndBrokenAndMended() throws Exception {
    String get =
        "await new Promise(end => wx.request({ url: 'http://%s:%d/x', success: r =>"
            + " console.log('got', r.data), fail: r => console.log(r.errMsg), complete: end }))\n";
    try (Lab lab = Lab.start("https://api.example.com")) {
      lab.on("GET /x", Answer.json("1"));
      String call = get.formatted(PEER, lab.plainHttp(PEER, 0).port());
      CommandLineRun run =
          piped(
              ".network fault 127.0.0.2 reset\n"
                  + call
                  + ".network reset\n"
                  + call
                  + ".network preset Slow 3G\n.network latency 1\n.network bandwidth 500 x\n"
                  + "console.log(await new Promise(done => wx.getNetworkType({ success: r =>"
                  + " done(r.networkType) })))\n"
                  + ".answer showModal {\"confirm\":false}\n.answer\n.answer nothing off\n"
                  + "console.log((await wx.showModal()).confirm)\n"
                  + "wx.onMemoryWarning(e => console.log('warned', e.level))\n"
                  + ".raise MemoryWarning {\"level\":10}\n.raise MemoryWarnin\n.raise\n");
      assertSaid(run, "got 1");
      assertSaid(run, "3g");
      assertSaid(run, "false");
      assertTrue(run.out().contains("ERR_CONNECTION_RESET"), run.out());
      assertTrue(run.out().contains("net    fault 127.0.0.2 reset"), run.out());
      assertTrue(run.out().contains("net    as before"), run.out());
      assertTrue(run.out().contains("showModal is answered by the REPL"), run.out());
      String said = run.out() + run.err();
      assertTrue(said.contains("bandwidth wants bytes per second"), said);
      assertSaid(run, "warned 10");
      assertTrue(said.contains("did you mean MemoryWarning?"), said);
      assertTrue(said.contains("which event? write for example .raise"), said);
      assertTrue(said.contains("\"nothing\" is no function of wx that can be answered"), said);
    }
  }
}
