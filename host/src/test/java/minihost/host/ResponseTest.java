package minihost.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What success gets (1.5, 1.6): rows 10 to 12 and 19. */
class ResponseTest {
  private static final String URL = "url: 'https://api.example.com/'";

  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = new TestRun();
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  /** What an expression over the result {@code r} is, for an answer. */
  private String shown(Answer answer, String options, String expression) throws Exception {
    run.lab.on("* /", answer);
    run.begin("", URL + options + ", complete: r => console.log(" + expression + ")").settle();
    return run.log().getLast();
  }

  @Test // row 10, RES-3
  void ofTwoByteOrderMarksOneIsTakenOff() throws Exception {
    String seen =
        shown(
            Answer.text("\uFEFF\uFEFF{}"),
            "",
            "r.errMsg, typeof r.data, r.data.length, r.data.charCodeAt(0).toString(16)");
    assertEquals("request:ok string 3 feff", seen);
    assertEquals("object", shown(Answer.text("\uFEFF{}"), "", "typeof r.data"));
  }

  @Test // RES-3, RES-5
  void anArrayBufferKeepsEveryByte() throws Exception {
    assertEquals(
        "[object ArrayBuffer] 5 239",
        shown(
            Answer.text("\uFEFF{}"),
            ", responseType: 'ArrayBuffer', dataType: 'json'",
            "Object.prototype.toString.call(r.data), r.data.byteLength, new"
                + " Uint8Array(r.data)[0]"));
  }

  @ParameterizedTest // row 11, RES-1, RES-2
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not json    |                          | string not json",
        "{\"a\":1}   |                          | object { a: 1 }",
        "{\"a\":1}   | , dataType: 'json'       | object { a: 1 }",
        "{\"a\":1}   | , dataType: undefined    | object { a: 1 }",
        "{\"a\":1}   | , dataType: 'text'       | string {\"a\":1}",
        "{\"a\":1}   | , dataType: 'other'      | string {\"a\":1}",
        "{\"a\":1}   | , responseType: 'text'   | object { a: 1 }",
        "{\"a\":1}   | , responseType: 'bogus'  | object { a: 1 }",
        "~~          |                          | string",
        "null        |                          | object null",
        "5000        |                          | number 5000",
        "\"x\"       |                          | string x",
      })
  void dataIsParsedOnceAndAFailureIsSilent(String body, String options, String expected)
      throws Exception {
    String seen = shown(Answer.text(body), options == null ? "" : options, "typeof r.data, r.data");
    assertEquals(expected, seen.strip());
  }

  @ParameterizedTest // row 12, CB-5, RES-2
  @ValueSource(
      ints = {
        200, 201, 206, 299, 300, 304, 305, 400, 401, 403, 404, 407, 408, 418, 421, 429, 500, 502,
        503, 504, 599
      })
  void anyStatusIsASuccessAndNothingIsSentTwice(int status) throws Exception {
    Answer answer = Answer.json("{\"a\":1}").status(status).header("Retry-After", "0");
    assertEquals(
        status + " request:ok " + (status == 304 ? "string" : "object"),
        shown(answer, "", "r.statusCode, r.errMsg, typeof r.data"));
    assertEquals(1, run.lab.requests().size());
  }

  @Test
  void anAnswerWithoutContentHasEmptyData() throws Exception {
    assertEquals(
        "204 string 0", shown(Answer.of(204), "", "r.statusCode, typeof r.data, r.data.length"));
    assertEquals(
        "200 string 0",
        shown(Answer.json("{}"), ", method: 'HEAD'", "r.statusCode, typeof r.data, r.data.length"));
  }

  @Test // row 19, CK-2, CK-4, CK-3
  void cookiesHasOneElementPerSetCookieWhole() throws Exception {
    Answer answer =
        Answer.json("1")
            .addHeader("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/")
            .addHeader("set-cookie", "b=2");
    assertEquals(
        "2 a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/ b=2",
        shown(answer, "", "r.cookies.length, r.cookies[0], r.cookies[1]"));
    assertEquals(
        "true 0", shown(Answer.json("1"), "", "Array.isArray(r.cookies), r.cookies.length"));
  }

  @Test // 1.5
  void headersKeepTheServersCasingAndSeveralValuesAreJoined() throws Exception {
    Answer answer =
        Answer.json("1").addHeader("ETag", "x").addHeader("X-Many", "a").addHeader("X-Many", "b");
    assertEquals(
        "x undefined a,b", shown(answer, "", "r.header.ETag, r.header.etag, r.header['X-Many']"));
  }

  @ParameterizedTest // RES-4
  @CsvSource({
    "text/plain; charset=GBK,          GBK",
    "text/plain;charset=\"gb2312\",    GB2312",
    "text/plain; CHARSET=iso-8859-1,   ISO-8859-1",
    "text/plain; charset=utf-16,       UTF-16",
    "text/plain,                       UTF-8",
    "text/plain; charset=no-such-one,  UTF-8",
    "text/plain; charset=,             UTF-8",
  })
  void textIsReadInItsCharset(String type, String charset) throws Exception {
    String text = charset.startsWith("ISO") ? "é" : "中文";
    Answer answer =
        Answer.bytes(text.getBytes(Charset.forName(charset))).header("Content-Type", type);
    assertEquals(text, shown(answer, "", "r.data"));
  }

  @Test // RES-4
  void malformedBytesBecomeReplacementCharacters() throws Exception {
    assertEquals("a\uFFFDb", shown(Answer.bytes(new byte[] {'a', (byte) 0xFF, 'b'}), "", "r.data"));
  }

  @Test // RES-5
  void encodedBodiesAreDecodedAndTheirHeadersKept() throws Exception {
    byte[] plain = "{\"a\":1}".getBytes(UTF_8);
    String shape = "JSON.stringify(r.data), r.header['Content-Encoding']";
    byte[] gzip = Compressed.gzipped(plain);
    assertEquals("{\"a\":1} gzip", shown(Compressed.answer("gzip", gzip), "", shape));
    assertEquals("{\"a\":1} x-gzip", shown(Compressed.answer("x-gzip", gzip), "", shape));
    assertEquals(
        "{\"a\":1} gzip, gzip",
        shown(Compressed.answer("gzip, gzip", Compressed.gzipped(gzip)), "", shape));
    for (boolean bare : new boolean[] {true, false})
      assertEquals(
          "{\"a\":1} deflate",
          shown(Compressed.answer("deflate", Compressed.deflated(plain, bare)), "", shape));
    assertEquals("{\"a\":1} other", shown(Compressed.answer("other", plain), "", shape));
  }

  @Test // E15
  void aBodyThatIsNotWhatItsEncodingPromisesFailsTheCall() throws Exception {
    byte[] gzip = Compressed.gzipped("some text".getBytes(UTF_8));
    String failed =
        "request:fail errcode:-330 cronet_error_code:-330"
            + " error_msg:net::ERR_CONTENT_DECODING_FAILED";
    for (byte[] body :
        new byte[][] {"plain".getBytes(UTF_8), {1}, java.util.Arrays.copyOf(gzip, gzip.length - 9)})
      assertEquals(failed, shown(Compressed.answer("gzip", body), "", "r.errMsg"));
    assertEquals(
        failed, shown(Compressed.answer("deflate", "plain".getBytes(UTF_8)), "", "r.errMsg"));
  }

  @Test // 1.6
  void theProfileIsInOrderOnAFreshAndOnAReusedConnection() throws Exception {
    String order =
        "['fetchStart','domainLookUpStart','domainLookUpEnd','connectStart','SSLconnectionStart',"
            + "'SSLconnectionEnd','connectEnd','requestStart','requestEnd','responseStart',"
            + "'responseEnd'].every((k, i, all) => !i || r.profile[all[i - 1]] <= r.profile[k])";
    String shape =
        order
            + ", r.profile.socketReused, r.profile.peerIP, r.profile.protocol,"
            + " r.profile.port > 0, r.profile.receivedBytedCount > 0, r.profile.sendBytesCount > 0";
    assertEquals("true false 127.0.0.1 http1.1 true true true", shown(Answer.json("1"), "", shape));
    assertEquals("true true 127.0.0.1 http1.1 true true true", shown(Answer.json("1"), "", shape));
    assertEquals(1, run.lab.acceptedConnections());
  }

  @Test // 1.1
  void theProfileCanBeLeftOut() throws Exception {
    assertEquals("false", shown(Answer.json("1"), ", enableProfile: false", "'profile' in r"));
    assertEquals("true", shown(Answer.json("1"), "", "'profile' in r"));
  }

  @Test
  void anAnswerOfSeveralMegabytesArrivesWhole() throws Exception {
    assertEquals(
        "5242880 5242880",
        shown(
            Answer.bytes(new byte[5 << 20]),
            ", responseType: 'arraybuffer'",
            "r.data.byteLength, new Uint8Array(r.data).length"));
  }

  @Test // corpus 3: many tiny calls on one connection
  void connectionsAreKeptAndUsedAgain() throws Exception {
    for (int i = 0; i < 5; i++) shown(Answer.json("1"), "", "1");
    assertEquals(1, run.lab.acceptedConnections());
    assertTrue(run.host().openConnections() <= 1);
  }
}
