package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.config.Device.NetworkType;
import minihost.host.RawSocketServer.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events a WebSocket raises, and when it is over (sockets sheet 1.4, 1.7). */
class ConnectSocketEventsTest {
  private static final String LAN = "url: 'ws://192.168.1.30/'";

  private static SocketRun inLan(RawSocketServer peer) throws Exception {
    SocketRun sockets = new SocketRun();
    sockets.run.set("device.lan={\"ip\":\"192.168.1.20\",\"netmask\":\"255.255.255.0\"}");
    for (String host : new String[] {"192.168.1.30", "192.168.1.20", "192.168.2.30"})
      sockets.run.set("hosts." + host + "=127.0.0.1:" + peer.port());
    return sockets;
  }

  @ParameterizedTest // S-row 14
  @ValueSource(strings = {"ws://192.168.1.30/", "ws://192.168.1.30:8080/x", "192.168.1.30:8080/x"})
  void aPeerInTheLanNeedsNoList(String url) throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.MUTE, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", "url: '" + url + "'").run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a open");
    }
  }

  @ParameterizedTest // S-row 14
  @ValueSource(strings = {"ws://192.168.1.20/", "ws://192.168.2.30/", "ws://127.0.0.1/"})
  void oneSelfAndOtherSubnetsAreNoPeers(String url) throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.MUTE, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", "url: '" + url + "'").run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a error fail:url not in domain list 600002");
    }
  }

  @ParameterizedTest // S-row 9
  @CsvSource({
    "close 4001 bye, a close 4001 bye, closing 4001 bye",
    "close 1000 'over', a close 1000 'over', closing 1000 'over'"
  })
  void whatTheServerSaysAtItsClosePassesThrough(String say, String hear, String answered)
      throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.script("a.send({ data: '" + say.replace("'", "") + "' })").awaitLog(3);
      sockets.run.settle();
      assertEquals(hear.replace("'", ""), sockets.run.log().get(2));
    }
  }

  @Test // S-row 9
  void aCloseWithoutACodeIsTheCodeThatSaysSo() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.SPEAKS, "8800");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN).run.awaitLog(3).settle();
      sockets.run.assertLog("a connectSocket:ok", "a open", "a close 1005 ");
      assertEquals("1000", peer.nextClose());
    }
  }

  @Test // S-row 9
  void aConnectionThatBreaksIsAnErrorAndACloseWith1006() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.DROPS, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN).run.settle();
      sockets.run.script("a.send({ data: 'x' })").awaitLog(4);
      sockets.run.assertLog(
          "a connectSocket:ok",
          "a open",
          "a error abnormal closure no errno",
          "a close 1006 abnormal closure");
    }
  }

  @ParameterizedTest // S-row 9
  @CsvSource({
    "wss://ws.example.com/refuse, exception Invalid status code received: 403",
    "wss://ws.example.com/away, exception Invalid status code received: 302",
    "wss://gone.example.com/, exception net::ERR_NAME_NOT_RESOLVED"
  })
  void aHandshakeThatFailsIsAnErrorAlone(String url, String error) throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.set(
          "domains.wsrequestdomain=[\"wss://ws.example.com\",\"wss://gone.example.com\"]");
      sockets.run.set("hosts.gone.example.com=gone.invalid:1").start();
      sockets.connect("a", "url: '" + url + "'").run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a error " + error + " no errno");
    }
  }

  @ParameterizedTest // S-row 10
  @CsvSource({
    "timeout: 300, 2000, 300",
    "'', 2000, 2000",
    "timeout: 0, 2000, 2000",
    "'', '', 60000"
  })
  void theHandshakeHasAsLongAsTheCallSaysElseAppJsonElseAMinute(
      String option, String app, int expected) throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.SILENT, "");
        SocketRun sockets = inLan(peer)) {
      if (!app.isEmpty())
        sockets.run.file(
            "app.json",
            "{\"pages\":[\"pages/index/index\"],\"networkTimeout\":{\"connectSocket\":"
                + app
                + "}}");
      sockets.run.start();
      sockets.connect("a", LAN + ", " + option);
      peer.nextHandshake();
      sockets.run.advance(expected - 1).assertLog("a connectSocket:ok");
      sockets.run.advance(1).settle();
      sockets.run.assertLog("a connectSocket:ok", "a error connect response time out no errno");
    }
  }

  @Test // S-row 8
  void aServerThatNeverAnswersACloseHasFiveSeconds() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.MUTE, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN).run.settle();
      sockets.call("a.close", "code: 3000, reason: 'x'").run.awaitLog(3);
      assertEquals("3000 x", peer.nextClose());
      sockets.run.advance(4_999);
      sockets.call("a.close", "").run.awaitLog(4);
      sockets.run.advance(1).settle();
      sockets.run.assertLog(
          "a connectSocket:ok",
          "a open",
          "closeSocket:ok",
          "closeSocket:ok",
          "a close 1006 abnormal closure");
    }
  }

  @Test // S-row 8
  void closedWhileConnectingItNeverOpens() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.SILENT, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN);
      peer.nextHandshake();
      sockets.call("a.close", "code: 3001, reason: 'never mind'").run.settle();
      assertTrue(
          sockets.run.log().contains("a close 3001 never mind"), sockets.run.log()::toString);
      assertTrue(sockets.run.log().contains("closeSocket:ok"));
      assertEquals(3, sockets.run.log().size());
    }
  }

  @Test // S-row 12, BG-8
  void fiveSecondsInBackgroundCloseWhatIsOpen() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.host().background();
      sockets.run.advance(4_999);
      assertEquals(2, sockets.run.log().size());
      sockets.run.advance(1).settle();
      assertEquals("a close 1000 interrupted", sockets.run.log().get(2));
      assertEquals("closing 1000 interrupted", sockets.server.next());
    }
  }

  @Test // TMO-6
  void anOpenSocketHasNoTimeout() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.advance(120_000).script("a.send({ data: 'late' })").awaitLog(3);
      sockets.run.assertLog("a connectSocket:ok", "a open", "a message late");
    }
  }

  @Test // S-row 12, BG-8
  void whoComesBackAfterFourSecondsFindsItOpen() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.host().background();
      sockets.run.advance(4_000);
      sockets.call("a.send", "data: 'x'").connect("b", SocketRun.OPTIONS).run.settle();
      sockets.run.host().foreground();
      sockets.run.advance(4_000).script("a.send({ data: 'y' })").awaitLog(5);
      sockets.run.assertLog(
          "a connectSocket:ok",
          "a open",
          "sendSocketMessage:fail interrupted",
          "b connectSocket:fail interrupted 600003",
          "a message y");
      assertEquals(1, sockets.server.requests());
    }
  }

  @Test // S-row 12
  void whenTheProgramIsDestroyedTheServerHearsAndTheProgramDoesNot() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.MUTE, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN).run.settle();
      sockets.run.host().destroy();
      assertEquals("1001", peer.nextClose());
      sockets.run.advance(5_000).settle();
      sockets.run.assertLog("a connectSocket:ok", "a open");
    }
  }

  @Test // S-row 9
  void withoutANetworkWhatIsOpenBreaks() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.host().phone(p -> p.setNetwork(NetworkType.NONE));
      sockets.run.awaitLog(4).settle();
      assertEquals("a error network is down no errno", sockets.run.log().get(2));
      assertEquals("a close 1006 abnormal closure", sockets.run.log().get(3));
    }
  }

  @Test // S-row 13
  void aServerThatCompressesUnaskedIsRefused() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.COMPRESSES, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN).run.settle();
      sockets.run.assertLog(
          "a connectSocket:ok",
          "a error exception Invalid extension received: permessage-deflate no errno");
    }
  }

  @Test // S-row 12
  void aProgramThatPlaysInBackgroundKeepsItsSockets() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.file(
          "app.json",
          "{\"pages\":[\"pages/index/index\"],\"requiredBackgroundModes\":[\"audio\"]}");
      sockets.opened().run.host().background();
      sockets.run.advance(60_000);
      sockets.run.host().foreground();
      sockets.run.script("a.send({ data: 'still here' })").awaitLog(3);
      sockets.run.assertLog("a connectSocket:ok", "a open", "a message still here");
    }
  }

  @Test // S-row 12
  void aHandshakeIsCutAfterFiveSecondsInBackground() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.SILENT, "");
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.connect("a", LAN);
      peer.nextHandshake();
      sockets.run.host().background();
      sockets.run.advance(5_000).settle();
      sockets.run.assertLog("a connectSocket:ok", "a error interrupted no errno");
    }
  }

  @Test // S-row 13
  void plainSocketsKnowNoProxyAndThoseWithTlsDo() throws Exception {
    try (RawSocketServer peer = new RawSocketServer(Way.MUTE, "");
        SocketRun sockets = inLan(peer)) {
      int proxy = sockets.run.lab.proxy().address().getPort();
      sockets.run.set("device.systemProxy=127.0.0.1:" + proxy).start();
      sockets.connect("a", LAN).run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a open");
      assertEquals(List.of(), sockets.run.lab.proxy().seen());
      sockets.connect("b", SocketRun.OPTIONS).run.settle();
      assertEquals(List.of("CONNECT ws.example.com:443"), sockets.run.lab.proxy().seen());
    }
  }

  @Test // S-row 6
  void moreMessagesThanMayWaitAllArrive() throws Exception {
    int messages = 200;
    String frame = "8205" + "00".repeat(5);
    try (RawSocketServer peer = new RawSocketServer(Way.SPEAKS, frame.repeat(messages));
        SocketRun sockets = inLan(peer)) {
      sockets.run.start();
      sockets.run.script(
          "globalThis.n = 0; wx.connectSocket({ url: 'ws://192.168.1.30/' }).onMessage(r => {"
              + " if (r.data.byteLength === 5 && ++n === "
              + messages
              + ") console.log(n) })");
      sockets.run.awaitLog(1).assertLog("" + messages);
    }
  }
}
