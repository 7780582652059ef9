package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** wx.request against nginx, where the machine has one. */
class NginxTest {
  /** What nginx listens for, each on a port of its own: the name's first label and its settings. */
  private static final Map<String, String> SERVERS =
      Map.of(
          "http1", "listen 127.0.0.1:%d ssl;",
          "http2", "listen 127.0.0.1:%d ssl http2;",
          "tls12", "listen 127.0.0.1:%d ssl; ssl_protocols TLSv1.2;",
          "tls13", "listen 127.0.0.1:%d ssl; ssl_protocols TLSv1.3;",
          "short", "listen 127.0.0.1:%d ssl; keepalive_requests 50;");

  private static final String CONF =
      """
      daemon off;
      pid nginx.pid;
      error_log stderr warn;
      events {}
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        types { application/json json; text/plain txt; text/html html; }
        keepalive_requests 100000;
        ssl_protocols TLSv1.2 TLSv1.3;
        client_max_body_size 64k;
        gzip_types application/json;
        ssl_certificate server.pem;
        ssl_certificate_key server.key;
        root files;
      %s}
      """;

  private static final String LOCATIONS =
      """
          location = /tls { return 200 "$ssl_protocol $server_protocol"; }
          location = /connection { return 200 '{"connection":$connection}'; }
          location /gzip/ { alias files/; gzip on; }
          location /parts/ { alias files/; ssi on; }
          location /form { return 200 "$request_method $content_length"; }
      """;

  @TempDir private static Path folder;
  private static final Map<String, Integer> PORTS = new LinkedHashMap<>();
  private static OtherServer nginx;

  private TestRun run;

  @BeforeAll
  static void startNginx() throws IOException {
    Path program = OtherServer.program("nginx", "install it (package nginx)");
    OtherServer.certify(
        folder, SERVERS.keySet().stream().map(NginxTest::name).toArray(String[]::new));
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(files.resolve("list.json"), list());
    Files.writeString(files.resolve("digits.txt"), "0123456789");
    Files.writeString(files.resolve("page.html"), "<!--# include virtual=\"/digits.txt\" -->茶");
    StringBuilder servers = new StringBuilder();
    for (Map.Entry<String, String> server : SERVERS.entrySet()) {
      int port = OtherServer.freePort();
      PORTS.put(server.getKey(), port);
      servers.append("  server {\n    ").append(server.getValue().formatted(port));
      servers.append('\n').append(LOCATIONS).append("  }\n");
    }
    Files.writeString(folder.resolve("nginx.conf"), user() + CONF.formatted(servers));
    nginx =
        new OtherServer(
            folder,
            List.of(program.toString(), "-p", folder + "/", "-c", "nginx.conf", "-e", "stderr"),
            List.copyOf(PORTS.values()));
  }

  /** As root, nginx would serve files as somebody else, who cannot read the folder. */
  private static String user() {
    String me = System.getProperty("user.name");
    return me.equals("root") ? "user root;\n" : "";
  }

  private static String list() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 500; i++) items.add("{\"id\":" + i + "}");
    return "{\"items\":" + items + "}";
  }

  private static String name(String server) {
    return server + ".example.com";
  }

  @AfterAll
  static void stopNginx() {
    if (nginx != null) nginx.close();
  }

  @BeforeEach
  void start() throws IOException {
    run = new TestRun().set("trust=[\"" + folder.resolve(OtherServer.CA) + "\"]");
    List<String> domains = new ArrayList<>();
    for (Map.Entry<String, Integer> server : PORTS.entrySet()) {
      domains.add("\"https://" + name(server.getKey()) + "\"");
      run.set("hosts." + name(server.getKey()) + "=127.0.0.1:" + server.getValue());
    }
    run.set("domains.requestdomain=" + domains);
    run.start();
  }

  @AfterEach
  void close() throws IOException {
    run.close();
  }

  /** Calls, and logs what {@code shown} gives for the result {@code r}. */
  private String get(String server, String path, String options, String shown) throws Exception {
    run.eval(
        """
        wx.request({
          url: 'https://%s%s',
          success: r => console.log(%s),
          fail: r => console.log(r.errMsg, r.errno),
          %s
        }); undefined
        """
            .formatted(name(server), path, shown, options));
    return run.log().getLast();
  }

  @ParameterizedTest
  @CsvSource({
    "http1, enableHttp2: false, http1.1 TLSv1.3 HTTP/1.1",
    "http1, enableHttp2: true,  http1.1 TLSv1.3 HTTP/1.1",
    "http2, enableHttp2: false, http1.1 TLSv1.3 HTTP/1.1",
    "http2, enableHttp2: true,  h2 TLSv1.3 HTTP/2.0",
    "tls12, enableHttp2: false, http1.1 TLSv1.2 HTTP/1.1",
    "tls13, enableHttp2: false, http1.1 TLSv1.3 HTTP/1.1",
  })
  void protocolAndTlsAreWhatTheServerOffersAndTheProgramAskedFor(
      String server, String options, String agreed) throws Exception {
    assertEquals(agreed, get(server, "/tls", options, "r.profile.protocol, r.data"));
  }

  @ParameterizedTest
  @CsvSource({"http1, 'Content-Type,Server'", "http2, 'content-type,server'"})
  void headersHaveTheSpellingOfTheProtocol(String server, String names) throws Exception {
    assertEquals(
        "200 500 " + names,
        get(
            server,
            "/list.json",
            "enableHttp2: true",
            "r.statusCode, r.data.items.length, Object.keys(r.header).filter(k =>"
                + " /^(content-type|server)$/i.test(k)).sort() + ''"));
  }

  @Test
  void aBodyThatNginxCompressesIsDecoded() throws Exception {
    assertEquals(
        "500 gzip true",
        get(
            "http1",
            "/gzip/list.json",
            "header: {'Accept-Encoding': 'gzip'}",
            "r.data.items.length, r.header['Content-Encoding'],"
                + " r.profile.receivedBytedCount < 3000"));
  }

  @ParameterizedTest
  @CsvSource({"http1, chunked", "http2, undefined"})
  void aBodyOfUnknownLengthIsWhole(String server, String coding) throws Exception {
    assertEquals(
        coding + " 0123456789茶",
        get(
            server,
            "/parts/page.html",
            "enableHttp2: true",
            "r.header['Transfer-Encoding'], r.data"));
  }

  @Test
  void itsChunksAreToldAsTheyCome() throws Exception {
    run.eval(
        """
        let bytes = 0;
        wx.request({
          url: 'https://http1.example.com/parts/page.html',
          enableChunked: true,
          success: r => console.log(bytes, r.data),
        }).onChunkReceived(c => bytes += c.data.byteLength); undefined
        """);
    run.assertLog("13 0123456789茶");
  }

  @ParameterizedTest
  @CsvSource({
    "http1, bytes=2-4, 206 bytes 2-4/10 234",
    "http2, bytes=2-4, 206 bytes 2-4/10 234",
    "http1, bytes=-3,  206 bytes 7-9/10 789",
    "http1, bytes=20-, 416 bytes */10",
  })
  void aRangeOfAFileIsAPartialAnswer(String server, String range, String shown) throws Exception {
    String answer =
        get(
            server,
            "/digits.txt",
            "enableHttp2: true, dataType: 'text', header: {Range: '" + range + "'}",
            "r.statusCode, r.header['Content-Range'] ?? r.header['content-range'],"
                + " r.statusCode === 206 ? r.data : ''");
    assertEquals(shown, answer.strip());
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() throws Exception {
    get("http1", "/digits.txt", "", "globalThis.tag = r.header.ETag");
    assertEquals(
        "304 ''",
        get(
            "http1",
            "/digits.txt",
            "header: {'If-None-Match': tag}",
            "r.statusCode, JSON.stringify(r.data).replace(/\"/g, \"'\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "http1, POST,   60000,   200 POST 60000",
    "http2, PUT,    60000,   200 PUT 60000",
    "http1, DELETE, 0,       200 DELETE 0",
    "http1, POST,   3000000, 413",
    "http2, POST,   3000000, 413",
  })
  void aBodyArrivesAndOneTooLargeForTheServerGetsItsAnswer(
      String server, String method, int size, String shown) throws Exception {
    String answer =
        get(
            server,
            "/form",
            "enableHttp2: true, method: '%s', data: 'x'.repeat(%d)".formatted(method, size),
            "r.statusCode, r.statusCode === 200 ? r.data : ''");
    assertEquals(shown, answer.strip());
  }

  @Test
  void tenThousandRequestsNeedNoMoreConnectionsThanRunAtATime() throws Exception {
    assertTrue(many("http1", 10_000).size() <= 10, run.log()::toString);
  }

  @Test
  void overHttp2AllShareOneConnection() throws Exception {
    assertEquals(List.of(500), many("http2", 500));
  }

  /** nginx closes each connection after 50 requests, and says so in the last answer. */
  @Test
  void connectionsThatTheServerClosesAreReplaced() throws Exception {
    List<Integer> requests = many("short", 1_000);
    assertTrue(requests.size() >= 20, requests::toString);
    assertTrue(Collections.max(requests) <= 50, requests::toString);
  }

  /** Makes calls that must succeed, ten at a time; how many came over each connection. */
  private List<Integer> many(String server, int calls) throws Exception {
    run.script(
        """
        globalThis.seen = {};
        globalThis.failed = [];
        globalThis.go = left => {
          const one = () => left-- > 0 && wx.request({
            url: 'https://%s/connection',
            enableHttp2: true,
            success: r => { seen[r.data.connection] = (seen[r.data.connection] ?? 0) + 1; },
            fail: r => failed.push(r.errMsg),
            complete: one,
          });
          for (let i = 0; i < 10; i++) one();
        }; undefined
        """
            .formatted(name(server)));
    int stage = 500; // so that each settles in time on a busy machine
    for (int done = 0; done < calls; done += stage) run.eval("go(" + stage + "); undefined");
    run.eval("console.log(failed + ''); console.log(Object.values(seen) + '')");
    assertEquals("", run.log().get(run.log().size() - 2));
    List<Integer> requests =
        Arrays.stream(run.log().getLast().split(",")).map(Integer::valueOf).toList();
    assertEquals(calls, requests.stream().mapToInt(n -> n).sum());
    return requests;
  }
}
