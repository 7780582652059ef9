package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wx.connectSocket} and its SocketTask, over real sockets with TLS. */
class ConnectSocketFamilyTest {
  @Test // S-row 6
  void textAndBytesComeBackAsWhatTheyWere() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.script(
          "a.onMessage(r => console.log(r.data instanceof ArrayBuffer, typeof r.data))");
      sockets.call("a.send", "data: 'grüße'");
      sockets.run.awaitLog(5);
      sockets.call("a.send", "data: new Uint8Array([1, 2, 255]).buffer");
      sockets.run.awaitLog(8);
      sockets.run.assertLog(
          "a connectSocket:ok",
          "a open",
          "sendSocketMessage:ok",
          "a message grüße",
          "false string",
          "sendSocketMessage:ok",
          sockets.run.log().get(6),
          "true object");
      assertEquals("text grüße", sockets.server.next());
      assertEquals("bytes 0102ff", sockets.server.next());
      sockets.call("a.close", "");
      sockets.run.settle();
      assertEquals("closeSocket:ok", sockets.run.log().get(8));
      assertEquals("a close 1000 ", sockets.run.log().get(9));
      assertEquals("closing 1000 ", sockets.server.next());
    }
  }

  @ParameterizedTest // S-row 2
  @ValueSource(strings = {"http://x", "x", "", "wss:/x", " wss://ws.example.com/"})
  void whatIsNoWebSocketUrlGivesNoTask(String url) throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", "url: '" + url + "'").run.settle();
      sockets.run.assertLog("a connectSocket:fail invalid url \"" + url + "\" 600009");
      sockets.run.script("console.log(a)").awaitLog(2);
      assertEquals("undefined", sockets.run.log().getLast());
    }
  }

  @ParameterizedTest // S-row 3, S-row 4
  @ValueSource(
      strings = {
        "wss://other.example.com/",
        "wss://a.ws.example.com/",
        "wss://example.com/",
        "ws://ws.example.com/"
      })
  void aHostThatIsNotListedGetsAnErrorEventAndNoConnection(String url) throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", "url: '" + url + "'").run.settle();
      sockets.run.script("console.log(a.readyState)");
      sockets.run.assertLog(
          "a connectSocket:ok", "a error fail:url not in domain list 600002", "3");
      assertEquals(0, sockets.server.requests());
      assertEquals("[refused DOMAIN_LISTED]", sockets.run.decisions().toString());
    }
  }

  @Test // S-row 4
  void anEntryAdmitsEveryPort() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", "url: 'wss://ws.example.com:9999/'").run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a open");
      assertEquals("ws.example.com:9999", sockets.server.handshake().get("Host"));
    }
  }

  @Test // S-row 1
  void theSixthSocketFailsUntilOneOfFiveHasClosed() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      for (String name : "abcde".split("")) sockets.connect(name, SocketRun.OPTIONS);
      sockets.run.settle();
      assertEquals(5, sockets.server.requests());
      sockets.connect("f", SocketRun.OPTIONS + " }); console.log(f.readyState, f.CLOSED); ({");
      sockets.run.settle();
      assertEquals("3 3", sockets.run.log().get(10));
      assertEquals(
          "f connectSocket:fail fail reach max websocket connect count 5 600007",
          sockets.run.log().get(11));
      assertEquals(5, sockets.server.requests());
      sockets.run.script(
          "a.onClose(() => { globalThis.g = wx.connectSocket({ url: 'wss://ws.example.com/' });"
              + " g.onOpen(() => console.log('g open')) }); a.close()");
      sockets.run.settle();
      assertEquals("g open", sockets.run.log().get(13));
      assertEquals(12, sockets.run.log().indexOf("a close 1000 "));
      assertEquals(6, sockets.server.requests());
    }
  }
}
