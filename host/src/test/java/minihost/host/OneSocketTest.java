package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions on {@code wx} that know one socket only (sockets sheet 1.8). */
class OneSocketTest {
  private static final String LISTEN =
      """
      const { onSocketOpen } = wx;
      onSocketOpen(r => console.log('first listener'));
      wx.onSocketOpen(r => console.log('the open', 'profile' in r));
      wx.onSocketMessage(r => console.log('the message', r.data));
      wx.onSocketError(r => console.log('the error', r.errMsg));
      wx.onSocketClose(r => console.log('the close', r.code, r.reason));
      """;

  private static SocketRun two() throws Exception {
    SocketRun sockets = new SocketRun();
    sockets.run.start();
    sockets.run.script(LISTEN);
    sockets.connect("a", SocketRun.OPTIONS).run.settle();
    sockets.connect("b", SocketRun.OPTIONS).run.settle();
    sockets.run.assertLog(
        "a connectSocket:ok", "a open", "the open true", "b connectSocket:ok", "b open");
    return sockets;
  }

  @Test // S-row 11
  void theyMeanTheFirstSocketAndTheLastListener() throws Exception {
    try (SocketRun sockets = two()) {
      sockets.call("wx.sendSocketMessage", "data: 'to a'").run.awaitLog(8);
      sockets.run.script("b.send({ data: 'to b' })").awaitLog(9);
      assertEquals(
          List.of("sendSocketMessage:ok", "a message to a", "the message to a", "b message to b"),
          sockets.run.log().subList(5, 9));
    }
  }

  @Test // S-row 11
  void closeSocketClosesAllAndTheNextIsTheOne() throws Exception {
    try (SocketRun sockets = two()) {
      sockets.run.script("wx.closeSocket({ code: 3000, reason: 'x' }); console.log(a.readyState)");
      sockets.connect("c", SocketRun.OPTIONS).run.settle();
      List<String> log = sockets.run.log();
      assertEquals("3", log.get(5));
      assertTrue(log.containsAll(List.of("a close 3000 x", "b close 1000 ")), log::toString);
      assertEquals(
          List.of("c open", "the open true"),
          log.subList(log.indexOf("c open"), log.indexOf("c open") + 2));
    }
  }

  @ParameterizedTest // S-row 11
  @ValueSource(strings = {"closeSocket", "sendSocketMessage"})
  void withoutASocketTheyFailAndArePromises(String name) throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.run.script("wx." + name + "({ data: 'x' }).catch(r => console.log(r.errMsg))");
      sockets.run.settle().assertLog(name + ":fail WebSocket is not connected");
    }
  }

  @Test // S-row 11
  void aClosedSocketMakesRoomForTheNext() throws Exception {
    try (SocketRun sockets = two()) {
      sockets.run.script("a.close()").awaitLog(7).settle();
      sockets.call("wx.sendSocketMessage", "data: 'x'").run.settle();
      sockets.connect("c", SocketRun.OPTIONS).run.settle();
      sockets.call("wx.sendSocketMessage", "data: 'to c'").run.awaitLog(14);
      assertEquals(
          List.of(
              "a close 1000 ",
              "the close 1000 ",
              "sendSocketMessage:fail WebSocket is not connected",
              "c connectSocket:ok",
              "c open",
              "the open true",
              "sendSocketMessage:ok",
              "c message to c",
              "the message to c"),
          sockets.run.log().subList(5, 14));
    }
  }

  @Test // S-row 11
  void theListenersAreFunctionsAndOneErrorIsTold() throws Exception {
    try (SocketRun sockets = new SocketRun()) {
      sockets.run.start();
      sockets.run.script(LISTEN + "wx.onSocketClose(7);");
      sockets.connect("a", "url: 'wss://other.example.com/'").run.settle();
      sockets.run.assertLog(
          "onSocketClose should accept a function instead of Number",
          "a connectSocket:ok",
          "a error fail:url not in domain list 600002",
          "the error fail:url not in domain list");
    }
  }
}
