package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import minihost.app.Navigation;
import minihost.config.LabService;
import minihost.host.Announcer;
import minihost.host.SocketServer;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code wechat-miniprogram/miniprogram-demo}. Others on this machine may announce services of the
 * same type, so that the list is looked at for the one of the test. UDP goes to {@code localhost},
 * which a phone's LAN does not hold: {@code rules.udp=any}.
 */
class OfficialDemoTest {
  private static final String NETWORK = "packageAPI/pages/network/";

  private CorpusProgram demo;

  @BeforeEach
  void make() throws Exception {
    demo = new CorpusProgram("miniprogram-demo").set(Announcer.LAN);
  }

  @AfterEach
  void close() throws Exception {
    if (demo != null) demo.close();
  }

  @Test
  void request() throws Exception {
    demo.set("domains.requestdomain=[\"https://mp.weixin.qq.com\"]");
    demo.set("hosts.mp.weixin.qq.com=http://127.0.0.1:" + demo.backend.port());
    demo.lab.on("GET /", Answer.text("ok"));
    demo.launch().open(NETWORK + "request/request").call("makeRequest").awaitEnds(1).settle();
    assertEquals("false", demo.eval("page.data.loading"));
    assertTrue(demo.titles("showToast").contains("请求成功"));
    String line = CorpusProgram.lines(demo.takeRequests()).getFirst();
    assertTrue(line.matches("GET /\\?theme=light&noncestr=\\d{13}"), line);
    demo.assertNoErrors();
  }

  @Test
  void webSocket() throws Exception {
    try (SocketServer server = new SocketServer("")) {
      demo.set("domains.wsrequestdomain=[\"wss://echo.websocket.org\"]");
      demo.set("hosts.echo.websocket.org=http://127.0.0.1:" + server.port());
      demo.launch().open(NETWORK + "web-socket/web-socket");
      demo.call("toggleSocket", CorpusProgram.event(true));
      demo.await("'connected'", "page.data.socketStatus");
      assertEquals(1, server.requests());
      demo.call("sendMessage");
      assertEquals("text Hello, Miniprogram!", server.next());
      demo.settle().await("false", "page.data.loading");
      demo.call("toggleSocket", CorpusProgram.event(false)).awaitLog("WebSocket 已断开").settle();
      assertEquals("'closed'", demo.eval("page.data.socketStatus"));
      assertTrue(demo.titles("showToast").containsAll(List.of("Socket已连接", "收到信道消息", "Socket已断开")));
      assertEquals(List.of(), demo.calls("showModal"));
      demo.assertNoErrors();
    }
  }

  @Test
  void udpSocket() throws Exception {
    demo.set("rules.udp=any"); // it sends to localhost
    demo.launch().open(NETWORK + "udp-socket/udp-socket").call("handleCreateUDPTap");
    int port = Integer.parseInt(demo.eval("page.data.port"));
    int remote = Integer.parseInt(demo.eval("page.data.remote_port"));
    assertTrue(port > 0 && remote > 0 && port != remote, port + " " + remote);
    demo.call("handleSendMessage");
    demo.awaitCalls("showModal", 1);
    Map<String, Object> shown = demo.calls("showModal").getFirst();
    assertEquals("IP:127.0.0.1发来的信息", shown.get("title"));
    assertEquals(
        "port[%d] 向 remote-port[%d] 发送信息: Hello Wechat!".formatted(port, remote),
        shown.get("content"));
    demo.call("handleCloseUDPTap");
    demo.assertNoErrors();
  }

  @Test
  void mdns() throws Exception {
    Announcer.assumeMulticast();
    String name = "Lamp " + UUID.randomUUID();
    try (var _ = demo.lab.announce("127.0.0.1", service(name))) {
      demo.inRealTime().launch().open(NETWORK + "mdns/mdns").call("startDiscovery");
      String mine = "page.data.serviceList?.filter(s => s.serviceName === '" + name + "')";
      demo.await(
          "'_http._tcp.," + name + ",127.0.0.1,8080'",
          mine + "?.map(s => [s.serviceType, s.serviceName, s.ip, s.port].join()).join()");
      assertTrue(demo.titles("showToast").contains("开启成功"));
      demo.call("offLocalService").call("stopDiscovery");
      demo.await("0", "page.data.serviceList.length");
      demo.settle();
      demo.assertNoErrors();
    }
  }

  static LabService service(String name) {
    return new LabService("_http._tcp", name, 8080, Map.of());
  }

  @Test
  void networkType() throws Exception {
    demo.launch().open("packageAPI/pages/device/get-network-type/get-network-type");
    demo.call("getNetworkType")
        .await("[ 'wifi', true ]", "[page.data.networkType, page.data.hasNetworkType]");
    demo.assertNoErrors();
  }

  @Test
  void worker() throws Exception {
    demo.launch().open("packageAPI/pages/worker/worker/worker");
    demo.call("bindInput", CorpusProgram.event(20)).call("multiThreadCompute");
    demo.await("6765", "page.data.res");
    demo.await("true", "page.position.x !== 150 && page.position.x !== 152");
    demo.host().navigate(new Navigation.NavigateBack(1));
    demo.settle();
    demo.assertNoErrors();
  }
}
