package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import minihost.config.HostMapping;
import minihost.config.OriginFault;
import minihost.reason.Origin;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabProxyTest {
  private static final String ORIGIN = "https://api.feed.example";

  private Lab lab;
  private LabProxy proxy;
  private LabClient client;
  private OkHttpClient through;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(ORIGIN);
    lab.on("GET /a", Answer.text("a"));
    lab.on("POST /b", request -> Answer.text(request.text()));
    proxy = lab.proxy();
    client = new LabClient(lab);
    through = client.http().newBuilder().proxy(new Proxy(Proxy.Type.HTTP, proxy.address())).build();
  }

  @AfterEach
  void close() {
    client.close();
    lab.close();
  }

  private String get(String url) throws IOException {
    Request request = new Request.Builder().url(url).build();
    try (Response response = through.newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }

  @Test
  void aTunnelLeadsToTheLabsOrigins() throws Exception {
    assertEquals("200 a", get(ORIGIN + "/a"));
    assertEquals(List.of("CONNECT api.feed.example:443"), proxy.seen());
    assertEquals(1, lab.requests().size());
  }

  @Test
  void plainRequestsAreCarriedWithTheirBodies() throws Exception {
    String device = lab.plainHttp("127.0.0.2", 0).url();
    RequestBody body = RequestBody.create("hello", null);
    Request post = new Request.Builder().url(device + "/b?q=1").post(body).build();
    try (Response response = through.newCall(post).execute()) {
      assertEquals("hello", response.body().string());
    }
    assertEquals("200 a", get(device + "/a"));
    assertEquals(List.of("POST " + device + "/b?q=1", "GET " + device + "/a"), proxy.seen());
    assertEquals("/b?q=1", lab.requests().getFirst().url());
    assertTrue(lab.requests().getFirst().header("proxy-connection").isEmpty());
  }

  @Test
  void aQueryMayHoldWhatHttpClientsLeaveInIt() throws Exception {
    String device = lab.plainHttp("127.0.0.2", 0).url();
    assertEquals("200 a", get(device + "/a?q={x|y}^`[z]"));
    assertEquals("/a?q={x|y}^`[z]", lab.requests().getFirst().url());
  }

  @Test
  void whatItIsToldOfIsReachedToo() throws Exception {
    int port = lab.plainHttp("127.0.0.2", 0).port();
    proxy.knows(
        List.of(
            new HostMapping(
                "shop.example", HostMapping.ANY_PORT, "127.0.0.2", port, true, Origin.BUILT_IN)));
    assertEquals("200 a", get("http://shop.example/a"));
  }

  @Test
  void nothingElseIs() throws Exception {
    lab.https("https://gone.example", OriginFault.UNKNOWN_NAME);
    lab.https("https://down.example", OriginFault.REFUSED);
    assertEquals("502 ", get("http://elsewhere.example/"));
    for (String url : List.of("https://gone.example/", "https://down.example/"))
      assertTrue(assertThrows(IOException.class, () -> get(url)).getMessage().contains("502"));
    assertEquals(3, proxy.seen().size());
    assertEquals(0, lab.acceptedConnections());
  }

  @Test
  void itRefusesEverythingWhenTold() throws Exception {
    proxy.answer(407);
    assertTrue(
        assertThrows(IOException.class, () -> get(ORIGIN + "/a"))
            .getMessage()
            .contains("authenticate"));
    assertEquals("407 ", get("http://127.0.0.2:9/"));
    proxy.answer(502);
    assertEquals("502 ", get("http://127.0.0.2:9/"));
    assertEquals(0, lab.acceptedConnections());
    proxy.answer(200);
    assertEquals("200 a", get(ORIGIN + "/a"));
  }

  @Test
  void whatIsNoRequestEndsTheConnection() throws Exception {
    for (String text :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "CONNECT a[:1 HTTP/1.1\r\n\r\n",
            "x\r\n\r\n",
            "x".repeat(70_000)))
      try (Socket socket = new Socket(proxy.address().getAddress(), proxy.address().getPort())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        assertTrue(ends(socket));
      }
    assertEquals(List.of(), proxy.seen());
  }

  private static boolean ends(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Test
  void itIsOneAndEndsWithItsLab() throws Exception {
    assertEquals(proxy, lab.proxy());
    get(ORIGIN + "/a");
    lab.reset();
    assertEquals(List.of(), proxy.seen());
    lab.close();
    assertThrows(
        IOException.class,
        () -> new Socket(proxy.address().getAddress(), proxy.address().getPort()).close());
  }
}
