package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.config.Device;
import minihost.config.Device.NetworkType;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code wx.onNetworkWeakChange} and {@code weakNet} (sockets sheet 5), by real exchanges. */
class NetworkWeakChangeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String GOOD = "https://api.example.com/good";

  private TestRun run;

  @BeforeEach
  void program() throws Exception {
    run = new TestRun();
    run.lab.on("GET /good", Answer.json("1"));
    run.set("project.setting.urlCheck=false");
    run.onLoad(
        """
        globalThis.listener = r => console.log('weak', r.weakNet, r.networkType)
        wx.onNetworkWeakChange(listener)
        globalThis.get = (n, url, timeout) => {
          for (; n > 0; n--) wx.request({ url, timeout, fail: r => console.log(r.errMsg) })
        }
        globalThis.ask = () => wx.getNetworkType({ success: r => console.log(r.weakNet) })
        """);
  }

  @AfterEach
  void close() throws IOException {
    run.close();
  }

  private TestRun get(int times, String url, int timeout) throws Exception {
    return run.script("get(%d, '%s', %d)".formatted(times, url, timeout));
  }

  /** Waits until every exchange has ended, also those that the program no longer waits for. */
  private void ended() throws Exception {
    run.settle();
    while (run.host().callThreads() > 0) Thread.onSpinWait();
    run.settle();
  }

  /** What listeners and those who ask were told, without how calls ended. */
  private List<String> told() {
    return run.log().stream().filter(line -> !line.startsWith("request:")).toList();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Test // S-row 26
  void threeRefusedConnectionsOfEightAreAWeakNetwork() throws Exception {
    run.start();
    String refused = "http://127.0.0.1:" + closedPort() + "/";
    get(2, refused, 1000).settle();
    assertEquals(List.of(), told());
    get(1, refused, 1000).settle();
    get(1, refused, 1000).settle();
    run.eval("ask()");
    assertEquals(List.of("weak true wifi", "true"), told());
    get(5, GOOD, 1000).settle();
    assertEquals(2, told().size(), "three of the last eight still");
    get(1, GOOD, 1000).settle();
    run.eval("ask()");
    assertEquals(List.of("weak true wifi", "true", "weak false wifi", "false"), told());
  }

  @Test // S-row 26
  void threeConnectionsThatAreResetAreAWeakNetwork() throws Exception {
    run.start();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      for (int i = 0; i < 3; i++) {
        get(1, "http://127.0.0.1:" + server.getLocalPort() + "/", 60_000);
        try (Socket client = server.accept()) {
          client.getInputStream().read();
          client.setSoLinger(true, 0);
        }
        run.settle();
      }
      assertEquals(List.of("weak true wifi"), told());
    }
  }

  @Test // S-row 26
  void threeThatTimeOutConnectingAreAWeakNetwork() throws Exception {
    run.start();
    try (BusyServer server = new BusyServer()) {
      get(3, server.url(), 300);
      server.awaitConnecting(3);
      run.advance(299);
      assertEquals(List.of(), run.log());
      run.advance(1);
      ended();
      assertEquals(List.of("weak true wifi"), told());
      assertEquals(3, run.log().stream().filter("request:fail timeout"::equals).count());
    }
  }

  @ParameterizedTest // S-row 26
  @CsvSource({"400, ''", "401, weak true wifi"})
  void threeHandshakesOfMoreThan400MsAreAWeakNetwork(int ms, String event) throws Exception {
    run.start();
    try (BusyServer server = new BusyServer()) {
      get(3, server.url(), 60_000);
      server.awaitConnecting(3);
      run.advance(ms);
      server.serve();
      run.settle();
      assertEquals(event, String.join("\n", run.log()));
    }
  }

  @Test // S-row 26
  void answersThatDoNotComeInTimeAreLostAndSlowOnesAreNot() throws Exception {
    CompletableFuture<Void> later = new CompletableFuture<>();
    run.lab.on("GET /slow", Answer.json("1").after(later));
    run.lab.on("GET /never", Answer.json("1").after(new CompletableFuture<>()));
    run.start();
    for (int i = 0; i < 3; i++) {
      get(1, "https://api.example.com/slow?" + i, 60_000);
      run.lab.awaitRequests("GET /slow", i + 1, LONG);
    }
    run.advance(50_000);
    later.complete(null);
    run.settle();
    assertEquals(List.of(), run.log());
    for (int i = 0; i < 3; i++) {
      get(1, "https://api.example.com/never?" + i, 1000);
      run.lab.awaitRequests("GET /never", i + 1, LONG);
    }
    run.advance(1000);
    ended();
    assertEquals(List.of("weak true wifi"), told());
  }

  @Test
  void whatTheProgramAbortsOrTheNetworkCutsIsNoSign() throws Exception {
    run.lab.on("GET /never", Answer.json("1").after(new CompletableFuture<>()));
    run.start();
    for (int i = 0; i < 4; i++) {
      String url = "https://api.example.com/never?" + i;
      run.script("globalThis.task = wx.request({ url: '%s' }); undefined".formatted(url));
      run.lab.awaitRequests("GET /never", i + 1, LONG);
      run.eval("task.abort()");
    }
    for (int i = 4; i < 8; i++) {
      get(1, "https://api.example.com/never?" + i, 60_000);
      run.lab.awaitRequests("GET /never", i + 1, LONG);
    }
    run.host().phone(p -> p.setNetwork(NetworkType.NONE));
    ended();
    assertEquals(List.of(), told());
  }

  @Test
  void anotherNetworkIsNotWeakForWhatTheLastOneWas() throws Exception {
    run.start();
    get(3, "http://127.0.0.1:" + closedPort() + "/", 1000).settle();
    run.host().phone(p -> p.setNetwork(NetworkType.G5));
    run.eval("ask()");
    assertEquals(List.of("weak true wifi", "weak false 5g", "false"), told());
  }

  @Test
  void itCanBeSaidAndListenersHearOfChangesUntilTheyAreTakenOff() throws Exception {
    run.set("device.weakNetwork=on").start();
    run.eval("ask()");
    run.host().phone(p -> p.setWeakNetwork(Device.WeakNetwork.ON));
    run.host().phone(p -> p.setWeakNetwork(Device.WeakNetwork.OFF));
    get(3, "http://127.0.0.1:" + closedPort() + "/", 1000).settle();
    run.host().phone(p -> p.setWeakNetwork(Device.WeakNetwork.AUTO));
    run.settle();
    assertEquals(List.of("true", "weak false wifi", "weak true wifi"), told());
    run.eval("wx.onNetworkWeakChange(r => console.log('other', r.weakNet)); undefined");
    run.eval("wx.offNetworkWeakChange(listener)");
    run.host().phone(p -> p.setWeakNetwork(Device.WeakNetwork.OFF));
    run.settle().eval("wx.offNetworkWeakChange()");
    run.host().phone(p -> p.setWeakNetwork(Device.WeakNetwork.ON));
    run.settle();
    assertEquals(List.of("other false"), told().subList(3, told().size()));
  }
}
