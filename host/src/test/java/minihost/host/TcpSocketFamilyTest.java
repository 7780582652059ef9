package minihost.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.List;
import minihost.config.Device.NetworkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** wx.createTCPSocket, with a real peer at 127.0.0.2, which is in the LAN of these runs. */
class TcpSocketFamilyTest {
  private static final String SETUP =
      """
      globalThis.text = bytes => String.fromCharCode(...new Uint8Array(bytes));
      globalThis.make = () => {
        const socket = wx.createTCPSocket();
        socket.onConnect(r => console.log('connect'));
        socket.onMessage(r => console.log('message', text(r.message)));
        socket.onError(r => console.log('error', r.errCode, r.errMsg, r.errNum ?? ''));
        socket.onClose(() => console.log('close'));
        return socket;
      };
      globalThis.socket = make();
      globalThis.peer = { address: '127.0.0.2', port: %d };
      undefined
      """;

  private ServerSocket server;
  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"));
    server.setSoTimeout(20_000);
    run = new TestRun().set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}");
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    run.close();
  }

  private void launch() throws Exception {
    run.start();
    run.script(SETUP.formatted(server.getLocalPort()));
  }

  private Socket connected() throws Exception {
    run.script("socket.connect(peer); undefined");
    Socket accepted = server.accept();
    run.awaitLog(1).assertLog("connect");
    return accepted;
  }

  private void assertNobodyCame() throws IOException {
    server.setSoTimeout(200);
    try {
      server.accept().close();
    } catch (SocketTimeoutException nobody) {
      return;
    }
    throw new AssertionError("a connection reached the peer");
  }

  @Test // S-row 20, S-row 14, LAN-6
  void bytesAndTextGoRoundAndBothEndsAreTold() throws Exception {
    launch();
    run.script(
        """
        socket.onConnect(r => console.log(r.remoteInfo.address, r.remoteInfo.family, r.remoteInfo.port === peer.port,
          r.localInfo.port > 0, r.useHttpDNS, r.exception.reasons.length));
        socket.onMessage(r => console.log(r.message instanceof ArrayBuffer, r.remoteInfo.port === peer.port, r.localInfo.family));
        socket.connect(peer); undefined
        """);
    try (Socket accepted = server.accept()) {
      run.awaitLog(2);
      run.script(
          "socket.write('茶'); socket.write(new Uint8Array([65, 66, 67]).subarray(1)); undefined");
      assertEquals("茶BC", new String(accepted.getInputStream().readNBytes(5), UTF_8));
      accepted.getOutputStream().write("ok".getBytes(UTF_8));
      run.awaitLog(4);
    }
    run.awaitLog(5);
    run.assertLog(
        "connect", "127.0.0.2 IPv4 true true false 0", "message ok", "true true IPv4", "close");
  }

  /** As a program has it that passes on what was typed. */
  @Test
  void aPortMayBeText() throws Exception {
    launch();
    run.script("socket.connect({ ...peer, port: String(peer.port) }); undefined");
    server.accept().close();
    run.awaitLog(2).assertLog("connect", "close");
    run.script("socket = make(); socket.connect({ ...peer, port: '8o80' }); undefined").awaitLog(3);
    assertEquals("error 2", run.log().getLast().substring(0, 7));
  }

  @Test
  void whatWasWrittenArrivesBeforeTheProgramsClose() throws Exception {
    launch();
    try (Socket accepted = connected()) {
      run.script("socket.write('x'.repeat(20000000)); socket.close(); socket.close(); undefined");
      // The buffers are full, for longer than virtual time waits for a socket.
      Thread.sleep(600);
      assertEquals(20_000_000, accepted.getInputStream().readAllBytes().length);
      run.awaitLog(2).assertLog("connect", "close");
      run.script("socket.write('late'); undefined").awaitLog(3);
      assertEquals("error -2 write socket fail: socket not connected 107", run.log().getLast());
    }
  }

  @Test
  void aPeerThatTakesNothingIsGivenUpFiveSecondsAfterTheClose() throws Exception {
    launch();
    try (Socket accepted = connected()) {
      run.script("socket.write('x'.repeat(20000000)); socket.close(); undefined");
      run.advance(4_999).assertLog("connect");
      run.advance(1).awaitLog(2).assertLog("connect", "close");
      assertTrue(accepted.isConnected());
    }
  }

  @Test
  void aResetIsAnErrorAndThenTheClose() throws Exception {
    launch();
    try (Socket accepted = connected()) {
      accepted.setSoLinger(true, 0);
    }
    run.awaitLog(3);
    run.assertLog(
        "connect",
        "error -2 read socket fail: errno:104 errmsg:Connection reset by peer 104",
        "close");
  }

  @Test
  void writingBeforeTheConnectionIsAnError() throws Exception {
    launch();
    run.script("socket.write('x'); undefined").awaitLog(1);
    run.assertLog("error -2 write socket fail: socket not connected 107");
  }

  @Test
  void aPortThatNobodyListensOnRefuses() throws Exception {
    launch();
    server.close();
    run.script("socket.connect(peer); undefined").awaitLog(2);
    run.assertLog("error -2 connect socket fail: errno:111 errmsg:Connection refused 111", "close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | error 1 connect fail: invalid address undefined",
        "{ address: '127.0.0.2' } | error 2 connect fail: invalid port undefined",
        "{ address: '127.0.0.2', port: 70000 } | error 2 connect fail: invalid port 70000",
        "{ address: '127.0.0.2', port: 2.5 } | error 2 connect fail: invalid port 2.5",
      })
  void argumentsAreCheckedBeforeTheRules(String options, String error) throws Exception {
    launch();
    run.script("socket.connect(" + options + "); undefined").awaitLog(1);
    assertEquals(error, run.log().getFirst().strip());
    assertEquals(List.of(), run.decisions());
  }

  @Test // S-row 18, LAN-7
  void forbiddenPortsAreRefused() throws Exception {
    List<Integer> ports =
        List.of(
            1, 80, 1024, 1099, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 3128, 3306, 3389, 3659,
            4045, 5060, 5061, 5432, 5984, 6000, 6379, 6566, 7001, 7002, 8000, 8050, 8100, 8443,
            8888, 9200, 9300, 10051, 10080, 11211, 27017, 27018, 27019);
    for (int port : ports) leadsToThePeer("127.0.0.2", port);
    launch();
    run.script(
        "for (const port of "
            + ports
            + ") socket.connect({ address: '127.0.0.2', port }); undefined");
    run.awaitLog(ports.size());
    assertEquals(
        ports.stream().map(p -> "error -4 connect fail: invalid address 127.0.0.2:" + p).toList(),
        run.log().stream().map(String::strip).toList());
    assertEquals(Collections.nCopies(ports.size(), "refused TCP_PORT"), run.decisions());
    assertNobodyCame();
  }

  /** So that whatever is not refused arrives. */
  private void leadsToThePeer(String host, int port) {
    String from = host.contains(":") ? "[" + host + "]" : host;
    run.set("hosts." + from + ":" + port + "=127.0.0.2:" + server.getLocalPort());
  }

  @ParameterizedTest // S-row 18
  @ValueSource(ints = {1025, 7999, 8101})
  void otherPortsAreAdmitted(int port) throws Exception {
    leadsToThePeer("127.0.0.2", port);
    launch();
    run.script("socket.connect({ address: '127.0.0.2', port: " + port + " }); undefined");
    server.accept().close();
    assertEquals(List.of("allowed LAN_PEER"), run.decisions());
  }

  @ParameterizedTest // S-row 20, S-row 14
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "10.1.2.3",
        "not.listed",
        "::1",
        "127.255.255.255",
        "127.0.0.0"
      })
  void otherHostsThanPeersAndListedOnesAreRefused(String host) throws Exception {
    int port = server.getLocalPort();
    leadsToThePeer(host, port);
    launch();
    run.script("socket.connect({ address: '" + host + "', port: " + port + " }); undefined")
        .awaitLog(1);
    assertEquals(
        "error -4 connect fail: invalid address " + host + ":" + port,
        run.log().getFirst().strip());
    assertNobodyCame();
  }

  @Test // S-row 20, LAN-6
  void aListedNameIsAdmittedOnAnyPort() throws Exception {
    run.set("domains.tcpdomain=[\"tcp://game.example.com:9000\"]")
        .set("hosts.game.example.com=127.0.0.2:" + server.getLocalPort());
    launch();
    run.script("socket.connect({ address: 'game.example.com', port: 9999 }); undefined");
    server.accept().close();
    assertEquals(List.of("allowed DOMAIN_LISTED"), run.decisions());
  }

  @ParameterizedTest
  @CsvSource({"ipv4, '[::1]'", "ipv6, 127.0.0.2"})
  void aSocketReachesOnlyAddressesOfItsFamily(String type, String address) throws Exception {
    run.set("domains.tcpdomain=[\"tcp://game.example.com\"]")
        .set("hosts.game.example.com=" + address + ":" + server.getLocalPort());
    launch();
    run.script(
        "socket = wx.createTCPSocket({ type: '"
            + type
            + "' }); socket.onError(r => console.log(r.errMsg, r.errNum));"
            + " socket.connect({ address: 'game.example.com', port: 9999 }); undefined");
    run.awaitLog(1)
        .assertLog("connect socket fail: errno:7 errmsg:No address associated with hostname 7");
    assertNobodyCame();
  }

  @Test
  void aSocketOfIpv6Connects() throws Exception {
    try (ServerSocket six = new ServerSocket(0, 50, InetAddress.getByName("::1"))) {
      run.set("domains.tcpdomain=[\"tcp://game.example.com\"]")
          .set("hosts.game.example.com=[::1]:" + six.getLocalPort());
      launch();
      run.script(
          "socket = wx.createTCPSocket({ type: 'ipv6' });"
              + " socket.onConnect(r => console.log(r.remoteInfo.family, r.localInfo.family));"
              + " socket.connect({ address: 'game.example.com', port: 9999 }); undefined");
      six.accept().close();
      run.awaitLog(1).assertLog("IPv6 IPv6");
    }
  }

  @ParameterizedTest // S-row 20
  @CsvSource({"'', 2000", "'timeout: 1', 1000", "'timeout: 0.5', 500", "'timeout: -1', 2000"})
  void theTimeoutIsInSeconds(String option, int millis) throws Exception {
    // A queue that is full drops what knocks: nobody accepts here.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
        Socket one = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket two = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertTrue(one.isConnected() && two.isConnected());
      launch();
      run.script(
          "socket.connect({ address: '127.0.0.2', port: "
              + full.getLocalPort()
              + ", "
              + option
              + " }); undefined");
      run.advance(millis - 1).assertLog();
      run.advance(1).awaitLog(2);
      run.assertLog(
          "error -2 connect socket fail: errno:110 errmsg:Connection timed out 110", "close");
    }
  }

  @Test // S-row 19, LAN-7
  void theTwentyFirstWithinFiveMinutesThrows() throws Exception {
    launch();
    String count =
        """
        (() => {
          try {
            for (let n = 0; ; n++) { globalThis.made = n; wx.createTCPSocket().close(); }
          } catch (e) {
            console.log(made, e instanceof Error, e.message);
          }
        })()
        """;
    run.script(count);
    run.advance(299_999).script(count);
    run.advance(1).script(count);
    run.assertLog(
        "19 true [TCPSocket] created too much.",
        "0 true [TCPSocket] created too much.",
        "20 true [TCPSocket] created too much.");
  }

  @Test // BG-9
  void hiddenForFiveSecondsItIsClosed() throws Exception {
    launch();
    try (Socket accepted = connected()) {
      run.host().background();
      run.script("socket.write('x'); make().connect(peer); undefined").awaitLog(3);
      assertEquals(
          List.of(
              "error -3 write socket fail: no permission", "error -3 connect fail: no permission"),
          run.log().subList(1, 3).stream().map(String::strip).toList());
      run.advance(5_000).awaitLog(4);
      assertEquals("close", run.log().getLast());
      assertEquals(-1, accepted.getInputStream().read());
    }
    assertNobodyCame();
  }

  @Test
  void whenTheNetworkGoesItDiesAndNothingOpensUntilItIsBack() throws Exception {
    launch();
    try (Socket accepted = connected()) {
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.awaitLog(3);
      assertEquals(-1, accepted.getInputStream().read());
    }
    String unreachable = "fail: errno:101 errmsg:Network is unreachable 101";
    run.assertLog("connect", "error -2 read socket " + unreachable, "close");
    run.script("socket = make(); socket.connect(peer); undefined").awaitLog(4);
    assertEquals("error -2 connect socket " + unreachable, run.log().getLast());
    run.host().phone(p -> p.setNetwork(NetworkType.WIFI));
    run.script("socket.connect(peer); undefined");
    server.accept().close();
  }

  @Test
  void bindWifiSaysThatItIsNotForThisPhone() throws Exception {
    launch();
    run.script("socket.bindWifi({ BSSID: '8c:a6:df:c8:f7:4b' }); undefined").awaitLog(1);
    assertEquals(
        "error 5 bindWifi fail: unsupport method on this platform", run.log().getFirst().strip());
  }
}
