package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 9, HDR-4. */
class RefererTest {
  @ParameterizedTest // row 9, HDR-4, PRJ-4
  @CsvSource({
    "devtools, develop, devtools",
    "17,       develop, 0",
    "17,       trial,   0",
    "17,       release, 17",
  })
  void theServerSeesOnlyTheFixedReferer(String version, String env, String shown) throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /", Answer.json("1"));
      run.set("account.version=" + version).set("account.envVersion=" + env).start();
      run.request(
          "url: 'https://api.example.com/',"
              + " header: { rEfErEr: 'x', Referer: 'y', referer: 'z', 'referer:': 'w' }");
      run.request("url: 'https://api.example.com/', header: { rEfErEr: 'x', Referer: 'y' }");
      assertEquals(
          List.of("https://servicewechat.com/wx0123456789abcdef/" + shown + "/page-frame.html"),
          run.lab.requests().getLast().headers("referer"));
      assertEquals(1, run.lab.requests().size());
    }
  }
}
