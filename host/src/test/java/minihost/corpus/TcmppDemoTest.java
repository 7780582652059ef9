package minihost.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import minihost.host.Announcer;
import minihost.host.SocketServer;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code TencentCloud/tcmpp-demo-miniprogram}, its folder {@code miniprogram}. As {@link
 * OfficialDemoTest} says of mDNS. No domain list of it is known, so that {@code urlCheck} is off.
 */
class TcmppDemoTest {
  private static final String NETWORK = "packageAPI/pages/network/";

  private CorpusProgram demo;

  @BeforeEach
  void make() throws Exception {
    demo = new CorpusProgram("tcmpp-demo-miniprogram/miniprogram").set(Announcer.LAN);
    demo.set("project.setting.urlCheck=false");
  }

  @AfterEach
  void close() throws Exception {
    if (demo != null) demo.close();
  }

  @Test
  void tcpSocket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      demo.launch().open(NETWORK + "tcp-socket/tcp-socket").call("handleCreateTCPTap");
      demo.call("ipChange", CorpusProgram.event("127.0.0.1"));
      demo.call("portChange", CorpusProgram.event(String.valueOf(server.getLocalPort())));
      demo.call("handleConnect");
      server.setSoTimeout(20_000);
      try (Socket peer = server.accept()) {
        demo.await("true", "page.data.hasConnected").call("handleWrite");
        peer.setSoTimeout(20_000);
        assertEquals(
            "hello, how are you?", new String(peer.getInputStream().readNBytes(19), UTF_8));
        peer.getOutputStream().write("应答".getBytes(UTF_8));
        demo.awaitCalls("showModal", 1);
        Map<String, Object> shown = demo.calls("showModal").getFirst();
        assertEquals("IP:127.0.0.1发来的信息", shown.get("title"));
        assertEquals("应答", shown.get("content"));
        demo.call("handleClose");
        demo.awaitLogPart("===onClose listener===");
        assertEquals("false", demo.eval("page.data.hasConnected"));
        assertEquals(-1, peer.getInputStream().read());
      }
    }
    demo.assertNoErrors();
  }

  @Test
  void requestInChunks() throws Exception {
    demo.set("hosts.mp.weixin.qq.com=http://127.0.0.1:" + demo.backend.port());
    demo.lab.on("GET /", Answer.chunks("one", "two"));
    demo.launch().open(NETWORK + "request/request");
    demo.call("toggleChunk", CorpusProgram.event(true));
    demo.call("toggleHeader", CorpusProgram.event(true));
    demo.call("makeRequest").awaitEnds(1).settle();
    List<String> log = demo.log();
    int headers = first(log, "onHeadersReceived===");
    int chunk = first(log, "onChunkReceived===ArrayBuffer");
    int success = first(log, "request success");
    assertTrue(0 <= headers && headers < chunk && chunk < success, log::toString);
    assertEquals("false", demo.eval("page.data.loading"));
    demo.assertNoErrors();
  }

  private static int first(List<String> log, String start) {
    for (int i = 0; i < log.size(); i++) if (log.get(i).startsWith(start)) return i;
    return -1;
  }

  @Test
  void requestThatIsAborted() throws Exception {
    demo.set("hosts.mp.weixin.qq.com=http://127.0.0.1:" + demo.backend.port());
    demo.launch().open(NETWORK + "request/request");
    demo.call("toggleAbort", CorpusProgram.event(true)).call("makeRequest").settle();
    demo.awaitLog("request fail request:fail abort");
    demo.assertNoErrors();
  }

  @Test
  void uploadFile() throws Exception {
    demo.set("hosts.api.juejin.cn=http://127.0.0.1:" + demo.backend.port());
    demo.lab.on("POST /tag_api/v1/query_category_briefs", Answer.text("stored"));
    demo.launch().open(NETWORK + "upload-file/upload-file");
    demo.eval(
        "wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/v.mp4', 'a video')");
    String file = demo.eval("wx.env.USER_DATA_PATH + '/v.mp4'").replace("'", "");
    Optional<String> refused =
        demo.host().answer("chooseVideo", Optional.of(Map.of("tempFilePath", file)), "the test");
    assertEquals(Optional.empty(), refused);
    demo.call("chooseVideo").awaitLogPart("Returned data ===").settle();
    LabRequest sent = demo.takeRequests().getFirst();
    assertEquals("POST /tag_api/v1/query_category_briefs", sent.method() + " " + sent.url());
    assertPart(sent, "name=\"file\"", "a video");
    assertPart(sent, "name=\"a\"", "1");
    assertPart(sent, "name=\"b\"", "2");
    assertEquals(
        "[ 100, 'function' ]",
        demo.eval("[page.data.progress, typeof page.data.uploadTask.abort]"));
    demo.assertNoErrors();
  }

  private static void assertPart(LabRequest sent, String name, String body) {
    String boundary = sent.headers("content-type").getFirst().split("boundary=")[1];
    for (String part : sent.text().split("--" + boundary))
      if (part.contains(name)) {
        assertEquals(body, part.split("\r\n\r\n")[1].strip());
        return;
      }
    throw new AssertionError(name + " is not in " + sent.text());
  }

  @Test
  void webSocket() throws Exception {
    try (SocketServer server = new SocketServer("")) {
      demo.set("hosts.echo.websocket.org=http://127.0.0.1:" + server.port());
      demo.launch().open(NETWORK + "web-socket/web-socket");
      demo.call("toggleSocket", CorpusProgram.event(true));
      demo.await("'connected'", "page.data.socketStatus").call("sendMessage");
      assertEquals("text Hello, Miniprogram!", server.next());
      demo.awaitCalls("showModal", 1);
      assertEquals("Hello, Miniprogram!", demo.calls("showModal").getFirst().get("content"));
      demo.call("toggleSocket", CorpusProgram.event(false));
      demo.awaitLog("onSocketClose=== WebSocket connection closed").settle();
      assertEquals("'closed'", demo.eval("page.data.socketStatus"));
      demo.assertNoErrors();
    }
  }

  @Test
  void udpSocket() throws Exception {
    demo.launch().open(NETWORK + "udp-socket/udp-socket").call("handleCreateUDPTap");
    demo.call("handleSendMessage").awaitCalls("showModal", 1);
    Map<String, Object> shown = demo.calls("showModal").getFirst();
    assertEquals("IP:127.0.0.1发来的信息", shown.get("title"));
    String port = demo.eval("page.data.port");
    String remote = demo.eval("page.data.remote_port");
    String content = shown.get("content").toString();
    assertTrue(content.startsWith("port[" + port + "] "), content);
    assertTrue(content.contains("remote-port[" + remote + "]"), content);
    assertTrue(content.endsWith(": Hello Wechat!"), content);
    demo.call("handleCloseUDPTap");
    demo.assertNoErrors();
  }

  @Test
  void mdns() throws Exception {
    Announcer.assumeMulticast();
    String name = "Lamp " + UUID.randomUUID();
    try (var _ = demo.lab.announce("127.0.0.1", OfficialDemoTest.service(name))) {
      demo.inRealTime().launch().open(NETWORK + "mdns/mdns").call("startDiscovery");
      demo.await("1", "page.data.serviceList.filter(s => s.serviceName === '" + name + "').length");
      assertTrue(demo.titles("showToast").contains("开启成功"));
      demo.call("offLocalService").call("stopDiscovery");
      demo.await("[ 0, false ]", "[page.data.serviceList.length, page.data.isStarted]");
      demo.settle();
      demo.assertNoErrors();
    }
  }
}
