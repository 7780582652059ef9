package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --inspect}: a debugger meets what the author wrote. */
@Timeout(120)
class InspectTest {
  private static final Pattern LISTENS = Pattern.compile("Debugger listening on (ws://\\S+)");

  private static final String PAGE =
      """
      import { twice } from '../../lib/twice'
      interface Cart { price: number }
      Page({
        total: 0,
        onLoad(query: Record<string, string>): void {
          const cart: Cart = { price: 21 }
          this.total = twice(cart.price as number)
          console.log('total ' + this.total)
        },
      })
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private CompletableFuture<Integer> exit;

  @BeforeEach
  void program() throws Exception {
    Program program = new Program(folder);
    Files.delete(folder.resolve("pages/index/index.js"));
    program.file("pages/index/index.ts", PAGE);
    program.file("lib/twice.js", "export const twice = n => n * 2\n");
  }

  /** Begins a command, and gives the debugger's address. */
  private String begin(String... arguments) throws Exception {
    Io io =
        new Io(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of());
    exit =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Main.run(List.of(arguments), io);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (true) {
      Matcher listens = LISTENS.matcher(err.toString(StandardCharsets.UTF_8));
      if (listens.find()) return listens.group(1);
      assertFalse(exit.isDone(), () -> "it ended: " + err.toString(StandardCharsets.UTF_8));
      Thread.sleep(20);
    }
  }

  private int exit() throws Exception {
    return exit.get(60, TimeUnit.SECONDS);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String url(String file) throws IOException {
    return folder.resolve(file).toRealPath().toUri().toString();
  }

  /** Goes on from the first line to a breakpoint. */
  private JsonNode breakAt(Debugger debugger, String file, int line) throws Exception {
    debugger.call("Debugger.enable");
    debugger.call("Runtime.enable");
    debugger.call(
        "Debugger.setBreakpointByUrl",
        "{\"url\":\"%s\",\"lineNumber\":%d}".formatted(url(file), line));
    debugger.call("Runtime.runIfWaitingForDebugger");
    debugger.event("Debugger.paused");
    debugger.call("Debugger.resume");
    return debugger.event("Debugger.paused").path("callFrames").path(0);
  }

  private static String on(JsonNode frame, String expression) {
    return "{\"callFrameId\":\"%s\",\"expression\":\"%s\"}"
        .formatted(frame.path("callFrameId").asText(), expression);
  }

  @Test
  void aBreakpointInATypeScriptPageStopsThereAndShowsWhatWasWritten() throws Exception {
    String address = begin("run", "--no-repl", "--inspect-brk=0", folder.toString());
    try (Debugger debugger = new Debugger(address)) {
      JsonNode frame = breakAt(debugger, "pages/index/index.ts", 6);
      JsonNode at = frame.path("location");
      assertEquals(6, at.path("lineNumber").asInt(), frame.toString());
      assertEquals(4, at.path("columnNumber").asInt(), frame.toString());
      assertEquals("onLoad", frame.path("functionName").asText());
      assertEquals(url("pages/index/index.ts"), frame.path("url").asText(), frame.toString());
      assertEquals(
          21,
          debugger
              .call("Debugger.evaluateOnCallFrame", on(frame, "cart.price"))
              .path("result")
              .path("value")
              .asInt());
      String script = "{\"scriptId\":\"%s\"}".formatted(at.path("scriptId").asText());
      assertEquals(
          PAGE, debugger.call("Debugger.getScriptSource", script).path("scriptSource").asText());
      debugger.call("Debugger.resume");
      assertEquals(0, exit(), out());
    }
    assertTrue(out().contains("total 42"), out());
    assertGone(address);
  }

  private static void assertGone(String address) {
    URI was = URI.create(address);
    assertThrows(
        IOException.class,
        () -> new Socket(was.getHost(), was.getPort()).close(),
        "a port is left");
  }

  @Test
  void theFirstLineOfAnEsModuleIsTheAuthors() throws Exception {
    String address = begin("run", "--no-repl", "--inspect-brk=0", folder.toString());
    try (Debugger debugger = new Debugger(address)) {
      JsonNode frame = breakAt(debugger, "lib/twice.js", 0);
      assertEquals(url("lib/twice.js"), frame.path("url").asText(), frame.toString());
      assertEquals(0, frame.path("location").path("lineNumber").asInt());
      debugger.call("Debugger.resume");
    } // leaves while the script may stand at the breakpoint again
    assertEquals(0, exit(), out());
    assertTrue(out().contains("total 42"), out());
  }

  @Test
  void aTestMayStandAtABreakpointLongerThanItsTimeout() throws Exception {
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(
        folder.resolve("tests/one.test.ts"),
        """
        it('stands', async () => {
          const begun: number = host.clock.now
          await 0
          expect(host.clock.now).toBe(begun)
        })
        """);
    String address = begin("test", "--timeout", "100", "--inspect-brk=0", folder.toString());
    try (Debugger debugger = new Debugger(address)) {
      JsonNode frame = breakAt(debugger, "tests/one.test.ts", 3);
      assertEquals(3, frame.path("location").path("lineNumber").asInt(), frame.toString());
      Thread.sleep(600); // several timeouts
      debugger.call("Debugger.resume");
      assertEquals(0, exit(), out());
    }
    assertTrue(out().contains("1 passed"), out());
  }

  @Test
  void withoutADebuggerARunGoesOn() throws Exception {
    begin("run", "--no-repl", "--inspect=127.0.0.1:0", folder.toString());
    assertEquals(0, exit());
    assertTrue(out().contains("total 42"), out());
  }

  @Test
  void chromeFindsItAndAForeignPageDoesNot() throws Exception {
    String address = begin("run", "--no-repl", "--inspect-brk=0", folder.toString());
    OkHttpClient http = new OkHttpClient();
    String list = "http://127.0.0.1:" + URI.create(address).getPort() + "/json/list";
    try (Response found = http.newCall(new Request.Builder().url(list).build()).execute()) {
      assertTrue(found.body().string().contains("\"webSocketDebuggerUrl\":\"" + address + "\""));
    }
    Request rebound = new Request.Builder().url(list).header("Host", "evil.example").build();
    try (Response refused = http.newCall(rebound).execute()) {
      assertEquals(400, refused.code());
    }
    try (Debugger debugger = new Debugger(address)) {
      debugger.call("Debugger.enable");
      debugger.call("Runtime.enable");
      debugger.call("Runtime.runIfWaitingForDebugger");
      debugger.event("Debugger.paused");
    } // who leaves lets the script go
    assertEquals(0, exit(), out());
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void aPortInUseAndNoPortAreErrorsOfTheCommandLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String command : List.of("run", "test")) {
        CommandLineRun run =
            CommandLineRun.of(command, "--inspect=" + taken.getLocalPort(), folder.toString());
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--inspect: cannot listen on 127.0.0.1:"), run.err());
        assertTrue(run.err().contains("give another port"), run.err());
        run = CommandLineRun.of(command, "--inspect-brk=99999", folder.toString());
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--inspect-brk: \"99999\" is no port"), run.err());
      }
    }
  }

  @Test
  void noThreadIsLeft() throws Exception {
    begin("run", "--no-repl", "--inspect=0", folder.toString());
    assertEquals(0, exit());
    List<String> left = new ArrayList<>();
    for (int tries = 0; tries < 100; tries++) {
      left.clear();
      Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(
              n ->
                  n.startsWith("MockWebServer")
                      || n.contains("nspector")
                      || n.equals("minihost-js"))
          .forEach(left::add);
      if (left.isEmpty()) return;
      Thread.sleep(50);
    }
    assertEquals(List.of(), left);
  }
}
