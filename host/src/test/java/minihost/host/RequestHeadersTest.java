package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server receives of header (HDR-1 to HDR-6, CK-1). */
class RequestHeadersTest {
  private static final String URL = "url: 'https://api.example.com/', ";

  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = new TestRun();
    run.lab.on("* /*", Answer.json("1"));
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private LabRequest sent(String header) throws Exception {
    int before = run.lab.requests().size();
    assertEquals("ok 200 1", run.request(URL + "header: " + header));
    assertEquals(before + 1, run.lab.requests().size());
    return run.lab.requests().getLast();
  }

  @ParameterizedTest // HDR-1, HDR-2
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "undefined                                       | application/json",
        "{}                                              | application/json",
        "{'content-type': ''}                            | application/json",
        "{'Content-Type': 'text/plain'}                  | text/plain",
        "{'CONTENT-TYPE': 'json'}                        | json",
        "{'Content-Type': 'a/b', 'content-type': 'c/d'}  | c/d",
        "'not an object'                                 | application/json",
        "null                                            | application/json",
        "[]                                              | application/json",
      })
  void thereIsAlwaysOneContentType(String header, String expected) throws Exception {
    run.request(URL + "header: " + header);
    assertEquals(List.of(expected), run.lab.requests().getLast().headers("content-type"));
  }

  @Test // HDR-1
  void aHeaderThatIsNoObjectIsWarnedOf() throws Exception {
    run.request(URL + "header: 'text'");
    assertTrue(run.log().getFirst().contains("header should be Object instead of String"));
  }

  @ParameterizedTest // HDR-3
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'text'     | text",
        "''         | ~~",
        "29         | 29",
        "1.5        | 1.5",
        "NaN        | NaN",
        "true       | [object Boolean]",
        "null       | [object Null]",
        "undefined  | [object Undefined]",
        "{a: 1}     | [object Object]",
        "[1]        | [object Array]",
        "'中 é'      | 中 é",
        "'a\\tb'    | ~a\tb~",
        "' padded ' | padded",
      })
  void valuesAreTextNumbersOrClassTags(String value, String expected) throws Exception {
    assertEquals(List.of(expected), sent("{'X-A': " + value + "}").headers("x-a"));
  }

  @Test // HDR-5
  void headersOfTheTransportAreNotTheProgramsToSet() throws Exception {
    LabRequest request =
        sent(
            "{'Content-Length': 29, hOST: 'evil', Connection: 'upgrade', 'User-Agent': 'curl',"
                + " 'Transfer-Encoding': 'chunked'}");
    assertEquals("api.example.com", request.host());
    assertEquals(List.of("api.example.com"), request.headers("host"));
    assertTrue(request.headers("content-length").isEmpty());
    assertTrue(request.headers("transfer-encoding").isEmpty());
    assertEquals(1, request.headers("user-agent").size());
    assertTrue(request.header("user-agent").orElse("").contains("MicroMessenger"));
  }

  @Test // HDR-5
  void noRequestWaitsForAServerToAllowItsBody() throws Exception {
    assertTrue(sent("{Expect: '100-continue'}, method: 'POST'").headers("expect").isEmpty());
  }

  @Test // HDR-6
  void theProgramMaySendACookie() throws Exception {
    assertEquals(List.of("a=1; b=2"), sent("{Cookie: 'a=1; b=2'}").headers("cookie"));
  }

  @Test // row 19, CK-1
  void whatOneAnswerSetsTheNextRequestDoesNotSend() throws Exception {
    run.lab.on("GET /", Answer.json("1").header("Set-Cookie", "token=1; Path=/"));
    run.request(URL);
    assertEquals(1, run.lab.requests().size());
    assertTrue(sent("{}").headers("cookie").isEmpty());
  }

  @ParameterizedTest // a header that could end its line, or the head, goes nowhere
  @ValueSource(
      strings = {
        "{'X-A': 'a\\r\\nReferer: evil'}",
        "{'X-A': 'a\\nb'}",
        "{'X-A': 'a\\rb'}",
        "{'X-A': 'a\\0b'}",
        "{'X-A': '\\x7f'}",
        "{'content-type': 'a\\r\\n\\r\\nGET / HTTP/1.1'}",
        "{'X A': '1'}",
        "{'X-A\\r\\nReferer': '1'}",
        "{'referer:x': '1'}",
        "{'': '1'}",
        "{'X-中': '1'}",
        "{'Referer ': '1'}",
        "{'\\tReferer': '1'}",
      })
  void aHeaderThatIsNoHeaderFailsTheCall(String header) throws Exception {
    String end = run.request(URL + "header: " + header);
    assertTrue(end.startsWith("request:fail invalid header \""), end);
    assertTrue(end.endsWith("\" 600005"), end);
    assertEquals(0, run.lab.requests().size());
  }

  @Test
  void aHugeHeaderArrivesWhole() throws Exception {
    String length = "" + (1 << 18);
    LabRequest request = sent("{'X-A': 'x'.repeat(" + length + ")}");
    assertEquals(length, "" + request.header("x-a").orElse("").length());
  }

  @Test // RES-5, HDR-5
  void aProgramThatAsksForAnEncodingGetsTheDecodedBody() throws Exception {
    run.lab.on("GET /", Compressed.gzip("{\"a\":1}"));
    assertEquals("ok 200 { a: 1 }", run.request(URL + "header: {'Accept-Encoding': 'gzip, br'}"));
    assertEquals(List.of("gzip, br"), run.lab.requests().getLast().headers("accept-encoding"));
    assertEquals("ok 200 { a: 1 }", run.request(URL));
    assertEquals(
        List.of("gzip, deflate, br"), run.lab.requests().getLast().headers("accept-encoding"));
  }
}
