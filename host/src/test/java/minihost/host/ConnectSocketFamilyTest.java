package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest // S-row 2, E2d
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

  @Test // S-row 4, DOM-6, row 3
  void anEntryAdmitsEveryPort() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", "url: 'wss://ws.example.com:9999/'").run.settle();
      sockets.run.assertLog("a connectSocket:ok", "a open");
      assertEquals("ws.example.com:9999", sockets.server.handshake().get("Host"));
    }
  }

  @Test // S-row 1, CON-6, E23, row 29
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

  @Test // S-row 5, S-row 13
  void theHandshakeCarriesTheProgramsHeadersAndOurReferer() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect(
          "a",
          SocketRun.OPTIONS
              + ", header: { referer: 'https://evil.example', REFERER: 'x', 'X-Number': 7,"
              + " 'X-Object': {}, Host: 'evil', 'Sec-WebSocket-Extensions': 'x',"
              + " 'sec-websocket-key': 'x', Upgrade: 'h2c' }, protocols: ['chat', 7, '', 'v2']");
      sockets.run.settle().assertLog("a connectSocket:ok", "a open");
      Headers sent = sockets.server.handshake();
      assertEquals(
          List.of("https://servicewechat.com/wx0123456789abcdef/devtools/page-frame.html"),
          sent.values("Referer"));
      assertEquals("7", sent.get("X-Number"));
      assertEquals("[object Object]", sent.get("X-Object"));
      assertEquals(List.of("ws.example.com"), sent.values("Host"));
      assertEquals(List.of("websocket"), sent.values("Upgrade"));
      assertEquals(1, sent.values("Sec-WebSocket-Key").size());
      assertEquals(List.of(), sent.values("Sec-WebSocket-Extensions"));
      assertEquals(List.of("chat, v2"), sent.values("Sec-WebSocket-Protocol"));
      assertEquals(List.of(), sent.values("Origin"));
    }
  }

  @Test // S-row 5
  void onAndroidTheHandshakeSaysWhereItGoes() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.set("platform=android").start();
      sockets.connect("a", "url: 'wss://ws.example.com:9999/', header: { 'X-Up': '1' }");
      sockets.run.settle().assertLog("a connectSocket:ok", "a open");
      Headers sent = sockets.server.handshake();
      assertEquals("https://ws.example.com:9999", sent.get("origin"));
      assertTrue(sent.names().toString().contains("x-up"), sent::toString);
    }
  }

  @Test // S-row 13
  void compressionIsOfferedWhenAskedFor() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", SocketRun.OPTIONS + ", perMessageDeflate: true, tcpNoDelay: true");
      sockets.run.settle().assertLog("a connectSocket:ok", "a open");
      assertEquals(
          "permessage-deflate", sockets.server.handshake().get("Sec-WebSocket-Extensions"));
      String much = "x".repeat(5_000);
      sockets.run.script("a.send({ data: '" + much + "' })").awaitLog(3);
      assertEquals("a message " + much, sockets.run.log().getLast());
    }
  }

  @Test // S-row 13
  void theServersChoiceOfProtocolIsAmongTheHeadersOfOpen() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.server.answering("Sec-WebSocket-Protocol", "v2");
      sockets.run.start();
      sockets.run.script(
          "wx.connectSocket({ url: 'wss://ws.example.com/', protocols: ['v1', 'v2'] })"
              + ".onOpen(r => console.log(r.header['Sec-WebSocket-Protocol']))");
      sockets.run.settle().assertLog("v2");
    }
  }

  @Test // S-row 6
  void onOpenTellsTheServersHeadersAndEightMoments() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.run.script(
          """
          wx.connectSocket({ url: 'wss://ws.example.com/' }).onOpen(r => {
            console.log(r.header['X-Server'], Object.keys(r.profile).join());
            const p = r.profile;
            console.log(Object.values(p).every(Number.isInteger), p.rtt === p.connectEnd - p.connectStart,
              p.cost >= p.rtt + p.handshakeCost, p.fetchStart <= p.domainLookUpStart);
          })
          """);
      sockets.run.settle();
      sockets.run.assertLog(
          "echo fetchStart,domainLookUpStart,domainLookUpEnd,connectStart,connectEnd,rtt,"
              + "handshakeCost,cost",
          "true true true true");
    }
  }

  @ParameterizedTest // S-row 5
  @ValueSource(
      strings = {
        "header: { 'X-A': 'x\\r\\nX-B: y' }",
        "header: { 'X-A\\r\\n': 'x' }",
        "protocols: ['a\\r\\nX-B: y']"
      })
  void aLineBreakInAHeaderFailsTheCall(String option) throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect("a", SocketRun.OPTIONS + ", " + option).run.settle();
      assertEquals(1, sockets.run.log().size());
      assertTrue(sockets.run.log().getFirst().startsWith("a connectSocket:fail invalid header"));
      assertEquals(0, sockets.server.requests());
    }
  }

  @Test // S-row 7
  void onlyAnOpenSocketSends() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.connect(
          "a",
          SocketRun.OPTIONS + " }); a.send({ data: 'x', fail: r => console.log(r.errMsg) }); ({");
      sockets.run.settle();
      String refused = "SocketTask.send:fail SocketTask.readyState is not OPEN";
      assertTrue(sockets.run.log().contains(refused), sockets.run.log()::toString);
      sockets.run.script("a.close()").awaitLog(4).settle();
      sockets.call("a.send", "data: 'x'").call("a.close", "").run.settle();
      assertEquals(
          List.of(refused, "closeSocket:fail:taskID not exist"), sockets.run.log().subList(4, 6));
    }
  }

  @ParameterizedTest // S-row 7
  @CsvSource({
    "7, unknown data",
    "{}, unknown data",
    "new Uint8Array(3), unknown data",
    "new DataView(new ArrayBuffer(3)), unknown data",
    "null, data is null",
    "undefined, data is null"
  })
  void onlyStringsAndArrayBuffersAreSent(String data, String text) throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.call("a.send", "data: " + data).run.settle();
      assertEquals("sendSocketMessage:fail:" + text, sockets.run.log().getLast());
      sockets.run.script("a.send({ data: '' })").awaitLog(4);
      assertEquals("text ", sockets.server.next());
    }
  }

  @ParameterizedTest // S-row 8
  @CsvSource({
    "'', 1000",
    "code: 1000, 1000",
    "code: 3000, 3000",
    "code: 4999, 4999",
    "code: '3000', 1000"
  })
  void aProgramMayCloseWithTheseCodes(String option, int code) throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.call("a.close", option.replace("\"", "'")).run.settle();
      assertEquals("closing " + code + " ", sockets.server.next());
      sockets.run.settle();
      assertEquals(
          List.of("closeSocket:ok", "a close " + code + " "), sockets.run.log().subList(2, 4));
    }
  }

  @ParameterizedTest // S-row 8
  @ValueSource(
      strings = {"999", "1001", "1005", "1006", "2999", "5000", "-1", "NaN", "3000.5", "Infinity"})
  void noOtherCodeClosesIt(String code) throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.call("a.close", "code: " + code).run.settle();
      sockets.call("wx.closeSocket", "code: " + code).run.settle();
      String refused = "closeSocket:fail:The code must be either 1000, or between 3000 and 4999";
      assertEquals(List.of(refused, refused), sockets.run.log().subList(2, 4));
      sockets.run.script("a.send({ data: 'still open' })").awaitLog(5);
      assertEquals("a message still open", sockets.run.log().getLast());
    }
  }

  @ParameterizedTest // S-row 8
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'x'.repeat(123), true",
        "'x'.repeat(124), false",
        "'水'.repeat(41), true",
        "'水'.repeat(42), false"
      })
  void aReasonHasAtMost123Bytes(String reason, boolean fits) throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.call("a.close", "reason: " + reason).run.settle();
      String refused = "closeSocket:fail reason must not exceed 123 UTF-8 bytes";
      assertEquals(fits ? "closeSocket:ok" : refused, sockets.run.log().get(2));
    }
  }

  @Test // S-row 7
  void aTaskHasSixFunctionsItsStateAndNoPromises() throws Exception {
    try (SocketRun sockets = new SocketRun().opened()) {
      sockets.run.script(
          """
          console.log(Object.keys(a).sort().join());
          console.log(a.send({ data: 7 }), a.close({ code: 1 }), a.readyState, a.CONNECTING, a.CLOSING);
          a.onOpen(7);
          """);
      sockets.run.settle();
      assertEquals(
          List.of(
              "CLOSED,CLOSING,CONNECTING,OPEN,close,onClose,onError,onMessage,onOpen,readyState,send",
              "undefined undefined 1 0 2",
              "onOpen should accept a function instead of Number"),
          sockets.run.log().subList(2, 5));
      assertEquals(List.of(), sockets.run.errors());
    }
  }
}
