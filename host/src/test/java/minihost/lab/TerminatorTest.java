package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import minihost.config.HostMapping;
import minihost.reason.Origin;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminatorTest {
  private static final Origin WRITTEN = Origin.of("minihost.json", "hosts");

  /** The plain-HTTP backend: a lab of its own. */
  private Lab backend;

  private Lab lab;
  private LabClient client;

  @BeforeEach
  void start() throws Exception {
    backend = Lab.start();
    LabOrigin plain = backend.plainHttp("127.0.0.1", 0);
    lab = Lab.start();
    lab.terminator(to(plain.port()));
    client = new LabClient(lab);
  }

  private static HostMapping to(int port) {
    return new HostMapping("shop.example", HostMapping.ANY_PORT, "127.0.0.1", port, true, WRITTEN);
  }

  @AfterEach
  void close() {
    client.close();
    lab.close();
    backend.close();
  }

  @Test
  void itsMappingTakesThePlaceOfThePlainOne() {
    HostMapping mapping = lab.hosts().getFirst();
    assertEquals("shop.example", mapping.host());
    assertEquals(HostMapping.ANY_PORT, mapping.port());
    assertEquals(WRITTEN, mapping.origin());
    assertEquals(lab.origin("https://shop.example").port(), mapping.targetPort());
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void theBackendSeesWhatTheClientSent(Protocol protocol) throws Exception {
    backend.on(
        "PUT /cart",
        Answer.json("{}")
            .status(201)
            .addHeader("set-cookie", "a=1")
            .addHeader("set-cookie", "b=2"));
    byte[] body = {1, 2, (byte) 0xfe};
    Request request =
        new Request.Builder()
            .url("https://shop.example/cart?q=%E4%B8%AD&x=1")
            .header("User-Agent", "mine")
            .addHeader("x-twice", "1")
            .addHeader("x-twice", "2")
            .put(RequestBody.create(body, null))
            .build();
    try (LabClient speaking = new LabClient(lab, protocol, Protocol.HTTP_1_1);
        Response response = speaking.send(request)) {
      assertEquals(201, response.code());
      assertEquals("{}", response.body().string());
      assertEquals(List.of("a=1", "b=2"), response.headers("set-cookie"));
    }
    LabRequest seen = backend.requests().getFirst();
    assertEquals("/cart?q=%E4%B8%AD&x=1", seen.url());
    assertEquals("shop.example", seen.host());
    assertEquals(List.of("1", "2"), seen.headers("x-twice"));
    assertEquals(Optional.of("mine"), seen.header("user-agent"));
    assertArrayEquals(body, seen.body());
  }

  @Test
  void nothingIsAddedToWhatTheClientSent() throws Exception {
    backend.on("GET /x", Answer.text("ok"));
    try (Socket socket = client.connect(lab.origin("https://shop.example"))) {
      String request = "GET /x HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
    LabRequest seen = backend.requests().getFirst();
    assertEquals(Optional.empty(), seen.header("user-agent"));
    assertEquals(Optional.empty(), seen.header("accept-encoding"));
  }

  @Test
  void theAnswerToHeadSaysHowLongThatToGetWouldBe() throws Exception {
    backend.on("GET /file", Answer.zeros(1_234_567));
    Request head = new Request.Builder().url("https://shop.example/file").head().build();
    try (Response response = client.send(head)) {
      assertEquals(200, response.code());
      assertEquals("1234567", response.header("Content-Length"));
    }
  }

  @Test
  void redirectsAreLeftToTheClient() throws Exception {
    backend.on("GET /old", Answer.redirect("/new"));
    try (Response response = client.get("https://shop.example/old")) {
      assertEquals(302, response.code());
      assertEquals("/new", response.header("location"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void aStreamArrivesWhileItIsStillBeingSent(Protocol protocol) throws Exception {
    CompletableFuture<Void> firstHalfArrived = new CompletableFuture<>();
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Lab streaming = Lab.start()) {
      Thread server = Thread.startVirtualThread(() -> serveHalves(plain, firstHalfArrived));
      streaming.terminator(to(plain.getLocalPort()));
      try (LabClient speaking = new LabClient(streaming, protocol, Protocol.HTTP_1_1);
          Response response = speaking.get("https://shop.example/stream")) {
        assertEquals("one ", response.body().source().readUtf8(4));
        firstHalfArrived.complete(null);
        assertEquals("two", response.body().string());
      }
      assertTrue(server.join(Duration.ofSeconds(10)));
    }
  }

  private static void serveHalves(ServerSocket plain, CompletableFuture<Void> firstHalfArrived) {
    try (Socket socket = plain.accept()) {
      InputStream in = socket.getInputStream();
      byte[] end = new byte[4];
      while (!new String(end, StandardCharsets.US_ASCII).equals("\r\n\r\n")) {
        System.arraycopy(end, 1, end, 0, 3);
        end[3] = (byte) in.read();
      }
      OutputStream out = socket.getOutputStream();
      String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\none ";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      firstHalfArrived.join();
      out.write("two".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      firstHalfArrived.completeExceptionally(e);
    }
  }

  @Test
  void aWebSocketIsPassedOnWithItsMessagesProtocolAndCode() throws Exception {
    Answer echo = Answer.webSocket(SocketScript.ECHO.greeting("hi"));
    backend.on("GET /talk", echo.header("sec-websocket-protocol", "tea"));
    Heard heard = new Heard();
    Request request =
        new Request.Builder()
            .url("wss://shop.example/talk?room=1")
            .header("Sec-WebSocket-Protocol", "tea")
            .build();
    WebSocket socket = client.http().newWebSocket(request, heard);
    assertEquals("open 101 tea", heard.next());
    assertEquals("hi", heard.next());
    String long70k = "茶".repeat(70_000);
    socket.send(long70k);
    assertEquals(long70k, heard.next());
    socket.close(4001, "bye");
    assertEquals("closed 4001 bye", heard.next());
    LabRequest seen = backend.requests().getFirst();
    assertEquals("/talk?room=1", seen.url());
    assertEquals("shop.example", seen.host());
  }

  @Test
  void aWebSocketEndsWithItsBackend() throws Exception {
    backend.on("GET /talk", Answer.webSocket(SocketScript.ECHO.with(SocketScript.Trouble.DROP)));
    Heard heard = new Heard();
    Request request = new Request.Builder().url("wss://shop.example/talk").build();
    WebSocket socket = client.http().newWebSocket(request, heard);
    assertEquals("open 101 null", heard.next());
    socket.send("x");
    assertEquals("failed null", heard.next());
  }

  @Test
  void aHandshakeThatTheBackendDeclinesHasItsAnswer() throws Exception {
    backend.on("GET /talk", Answer.text("members only").status(403));
    Heard heard = new Heard();
    Request request = new Request.Builder().url("wss://shop.example/talk").build();
    client.http().newWebSocket(request, heard);
    assertEquals("failed 403", heard.next());
  }

  @Test
  void aHandshakeForABackendThatIsDownIsA502() throws Exception {
    backend.close();
    Heard heard = new Heard();
    Request request = new Request.Builder().url("wss://shop.example/talk").build();
    client.http().newWebSocket(request, heard);
    assertEquals("failed 502", heard.next());
  }

  /** What a client of a WebSocket hears, in order. */
  private static final class Heard extends WebSocketListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private String next() throws InterruptedException {
      return String.valueOf(events.poll(20, TimeUnit.SECONDS));
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      events.add("open " + response.code() + " " + response.header("sec-websocket-protocol"));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      events.add(text);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      events.add("closed " + code + " " + reason);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, Response response) {
      events.add("failed " + (response == null ? null : response.code()));
    }
  }

  @Test
  void aBackendThatIsDownIsA502ThatNamesItAndTheSetting() throws Exception {
    backend.close();
    try (Response response = client.get("https://shop.example/x")) {
      String text = response.body().string();
      assertEquals(502, response.code());
      assertTrue(text.contains("127.0.0.1") && text.contains("minihost.json hosts"), text);
    }
  }

  @Test
  void aBackendThatBreaksOffBreaksOffTheClient() throws Exception {
    backend.on("GET /x", Answer.text("0123456789").with(Fault.TRUNCATE));
    assertThrows(
        IOException.class,
        () -> {
          try (Response response = client.get("https://shop.example/x")) {
            response.body().string();
          }
        });
  }
}
