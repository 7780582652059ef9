package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import minihost.config.Device.NetworkType;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code .network none}: every call fails as on a phone without network, what is open dies, and
 * what is done once it is back works (sheet E15, sockets sheet 1.4, 2.3, 3.2).
 */
class NoNetworkTest {
  private static final String PEER = "127.0.0.2";
  private static final String GET = "url: 'https://api.example.com/x'";
  private static final String UNREACHABLE = "errno:101 errmsg:Network is unreachable";

  private SocketRun sockets;
  private TestRun run;
  private DatagramSocket udp;
  private ServerSocket tcp;

  @BeforeEach
  void start() throws IOException {
    sockets = new SocketRun();
    run = sockets.run.set("device.lan={\"ip\":\"127.0.0.1\",\"netmask\":\"255.0.0.0\"}");
    run.lab.on("GET /x", Answer.json("1"));
    udp = new DatagramSocket(0, InetAddress.getByName(PEER));
    udp.setSoTimeout(20_000);
    tcp = new ServerSocket(0, 50, InetAddress.getByName(PEER));
  }

  @AfterEach
  void close() throws IOException {
    udp.close();
    tcp.close();
    sockets.close();
  }

  private void devices() throws Exception {
    run.script(
        """
        globalThis.udp = () => {
          globalThis.u = wx.createUDPSocket()
          u.onError(r => console.log('udp', r.errMsg))
          u.bind()
        }
        globalThis.say = () => u.send({ address: '%1$s', port: %2$d, message: 'hi' })
        globalThis.tcp = () => {
          globalThis.t = wx.createTCPSocket()
          t.onConnect(() => console.log('tcp connect'))
          t.onError(r => console.log('tcp', r.errMsg))
          t.onClose(() => console.log('tcp close'))
          t.connect({ address: '%1$s', port: %3$d })
        }
        undefined
        """
            .formatted(PEER, udp.getLocalPort(), tcp.getLocalPort()));
  }

  private List<String> since(int lines) {
    return run.log().subList(lines, run.log().size()).stream().sorted().toList();
  }

  @Test // E15, S-row 9
  void everyCallFailsAndOnceItIsBackEveryCallWorks() throws Exception {
    run.set("device.networkType=none").start();
    devices();
    run.request(GET);
    sockets.connect("a", SocketRun.OPTIONS).run.awaitLog(3);
    run.script("udp(); say(); tcp(); undefined").awaitLog(5);
    assertEquals(
        List.of(
            "a connectSocket:ok",
            "a error exception net::ERR_INTERNET_DISCONNECTED no errno",
            "request:fail errcode:-106 cronet_error_code:-106"
                + " error_msg:net::ERR_INTERNET_DISCONNECTED 600001",
            "tcp connect socket fail: " + UNREACHABLE,
            "udp send socket fail: " + UNREACHABLE),
        since(0));
    assertEquals(0, run.lab.acceptedConnections() + sockets.server.requests());
    run.host().phone(p -> p.setNetwork(NetworkType.G5));
    run.host().phone(p -> p.setNetwork(NetworkType.WIFI));
    assertEquals("ok 200 1", run.request(GET));
    int before = run.log().size();
    sockets.connect("b", SocketRun.OPTIONS).run.awaitLog(before + 2);
    run.script("say(); t.close(); tcp(); undefined");
    udp.receive(new DatagramPacket(new byte[9], 9));
    try (Socket _ = tcp.accept()) {
      run.awaitLog(before + 4);
    }
    List<String> back = since(before);
    assertEquals(1, back.stream().filter("b open"::equals).count(), back::toString);
    assertEquals(1, back.stream().filter("tcp connect"::equals).count(), back::toString);
  }

  @Test // S-row 9
  void whatIsOpenDies() throws Exception {
    sockets.opened();
    devices();
    run.script("udp(); tcp(); undefined");
    try (Socket accepted = tcp.accept()) {
      run.awaitLog(3);
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.awaitLog(7);
      assertEquals(-1, accepted.getInputStream().read());
    }
    assertEquals(
        List.of(
            "a close 1006 abnormal closure",
            "a error network is down no errno",
            "tcp close",
            "tcp read socket fail: " + UNREACHABLE),
        since(3));
  }

  @Test // S-row 9
  void aHandshakeOfAWebSocketIsBrokenOff() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(RawSocketServer.Way.SILENT, "")) {
      run.set("hosts.127.0.0.3=127.0.0.1:" + peer.port()).start();
      sockets.connect("a", "url: 'ws://127.0.0.3/'");
      peer.nextHandshake();
      run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      run.settle().assertLog("a connectSocket:ok", "a error network is down no errno");
      assertEquals(0, run.host().status().inFlight());
    }
  }

  @Test // S-row 9
  void theFiveSocketsThatDiedLeaveTheirPlaces() throws Exception {
    sockets.opened();
    for (String name : List.of("b", "c", "d", "e"))
      sockets.connect(name, SocketRun.OPTIONS).run.settle();
    run.host().phone(p -> p.setNetwork(NetworkType.NONE));
    run.settle();
    run.host().phone(p -> p.setNetwork(NetworkType.G4));
    int before = run.log().size();
    sockets.connect("f", SocketRun.OPTIONS).run.settle();
    assertEquals(List.of("f connectSocket:ok", "f open"), since(before));
  }
}
