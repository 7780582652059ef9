package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import minihost.config.HostMapping;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
  private static final String ORIGIN = "https://api.feed.example";
  private static final Duration SOON = Duration.ofSeconds(10);

  private Lab lab;
  private LabClient client;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.start(ORIGIN, "https://api.feed.example:8443");
    client = new LabClient(lab);
  }

  @AfterEach
  void close() {
    client.close();
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void theOriginAnswersOverTlsUnderItsOwnName(Protocol protocol) throws Exception {
    lab.on("GET /feed", Answer.json("[1]"));
    boolean h2 = protocol == Protocol.HTTP_2;
    try (LabClient speaking = h2 ? client : new LabClient(lab, Protocol.HTTP_1_1);
        Response response = speaking.get(ORIGIN + "/feed")) {
      assertEquals("[1]", response.body().string());
      assertEquals("application/json; charset=utf-8", response.header("content-type"));
      assertEquals(protocol, response.protocol());
      assertEquals(TlsVersion.TLS_1_3, response.handshake().tlsVersion());
      assertEquals("api.feed.example", lab.requests().getFirst().host());
      assertEquals(protocol.toString(), lab.requests().getFirst().protocol());
    }
  }

  @Test
  void onlyThisRunTrustsTheAuthority() {
    HandshakeCertificates platform =
        new HandshakeCertificates.Builder().addPlatformTrustedCertificates().build();
    OkHttpClient stranger =
        client
            .http()
            .newBuilder()
            .sslSocketFactory(platform.sslSocketFactory(), platform.trustManager())
            .build();
    Request request = new Request.Builder().url(ORIGIN + "/feed").build();
    assertThrows(SSLHandshakeException.class, () -> stranger.newCall(request).execute());
  }

  @Test
  void aRequestIsRecordedAsItWasSent() throws Exception {
    lab.on("POST /login/:who", Answer.of(204));
    byte[] body = {0, 1, (byte) 0xff};
    Request request =
        new Request.Builder()
            .url(ORIGIN + "/login/me%20too?a=x%20y&a=2&b=%7B%22c%22%3A1%7D")
            .addHeader("x-twice", "1")
            .addHeader("x-twice", "2")
            .post(RequestBody.create(body, null))
            .build();
    client.send(request).close();

    LabRequest seen = lab.awaitRequest("POST /login/:who", SOON);
    assertEquals("POST", seen.method());
    assertEquals("/login/me%20too", seen.path());
    assertEquals("a=x%20y&a=2&b=%7B%22c%22%3A1%7D", seen.query());
    assertEquals(List.of("1", "2"), seen.headers("X-Twice"));
    assertArrayEquals(body, seen.body());
    assertEquals(ORIGIN, seen.origin());
  }

  @Test
  void aHandlerSeesParamsAndChoosesTheAnswer() throws Exception {
    lab.on(
        "GET /articles/:id",
        request ->
            Answer.text("article " + request.params().get("id"))
                .status(203)
                .header("Content-Type", "text/x-own")
                .addHeader("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT")
                .addHeader("Set-Cookie", "b=2"));
    try (Response response = client.get(ORIGIN + "/articles/7")) {
      assertEquals(203, response.code());
      assertEquals("article 7", response.body().string());
      assertEquals(List.of("text/x-own"), response.headers("content-type"));
      assertEquals(
          List.of("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"),
          response.headers("set-cookie"));
    }
  }

  @Test
  void theMoreSpecificRouteAnswersAndALaterOneReplaces() throws Exception {
    lab.on("GET /*", Answer.text("any")).on("GET /a/:b", Answer.text("old"));
    lab.on("GET /a/:b", Answer.text("new"));
    assertEquals("any", text("/x/y/z"));
    assertEquals("new", text("/a/x"));
  }

  @Test
  void anUnknownRouteIsA404ThatNamesTheRoutes() throws Exception {
    lab.on("GET /feed", Answer.json("[]"));
    try (Response response = client.get(ORIGIN + "/fed?x=1")) {
      assertEquals(404, response.code());
      assertEquals(
          "{\"error\":\"no route for GET /fed\",\"routes\":[\"GET /feed\"]}",
          response.body().string());
    }
  }

  @Test
  void aThrowingHandlerIsA500WithItsText() throws Exception {
    lab.on(
        "GET /feed",
        request -> {
          throw new IllegalStateException("out of articles");
        });
    try (Response response = client.get(ORIGIN + "/feed")) {
      assertEquals(500, response.code());
      assertEquals("GET /feed: out of articles", response.body().string());
    }
  }

  @Test
  void headNoContentAndNotModifiedCarryNoBody() throws Exception {
    lab.on("GET /feed", Answer.text("four"));
    lab.on("GET /none", Answer.text("dropped").status(204));
    lab.on("GET /same", Answer.text("dropped").status(304));
    try (LabClient one = new LabClient(lab, Protocol.HTTP_1_1)) {
      Request head = new Request.Builder().url(ORIGIN + "/feed").head().build();
      try (Response response = one.send(head)) {
        assertEquals("4", response.header("content-length"));
      }
      for (String path : List.of("/none", "/same", "/feed")) one.get(ORIGIN + path).close();
      assertEquals(1, lab.acceptedConnections());
    }
  }

  @Test
  void everyAcceptedConnectionCountsEvenOneThatSaysNothing() throws Exception {
    assertEquals(0, lab.acceptedConnections());
    LabOrigin origin = lab.origin(ORIGIN);
    try (Socket silent = new Socket(InetAddress.getByName("127.0.0.1"), origin.port())) {
      silent.setSoTimeout(50);
      text("/x"); // its connection is accepted after the silent one
      assertEquals(2, origin.acceptedConnections());
      assertEquals(0, lab.origin("https://api.feed.example:8443").acceptedConnections());
      assertEquals(2, lab.acceptedConnections());
    }
    lab.reset();
    assertEquals(0, lab.acceptedConnections());
    assertEquals(List.of(), lab.requests());
  }

  @Test
  void aPortIsPartOfTheOrigin() throws Exception {
    lab.on("GET /who", request -> Answer.text(request.origin()));
    assertEquals(ORIGIN, text("/who"));
    try (Response response = client.get("https://api.feed.example:8443/who")) {
      assertEquals("https://api.feed.example:8443", response.body().string());
    }
    assertEquals(List.of(443, 8443), lab.hosts().stream().map(HostMapping::port).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.feed.example", "http://api.feed.example", "https://", "wss://a.b"})
  void onlyHttpsOriginsCanBePlayed(String origin) {
    assertThrows(IllegalArgumentException.class, () -> Lab.start(origin));
  }

  @Test
  void awaitingTellsWhatCameInstead() throws Exception {
    text("/other");
    TimeoutException e =
        assertThrows(
            TimeoutException.class, () -> lab.awaitRequest("GET /feed", Duration.ofMillis(20)));
    assertTrue(e.getMessage().contains("GET " + ORIGIN + "/other"), e.getMessage());
  }

  @Test
  void anAnswerWaitsForItsGateAndItsDelay() throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    lab.on("GET /held", Answer.text("let go").after(gate).delay(Duration.ofMillis(30)));
    CompletableFuture<String> answer = inBackground("/held");
    lab.awaitRequest("GET /held", SOON);
    assertFalse(answer.isDone());
    gate.complete(null);
    assertEquals("let go", answer.get(10, TimeUnit.SECONDS));
  }

  @Test
  void slowBodiesArriveWhole() throws Exception {
    lab.on("GET /slow", Answer.text("x".repeat(50)).slow(200));
    assertEquals(50, text("/slow").length());
  }

  @Test
  void aPlainDeviceSharesRoutesAndCounts() throws Exception {
    LabOrigin device = lab.plainHttp("127.0.0.2", 0);
    lab.on("GET /led", Answer.text("on"));
    try (Response response = client.get(device.url() + "/led")) {
      assertEquals("on", response.body().string());
    }
    assertEquals("http://127.0.0.2:" + device.port(), device.url());
    assertEquals(1, device.acceptedConnections());
    assertEquals(1, device.requests().size());
    assertThrows(IllegalArgumentException.class, () -> lab.plainHttp("0.0.0.0", 0));
  }

  @Test
  void connectionCloseIsHonoured() throws Exception {
    lab.on("GET /feed", Answer.text("bye"));
    try (Socket raw = client.connect(lab.origin(ORIGIN))) {
      raw.getOutputStream()
          .write(
              "GET /feed HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String all = new String(raw.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(all.startsWith("HTTP/1.1 200 OK\r\n") && all.endsWith("\r\n\r\nbye"), all);
    }
  }

  private String text(String path) throws IOException {
    try (Response response = client.get(ORIGIN + path)) {
      return response.body().string();
    }
  }

  private CompletableFuture<String> inBackground(String path) {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            result.complete(text(path));
          } catch (IOException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }
}
