package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** wx.createUDPSocket, with a real peer at 127.0.0.2, which is in the LAN of these runs. */
class UdpSocketFamilyTest {
  private static final String SETUP =
      """
      globalThis.socket = wx.createUDPSocket();
      globalThis.text = bytes => String.fromCharCode(...new Uint8Array(bytes));
      socket.onMessage(r => console.log('message', text(r.message), r.remoteInfo.address, r.remoteInfo.family, r.remoteInfo.size));
      socket.onError(r => console.log('error', r.errCode, r.errMsg));
      socket.onClose(() => console.log('close'));
      globalThis.to = (message, more) => socket.send({ address: '127.0.0.2', port: %d, message, ...more });
      undefined
      """;

  private DatagramSocket peer;
  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    peer = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"));
    run = new TestRun().set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}");
  }

  @AfterEach
  void close() throws Exception {
    peer.close();
    run.close();
  }

  private void launch() throws Exception {
    run.start();
    run.script(SETUP.formatted(peer.getLocalPort()));
  }

  private DatagramPacket receive() throws Exception {
    peer.setSoTimeout(20_000);
    DatagramPacket packet = new DatagramPacket(new byte[70_000], 70_000);
    peer.receive(packet);
    return packet;
  }

  private String received() throws Exception {
    DatagramPacket packet = receive();
    return new String(
        packet.getData(), 0, packet.getLength(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private void assertNothingCame() throws Exception {
    peer.setSoTimeout(300);
    try {
      peer.receive(new DatagramPacket(new byte[10], 10));
    } catch (SocketTimeoutException nothing) {
      return;
    }
    throw new AssertionError("a datagram reached the peer");
  }

  @Test // S-row 15
  void whatIsSentArrivesAndTheAnswerIsToldWithBothEnds() throws Exception {
    launch();
    run.script(
        """
        socket.onListening(() => console.log('listening'));
        globalThis.port = socket.bind();
        console.log(typeof port, port > 0);
        socket.onMessage(r => console.log(r.localInfo.family, r.localInfo.port === port, r.message instanceof ArrayBuffer));
        to('茶'); undefined
        """);
    DatagramPacket packet = receive();
    assertEquals(
        "茶",
        new String(
            packet.getData(), 0, packet.getLength(), java.nio.charset.StandardCharsets.UTF_8));
    peer.send(new DatagramPacket("back".getBytes(), 4, packet.getSocketAddress()));
    run.awaitLog(4);
    run.assertLog("number true", "listening", "message back 127.0.0.2 IPv4 4", "IPv4 true true");
  }

  @Test // S-row 15
  void aPortThatIsGivenIsTheOneThatIsBound() throws Exception {
    launch();
    int free = OtherServer.freePort();
    run.script("console.log(socket.bind(" + free + ") === " + free + ", socket.bind(0))");
    run.awaitLog(2);
    run.assertLog("true -1", "error -2 bind socket fail: errno:22 errmsg:Invalid argument");
  }

  @Test
  void theFirstDatagramBindsTheSocketSoThatBindComesTooLate() throws Exception {
    launch();
    run.script("to('one'); console.log(socket.bind()); to('two'); undefined");
    assertEquals("one", received());
    assertEquals("two", received());
    run.awaitLog(2).assertLog("-1", "error -2 bind socket fail: errno:22 errmsg:Invalid argument");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NaN | error -4 set ttl fail: ttl must be a number.",
        "'1' | error -4 set ttl fail: ttl must be a number.",
        "    | error -4 set ttl fail: ttl must be a number.",
        "256 | error -2 set ttl socket fail: errno:22 errmsg:Invalid argument",
        "-1  | error -2 set ttl socket fail: errno:22 errmsg:Invalid argument",
      })
  void aTimeToLiveIsANumberFrom0To255(String ttl, String error) throws Exception {
    launch();
    run.script("socket.setTTL(64); socket.setTTL(" + (ttl == null ? "" : ttl) + "); undefined");
    run.awaitLog(1).assertLog(error);
  }

  @ParameterizedTest
  @CsvSource({"udp4, '[::1]'", "udp6, 127.0.0.2"})
  void aNameWithoutAnAddressOfTheFamilyIsAnErrorAndTheSocketLivesOn(String type, String address)
      throws Exception {
    run.set("domains.udpdomain=[\"udp://six.example.com\"]")
        .set("hosts.six.example.com=" + address + ":" + peer.getLocalPort());
    launch();
    run.script(
        "globalThis.other = wx.createUDPSocket('"
            + type
            + "'); other.onError(r => console.log(r.errMsg)); other.onClose(() =>"
            + " console.log('closed'));"
            + " globalThis.say = () => other.send({ address: 'six.example.com', port: 7000,"
            + " message: 'x' }); say(); undefined");
    String error = "send socket fail: errno:7 errmsg:No address associated with hostname";
    run.awaitLog(1).assertLog(error);
    run.script("say(); other.close(); undefined").awaitLog(3).assertLog(error, error, "closed");
    assertNothingCame();
  }

  @ParameterizedTest // S-row 16
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bytes.buffer | `` | abcdef",
        "bytes.buffer | offset: 2 | cdef",
        "bytes.buffer | offset: 1, length: 3 | bcd",
        "bytes.buffer | length: 2 | ab",
        "bytes.subarray(2, 4) | `` | cd",
        "new DataView(bytes.buffer, 1, 2) | `` | bc",
      })
  void offsetAndLengthCutWhatIsSent(String message, String more, String arrives) throws Exception {
    launch();
    run.script(
        "const bytes = Uint8Array.from('abcdef', c => c.charCodeAt(0)); to("
            + message
            + ", {"
            + more
            + "}); undefined");
    assertEquals(arrives, received());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new ArrayBuffer(4), { offset: 5 } | error -2 send fail: offset 5 and length -1 are not"
            + " within 4 bytes",
        "new ArrayBuffer(4), { offset: -1 } | error -2 send fail: offset -1 and length 5 are not"
            + " within 4 bytes",
        "new ArrayBuffer(4), { offset: 2, length: 3 } | error -2 send fail: offset 2 and length 3"
            + " are not within 4 bytes",
        "42 | error -2 send fail: message should be String or ArrayBuffer instead of Number",
        "undefined | error -2 send fail: message should be String or ArrayBuffer instead of"
            + " Undefined",
        "'', { port: 0 } | error 2 send fail: invalid port 0",
        "'', { port: 65536 } | error 2 send fail: invalid port 65536",
        "'', { address: undefined } | error 1 send fail: invalid address undefined",
        "new ArrayBuffer(70000) | error -2 send socket fail: errno:90 errmsg:Message too long",
      })
  void whatCannotBeSentIsAnErrorEventAndNothingIsThrown(String arguments, String error)
      throws Exception {
    launch();
    run.script("to(" + arguments + "); undefined");
    run.awaitLog(1).assertLog(error);
    assertNothingCame();
  }

  @Test // S-row 16
  void afterCloseEverySendIsAnErrorAndNothingElseIsTold() throws Exception {
    launch();
    run.script(
        "socket.bind(); to('last'); socket.close(); to('late'); socket.write({}); socket.close();"
            + " undefined");
    assertEquals("last", received());
    run.awaitLog(3);
    run.script("to('later still'); undefined").awaitLog(4);
    assertEquals(
        List.of(
            "close",
            "error -1 send fail: socket has been closed",
            "error -1 send fail: socket has been closed",
            "error -1 write fail: socket has been closed"),
        run.log().stream().sorted().toList());
    assertNothingCame();
  }

  @ParameterizedTest // S-row 17, S-row 14, LAN-6
  @ValueSource(strings = {"127.0.0.1", "localhost", "10.1.2.3", "224.0.0.1", "::1", "not.listed"})
  void otherAddressesThanPeersAreRefused(String address) throws Exception {
    String from = address.contains(":") ? "[" + address + "]" : address;
    String there = from + ":" + peer.getLocalPort();
    run.set("hosts." + there + "=127.0.0.2:" + peer.getLocalPort()); // not refused, it arrives
    launch();
    run.script(
        "socket.send({ address: '"
            + address
            + "', port: "
            + peer.getLocalPort()
            + ", message: 'x' }); undefined");
    run.awaitLog(1).assertLog("error 1 send fail: invalid address " + address);
    assertEquals(1, run.decisions().size());
    assertNothingCame();
  }

  @Test // S-row 17
  void withAnyTheDeviceItselfMayBeReached() throws Exception {
    run.set("rules.udp=any");
    launch();
    run.script(
        """
        const port = socket.bind();
        wx.createUDPSocket().send({ address: 'localhost', port, message: 'hello me' });
        undefined
        """);
    run.awaitLog(1).assertLog("message hello me 127.0.0.1 IPv4 8");
  }

  @ParameterizedTest // S-row 17
  @ValueSource(strings = {"lan", "any"})
  void theBroadcastAddressIsAdmittedByBothPolicies(String policy) throws Exception {
    run.set("rules.udp=" + policy);
    launch();
    run.script("socket.send({ address: '255.255.255.255', port: 9, message: 'x' }); undefined")
        .settle();
    assertEquals(List.of("allowed UDP_PEER"), run.decisions());
  }

  @Test // LAN-6
  void aListedNameIsAdmitted() throws Exception {
    run.set("domains.udpdomain=[\"udp://game.example.com\"]")
        .set("hosts.game.example.com=127.0.0.2:" + peer.getLocalPort());
    launch();
    run.script(
        "socket.send({ address: 'game.example.com', port: 7000, message: 'hi' }); undefined");
    assertEquals("hi", received());
  }

  @Test
  void withoutANetworkNothingIsSentAndLaterItIs() throws Exception {
    launch();
    run.host().phone(p -> p.setNetwork(minihost.config.Device.NetworkType.NONE));
    run.script("to('lost'); undefined").awaitLog(1);
    run.assertLog("error -2 send socket fail: errno:101 errmsg:Network is unreachable");
    assertNothingCame();
    run.host().phone(p -> p.setNetwork(minihost.config.Device.NetworkType.WIFI));
    run.script("to('there'); undefined");
    assertEquals("there", received());
  }

  @Test // BG-9
  void inBackgroundNothingIsSentAndWhatArrivesWaits() throws Exception {
    launch();
    run.script("socket.bind(); to('here'); undefined");
    DatagramPacket packet = receive();
    run.host().background();
    run.advance(6_000);
    peer.send(new DatagramPacket("while away".getBytes(), 10, packet.getSocketAddress()));
    run.script("to('hidden'); undefined");
    assertNothingCame();
    run.host().foreground();
    run.awaitLog(2);
    assertEquals(
        List.of("error -3 send socket fail: no permission", "message while away 127.0.0.2 IPv4 10"),
        run.log().stream().sorted().toList());
  }
}
