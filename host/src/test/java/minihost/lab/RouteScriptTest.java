package minihost.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import minihost.config.ConfigProblems;
import minihost.config.LabSection;
import minihost.config.Setting;
import minihost.reason.Reason;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteScriptTest {
  private static final String ORIGIN = "https://api.feed.example";

  @TempDir private Path folder;
  private final List<LabEvent> events = new CopyOnWriteArrayList<>();
  private Lab lab;
  private LabClient client;

  private void start(String routes) throws Exception {
    write("lab/routes.js", routes);
    lab = Lab.start(section(), folder, events::add);
    client = new LabClient(lab);
  }

  private LabSection section() {
    return new LabSection(
        List.of(Setting.builtIn(ORIGIN)),
        Optional.of(Setting.builtIn(folder.resolve("lab/routes.js"))));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @AfterEach
  void close() {
    if (client != null) client.close();
    if (lab != null) lab.close();
  }

  private String get(String path) throws IOException {
    try (Response response = client.get(ORIGIN + path)) {
      return response.code() + " " + response.body().string();
    }
  }

  @Test
  void aHandlerSeesTheRequestAndKeepsStateBetweenRequests() throws Exception {
    start(
        """
        let reads = 0
        module.exports = {
          'POST /articles/:id': req => ({
            status: 201,
            json: {
              reads: ++reads, method: req.method, url: req.url, path: req.path, params: req.params,
              query: req.query, type: req.headers['content-type'], twice: req.headers['x-twice'],
              body: req.body, parsed: req.json.a, length: req.bytes.byteLength,
            },
          }),
        }
        """);
    for (int reads = 1; reads <= 2; reads++) {
      Request request =
          new Request.Builder()
              .url(ORIGIN + "/articles/a%20b?x=1&x=2&y=%E4%B8%AD&z")
              .addHeader("X-Twice", "1")
              .addHeader("X-Twice", "2")
              .post(RequestBody.create("{\"a\":[1]}", MediaType.parse("application/json")))
              .build();
      try (Response response = client.send(request)) {
        assertEquals(201, response.code());
        assertEquals(
            """
            {"reads":%d,"method":"POST","url":"/articles/a%%20b?x=1&x=2&y=%%E4%%B8%%AD&z",\
            "path":"/articles/a%%20b","params":{"id":"a b"},\
            "query":{"x":["1","2"],"y":"中","z":""},"type":"application/json; charset=utf-8",\
            "twice":"1, 2","body":"{\\"a\\":[1]}","parsed":[1],"length":9}\
            """
                .formatted(reads),
            response.body().string());
      }
    }
  }

  @Test
  void everyFormOfAnswerArrives() throws Exception {
    start(
        """
        module.exports = {
          'GET /json': { json: [1, null] },
          'GET /text': { text: '文', headers: { 'Content-Type': 'text/x-own', 'set-cookie': ['a=1', 'b=2'] } },
          'GET /buffer': { body: new Uint8Array([0, 255]).buffer },
          'GET /view': () => ({ body: new Uint8Array([9, 8, 7]).subarray(1) }),
          'GET /moved': { redirect: 'https://other.example/x' },
          'GET /seeOther': { redirect: '/y', status: 303 },
          'GET /later': async () => { await new Promise(r => setTimeout(r, 20)); return { status: 202, delay: 10 } },
          'GET /chunks': { chunks: ['文', new Uint8Array([33]), ''], interval: 1 },
          'GET /size': { size: 100000, headers: { 'content-type': 'image/png' } },
          'GET /slow': { text: 'abc', fault: 'slow', bytesPerSecond: 100 },
          'GET /*': req => ({ text: req.params['*'] }),
        }
        """);
    assertEquals("200 [1,null]", get("/json"));
    assertEquals("202 ", get("/later"));
    assertEquals("200 abc", get("/slow"));
    assertEquals("200 a/b", get("/a/b"));
    try (Response response = client.get(ORIGIN + "/chunks")) {
      assertEquals(-1, response.body().contentLength());
      assertEquals("文!", response.body().string());
    }
    try (Response response = client.get(ORIGIN + "/size")) {
      assertEquals("image/png", response.header("content-type"));
      assertArrayEquals(new byte[100_000], response.body().bytes());
    }
    try (Response response = client.get(ORIGIN + "/text")) {
      assertEquals("text/x-own", response.header("content-type"));
      assertEquals(List.of("a=1", "b=2"), response.headers("set-cookie"));
      assertEquals("文", response.body().string());
    }
    try (Response response = client.get(ORIGIN + "/buffer")) {
      assertArrayEquals(new byte[] {0, -1}, response.body().bytes());
    }
    try (Response response = client.get(ORIGIN + "/view")) {
      assertArrayEquals(new byte[] {8, 7}, response.body().bytes());
    }
    try (Response response = client.get(ORIGIN + "/moved")) {
      assertEquals(302, response.code());
      assertEquals("https://other.example/x", response.header("location"));
    }
    assertEquals("303 ", get("/seeOther"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reset", "empty", "truncate", "malformed", "badChunk", "resetBody", "headerBomb"})
  void aFaultIsOneWord(String word) throws Exception {
    start("module.exports = { 'GET /x': { fault: '" + word + "', text: 'abcdef' } }");
    assertThrows(IOException.class, () -> get("/x"));
  }

  @Test
  void otherFilesOfItsFolderCanBeRequired() throws Exception {
    write("lab/data/articles.json", "[{\"id\": 1}]");
    write("lab/data/index.js", "exports.all = require('./articles.json')");
    start(
        """
        const { all } = require('./data')
        module.exports = { 'GET /feed': { json: [all, require('./data/index.js').all === all] } }
        """);
    assertEquals("200 [[{\"id\":1}],true]", get("/feed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.json", "./link.json", "fs", "/etc/passwd", "./none", ""})
  void nothingOutsideItsFolderCan(String specifier) throws Exception {
    write("secret.json", "{}");
    Files.createDirectories(folder.resolve("lab"));
    Files.createSymbolicLink(folder.resolve("lab/link.json"), folder.resolve("secret.json"));
    Reason reason = broken("\nmodule.exports = require('" + specifier + "')").getFirst();
    assertTrue(
        reason.why().contains("require('" + specifier + "') in lab/routes.js"), reason.why());
    assertEquals("lab/routes.js:2", reason.origin().toString());
  }

  @Test
  void aThrowingHandlerIsA500WithItsPlace() throws Exception {
    start(
        "module.exports = {\n"
            + "  'GET /x': req => req.no.such,\n"
            + " 'GET /y': async () => { throw new Error('later') } }");
    String text = get("/x");
    assertTrue(text.startsWith("500 GET /x: TypeError: "), text);
    assertTrue(text.contains("lab/routes.js:2:"), text);
    assertTrue(get("/y").contains("Error: later"));
    List<LabEvent.Failed> failed =
        events.stream()
            .filter(LabEvent.Failed.class::isInstance)
            .map(LabEvent.Failed.class::cast)
            .toList();
    assertEquals(2, failed.size());
    assertEquals(LabCode.LAB_ROUTE_FAILED, failed.getFirst().reason().code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "undefined                  | a route must answer an object",
        "({ jsno: 1 })              | an answer has no field \"jsno\"",
        "({ json: 1, text: '' })    | json and text",
        "({ body: 'text' })         | body must be an ArrayBuffer",
        "({ status: 99 })           | status 99",
        "({ status: 'ok' })         | status must be a whole number",
        "({ chunks: 'text' })       | chunks must be an array",
        "({ chunks: [1] })          | body must be an ArrayBuffer",
        "({ chunks: [], size: 1 })  | chunks and size",
        "({ size: -1 })             | size must be a whole number",
        "({ fault: 'explode' })     | fault 'explode' is none of slow, stall",
        "({ headers: {a: 'b\\nc'} }) | line break"
      })
  void anAnswerThatIsNoneIsExplained(String answer, String why) throws Exception {
    start("module.exports = { 'GET /x': () => (" + answer + ") }");
    String text = get("/x");
    assertTrue(text.startsWith("500 ") && text.contains(why), text);
  }

  @Test
  void whatItPrintsIsAnEvent() throws Exception {
    start("console.warn('two', [2])\nmodule.exports = {}");
    assertEquals(List.of(new LabEvent.Printed("warn", "two [ 2 ]")), events);
  }

  @Test
  void aHandlerThatNeverReturnsDoesNotKeepTheLabOpen() throws Exception {
    start("module.exports = { 'GET /x': () => { for (;;); } }");
    Thread.startVirtualThread(() -> assertThrows(IOException.class, () -> get("/x")));
    lab.awaitRequest("GET /x", Duration.ofSeconds(10));
    lab.close();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals("lab-js")));
  }

  @Test
  void aRouteAddedByTheRunComesFirst() throws Exception {
    start("module.exports = { 'GET /feed': { text: 'file' }, 'GET /other': { text: 'file' } }");
    lab.on("GET /*", Answer.text("run"));
    assertEquals("200 run", get("/feed"));
    lab.reset();
    assertEquals("200 file", get("/feed"));
  }

  private List<Reason> broken(String routes) throws Exception {
    write("lab/routes.js", routes);
    return assertThrows(ConfigProblems.class, () -> Lab.start(section(), folder, events::add))
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "let a = 1\\nlet b = ;          | lab/routes.js:2 | SyntaxError",
        "let a = 1;\\n  nope()          | lab/routes.js:2 | ReferenceError: nope",
        "export default {}              | lab/routes.js:1 | SyntaxError",
        "module.exports = null          | lab/routes.js   | module.exports is null",
        "module.exports = {\\n '/x': {}} | lab/routes.js:2 | GET /path/:name"
      })
  void aBrokenFileIsRefusedWithItsPlace(String code, String place, String why) throws Exception {
    Reason reason = broken(code.replace("\\n", "\n")).getFirst();
    assertEquals(LabCode.LAB_ROUTES_BROKEN, reason.code());
    assertEquals(place, reason.origin().toString().strip());
    assertTrue(reason.why().contains(why), reason.why());
    assertTrue(reason.fix().contains("routes file is") || reason.fix().contains("'/x'"));
  }

  @Test
  void allBrokenRoutesAreToldAtOnce() throws Exception {
    List<Reason> problems =
        broken(
            "module.exports = {\n 'get': {},\n 'GET /a': { jsno: 1 },\n 'GET /b': { status: 7 } }");
    assertEquals(
        List.of("lab/routes.js:2", "lab/routes.js:3", "lab/routes.js:4"),
        problems.stream().map(p -> p.origin().toString()).toList());
  }

  @Test
  void aMissingFileIsRefusedByName() {
    ConfigProblems e =
        assertThrows(ConfigProblems.class, () -> Lab.start(section(), folder, events::add));
    assertTrue(e.getMessage().contains("routes.js cannot be read"), e.getMessage());
  }
}
