package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** {@code wx.cloud.connectContainer} (sockets sheet 8.3). */
class ConnectContainerTest {
  private static final String CONNECT =
      """
      wx.cloud.connectContainer({ service: 'api', path: '/chat?x=1', %s
        success: r => {
          console.log(r.errMsg);
          r.socketTask.onOpen(() => r.socketTask.send({ data: 'hi' }));
          r.socketTask.onMessage(m => console.log('message', m.data));
          r.socketTask.onError(e => console.log('error', e.errMsg));
        },
        fail: r => console.log(r.errMsg, r.errCode),
      }); undefined
      """;

  private static TestRun program(SocketServer server) throws Exception {
    TestRun run = new TestRun();
    run.set("cloud.envs.prod.services.api=http://127.0.0.1:" + server.port());
    run.set("cloud.openid=o-me").start();
    return run;
  }

  @Test // S-row 25, CLD-4
  void aContainerEchoesAndLearnsWhoCalls() throws Exception {
    try (SocketServer server = new SocketServer("");
        TestRun run = program(server)) {
      run.script("wx.cloud.init({ env: 'prod' })");
      run.script(CONNECT.formatted("header: { 'X-WX-OPENID': 'o-other', 'X-Mine': '1' },"));
      run.awaitLog(2).settle().assertLog("cloud.connectContainer:ok", "message hi");
      Headers sent = server.handshake();
      assertEquals("o-me", sent.get("X-WX-OPENID"));
      assertEquals("prod", sent.get("X-WX-ENV"));
      assertEquals("1", sent.get("X-Mine"));
      assertEquals("permessage-deflate", sent.get("Sec-WebSocket-Extensions"));
      assertNull(sent.get("Referer"));
      assertEquals("/chat?x=1", server.path());
    }
  }

  @Test // S-row 25
  void itsSocketsCountAmongTheFive() throws Exception {
    try (SocketServer server = new SocketServer("");
        TestRun run = program(server)) {
      run.script("wx.cloud.init({ env: 'prod' })");
      for (int i = 0; i < 5; i++) run.script(CONNECT.formatted(""));
      run.awaitLog(10).settle();
      run.script(CONNECT.formatted("")).awaitLog(11).settle();
      assertEquals(
          "cloud.connectContainer:fail fail reach max websocket connect count 5 -1",
          run.log().getLast());
      assertEquals(5, server.requests());
    }
  }

  @Test // S-row 25
  void whatIsNotInitialisedOrNotThereIsRefused() throws Exception {
    try (SocketServer server = new SocketServer("");
        TestRun run = program(server)) {
      run.script(CONNECT.formatted("")).settle();
      run.script("wx.cloud.init({ env: 'prod' })");
      run.script(CONNECT.formatted("").replace("'api'", "'other'")).settle();
      assertEquals(2, run.log().size());
      assertEquals(true, run.log().getFirst().contains("please call wx.cloud.init first"));
      assertEquals(true, run.log().getLast().contains("-501000 path access denied"));
      assertEquals(0, server.requests());
    }
  }
}
