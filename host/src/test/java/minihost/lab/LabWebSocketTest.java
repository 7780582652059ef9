package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import minihost.config.ConfigProblems;
import minihost.config.LabSection;
import minihost.config.Setting;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabWebSocketTest {
  private static final String ORIGIN = "https://api.feed.example";
  private static final String URL = "wss://api.feed.example/chat";

  @TempDir Path folder;

  @Test
  void textsAndBytesComeBackAndSoDoesTheCode() throws Exception {
    try (Lab lab = Lab.start(ORIGIN);
        LabClient client = new LabClient(lab)) {
      lab.on("GET /chat", Answer.webSocket(SocketScript.ECHO));
      Heard heard = new Heard();
      WebSocket socket = heard.on(client, URL);
      assertEquals("open 101", heard.next());
      socket.send("hello");
      assertEquals("hello", heard.next());
      socket.send(ByteString.decodeHex("00ff"));
      assertEquals("[hex=00ff]", heard.next());
      socket.close(4001, "bye");
      assertEquals("closed 4001 bye", heard.next());
      LabRequest handshake = lab.requests("GET /chat").getFirst();
      assertEquals(Optional.of("websocket"), handshake.header("upgrade"));
    }
  }

  @Test
  void aPlainDeviceSpeaksWebSocketToo() throws Exception {
    try (Lab lab = Lab.start();
        LabClient client = new LabClient(lab)) {
      LabOrigin device = lab.plainHttp("127.0.0.1", 0);
      lab.on("GET /chat", Answer.webSocket(SocketScript.ECHO.greeting("lamp").close(4002, "off")));
      Heard heard = new Heard();
      heard.on(client, device.url() + "/chat");
      assertEquals(
          List.of("open 101", "lamp", "closed 4002 off"),
          List.of(heard.next(), heard.next(), heard.next()));
    }
  }

  @Test
  void everyFaultLooksAsItsNameSays() throws Exception {
    assertEquals(List.of("failed"), afterHello(SocketScript.Trouble.DROP));
    assertEquals(List.of("failed"), afterHello(SocketScript.Trouble.RESET));
    assertEquals(List.of("failed"), afterHello(SocketScript.Trouble.BAD_FRAME));
    assertEquals(List.of("closed 1005 "), afterHello(SocketScript.Trouble.NO_STATUS));
    assertEquals(List.of("hello"), afterHello(SocketScript.Trouble.FRAGMENTED));
    assertEquals(List.of("hello"), afterHello(SocketScript.Trouble.DEAF));
  }

  private static List<String> afterHello(SocketScript.Trouble trouble) throws Exception {
    try (Lab lab = Lab.start(ORIGIN);
        LabClient client = new LabClient(lab)) {
      lab.on("GET /chat", Answer.webSocket(SocketScript.ECHO.with(trouble)));
      Heard heard = new Heard();
      WebSocket socket = heard.on(client, URL);
      heard.next();
      socket.send("hello");
      return List.of(heard.next());
    }
  }

  @Test
  void anotherRequestIsToldToUpgrade() throws Exception {
    try (Lab lab = Lab.start(ORIGIN);
        LabClient client = new LabClient(lab)) {
      lab.on("GET /chat", Answer.webSocket(SocketScript.ECHO));
      try (Response response = client.get(ORIGIN + "/chat")) {
        assertEquals(426, response.code());
      }
    }
  }

  @Test
  void theRoutesFileAnswersWithASocket() throws Exception {
    try (Lab lab =
            routes(
                """
                module.exports = {
                  'GET /chat': { websocket: { send: ['hi'], close: [4001, 'bye'] } },
                };
                """);
        LabClient client = new LabClient(lab)) {
      Heard heard = new Heard();
      heard.on(client, URL);
      assertEquals(
          List.of("open 101", "hi", "closed 4001 bye"),
          List.of(heard.next(), heard.next(), heard.next()));
    }
  }

  @Test
  void aWrongScriptIsNamedAtTheStart() {
    for (String wrong :
        List.of("'ecko'", "{ close: [1005] }", "{ fault: 'x' }", "{ sent: [] }", "{ send: [1] }"))
      assertThrows(
          ConfigProblems.class,
          () -> routes("module.exports = { 'GET /chat': { websocket: " + wrong + " } };").close(),
          wrong);
  }

  @Test
  void closingTheLabEndsOpenSockets() throws Exception {
    Lab lab = Lab.start(ORIGIN);
    try (LabClient client = new LabClient(lab)) {
      lab.on("GET /chat", Answer.webSocket(SocketScript.ECHO));
      Heard heard = new Heard();
      heard.on(client, URL);
      heard.next();
      lab.close();
      assertEquals("failed", heard.next());
    } finally {
      lab.close();
    }
  }

  private Lab routes(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("routes.js"), text);
    List<Setting<String>> origins = new ArrayList<>(List.of(Setting.builtIn(ORIGIN)));
    return Lab.start(
        new LabSection(origins, Optional.of(Setting.builtIn(file))), folder, event -> {});
  }

  /** What a client hears, in order. */
  private static final class Heard extends WebSocketListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private WebSocket on(LabClient client, String url) {
      return client.http().newWebSocket(new Request.Builder().url(url).build(), this);
    }

    private String next() throws InterruptedException {
      String event = events.poll(20, TimeUnit.SECONDS);
      assertTrue(event != null, "nothing came");
      return event;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      events.add("open " + response.code());
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      events.add(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      events.add(bytes.toString());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      if (code == 1005) events.add("closed 1005 ");
      socket.close(code == 1005 ? 1000 : code, reason);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      if (code != 1005) events.add("closed " + code + " " + reason);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, Response response) {
      events.add("failed");
    }
  }
}
