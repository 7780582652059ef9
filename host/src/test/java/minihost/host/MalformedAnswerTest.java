package minihost.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads of answers that contradict HTTP, or themselves (RFC 9112). */
class MalformedAnswerTest {
  /**
   * @param head lines after the version, with {@code /} for line ends
   */
  private static String answered(String head, String body) throws Exception {
    byte[] says =
        ("HTTP/1.1 " + head.replace("/", "\r\n") + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    try (RawServer server = new RawServer(says);
        TestRun run = new TestRun().set("project.setting.urlCheck=false")) {
      run.start();
      return run.request("url: 'http://127.0.0.1:" + server.port() + "/'");
    }
  }

  @ParameterizedTest // CB-5
  @CsvSource({
    "304 Not Modified/Content-Length: 500",
    "304 Not Modified/Transfer-Encoding: chunked",
    "204 No Content/Transfer-Encoding: chunked",
  })
  void anAnswerThatHasNoBodyIsWholeWhateverItAnnounces(String head) throws Exception {
    assertEquals("ok " + head.substring(0, 3) + " ", answered(head, ""));
  }

  @ParameterizedTest // E15
  @CsvSource({
    "200 OK/Content-Length: 5/Content-Length: 3, -346, RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH",
    "200 OK/Content-Length: -5, -370, INVALID_HTTP_RESPONSE",
    "-11 OK/Content-Length: 5, -370, INVALID_HTTP_RESPONSE",
  })
  void aHeadThatMayMeanTwoThingsFails(String head, int code, String name) throws Exception {
    String words = "request:fail errcode:%d cronet_error_code:%d error_msg:net::ERR_%s 600001";
    assertEquals(words.formatted(code, code, name), answered(head, "hello"));
  }

  @Test // E15
  void aLengthThatIsSaidTwiceIsOneLength() throws Exception {
    assertEquals("ok 200 hello", answered("200 OK/Content-Length: 5/Content-Length: 5", "hello"));
  }

  @Test // E15, RES-5
  void moreEncodingsThanAStackHasRoomForFailTheCallAtOnce() throws Exception {
    String head = "200 OK/Content-Length: 5/Content-Encoding: " + "gzip,".repeat(30_000);
    assertEquals(
        "request:fail errcode:-330 cronet_error_code:-330"
            + " error_msg:net::ERR_CONTENT_DECODING_FAILED 600001",
        answered(head, "hello"));
  }
}
