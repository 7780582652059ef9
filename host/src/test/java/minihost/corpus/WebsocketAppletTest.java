package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import minihost.host.SocketServer;
import org.junit.jupiter.api.Test;

/** {@code ReginYuan/websocket-applet}. What the server pushes is the echo of what it got. */
class WebsocketAppletTest {
  @Test
  void aGlobalSendGoesThroughTheSocketThatATaskHas() throws Exception {
    try (SocketServer server = new SocketServer("");
        CorpusProgram applet = new CorpusProgram("websocket-applet")) {
      applet.set("hosts.127.0.0.1:8282=127.0.0.1:" + server.port());
      applet.launch().settle();
      assertEquals(1, server.requests());
      assertEquals("true", applet.eval("getApp().globalData.mySocket.readyState === 1"));

      applet.host().callPage("ipt", List.of(Map.of("detail", Map.of("value", "世界")))).get();
      applet.host().callPage("sendMessage", List.of()).get();
      assertEquals("text {\"ctx\":\"世界\"}", server.next());
      applet.awaitLog("onMessage { data: '{\"ctx\":\"世界\"}' }");
      applet.assertNoErrors();
    }
  }
}
