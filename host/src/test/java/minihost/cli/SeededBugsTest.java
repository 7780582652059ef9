package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bugs put into a copy of the demo: its own tests find each, and say which rule it breaks. */
@Timeout(120)
class SeededBugsTest {
  private static final Path DEMO = Path.of("../demo-miniprogram");
  private static final String FIVE_ARTICLES =
      IntStream.rangeClosed(1, 5)
          .mapToObj(
              id ->
                  "{\"id\":%d,\"title\":\"水温 Water\",\"author\":\"陆羽\",\"summary\":\"茶者\","
                          .formatted(id)
                      + "\"publishedAt\":\"2026-01-01T00:00:00Z\"}")
          .collect(Collectors.joining(",", "{\"hasMore\":false,\"items\":[", "]}"));

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> all = Files.walk(DEMO)) {
      for (Path from : all.toList()) {
        Path to = folder.resolve(DEMO.relativize(from).toString());
        if (Files.isDirectory(from)) Files.createDirectories(to);
        else Files.copy(from, to);
      }
    }
  }

  private void change(String file, String correct, String wrong) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(correct), () -> file + " has no " + correct);
    Files.writeString(path, text.replace(correct, wrong));
  }

  private CommandLineRun run(String test, String name) throws Exception {
    String file = folder.resolve("tests/" + test).toString();
    return CommandLineRun.of("test", file, "-t", name, "--timeout", "10000");
  }

  /** Runs the tests of a file with this in their name; the first failure tells of the rule. */
  private void caught(String test, String name, String rule) throws Exception {
    CommandLineRun run = run(test, name);
    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains("✗ " + name), run.out());
    assertTrue(run.out().contains(rule), run.out());
  }

  @Test
  void aDomainThatIsNotListed() throws Exception {
    change("utils/request.js", "https://api.feed.example", "https://api.feeds.example");
    caught("feed.test.js", "shows the first five articles", "was refused by DOMAIN_LISTED");
  }

  @Test
  void aMissingFailHandler() throws Exception {
    change("utils/request.js", "fail(err) {", "failed(err) {");
    caught("network.test.js", "calls fail, and later they do not", "and nobody heard it");
  }

  @Test
  void noRetry() throws Exception {
    change("pages/feed/feed.js", "this.retry = retry\n    }", "}");
    caught("background.test.js", "what was interrupted is tried again", "BACKGROUND_5S");
  }

  @Test
  void theSameBodyInUtf8IsNoBug() throws Exception {
    body(FIVE_ARTICLES.getBytes(StandardCharsets.UTF_8));
    CommandLineRun run = run("feed.test.js", "shows the first five articles");
    assertEquals(0, run.exit(), run.out() + run.err());
  }

  @Test
  void aBodyInGbk() throws Exception {
    body(FIVE_ARTICLES.getBytes(Charset.forName("GBK")));
    caught("feed.test.js", "shows the first five articles", "MALFORMED_TEXT");
  }

  @Test
  void aSecondByteOrderMark() throws Exception {
    body(("\uFEFF\uFEFF" + FIVE_ARTICLES).getBytes(StandardCharsets.UTF_8));
    caught("feed.test.js", "shows the first five articles", "SECOND_BOM");
  }

  private void body(byte[] bytes) throws IOException {
    StringBuilder list = new StringBuilder();
    for (byte b : bytes) list.append(b & 0xFF).append(',');
    change(
        "lab/routes.js",
        "'GET /feed': req => ({ json: pageOf(req.query), delay: 80 })",
        "'GET /feed': { body: new Uint8Array(["
            + list
            + "]).buffer,"
            + " headers: { 'content-type': 'application/json' } }");
  }

  @Test
  void aCallInBackground() throws Exception {
    String call = "wx.request({ url: 'https://api.feed.example/time' })";
    change("app.js", "onHide() {", "onHide() {\n    setTimeout(() => " + call + ", 1000)");
    caught("background.test.js", "who is back before 5 s", "was refused by FOREGROUND");
  }

  @Test
  void anEleventhRequest() throws Exception {
    change(
        "pages/feed/feed.js",
        "this.page = 0",
        "this.page = 0\n    for (let i = 0; i < 12; i++) get('/time')");
    caught("feed.test.js", "never asks for more at a time", "(CONCURRENCY)");
  }

  @Test
  void aSixthSocket() throws Exception {
    change("pages/chat/chat.js", "if (this.data.open) this.leave()", "");
    caught("transfers.test.js", "the tea room can be entered again", "was refused by SOCKET_COUNT");
  }
}
