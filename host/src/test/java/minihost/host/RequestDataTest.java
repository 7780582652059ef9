package minihost.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

/** What the server receives of url, data and method (REQ-1 to REQ-11). */
class RequestDataTest {
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

  private LabRequest sent(String options) throws Exception {
    int before = run.lab.requests().size();
    assertEquals("ok 200", run.request(options).substring(0, 6));
    assertEquals(before + 1, run.lab.requests().size());
    return run.lab.requests().getLast();
  }

  private static String url(String pathAndQuery) {
    return "url: 'https://api.example.com" + pathAndQuery + "'";
  }

  @Test // row 20, REQ-1, REQ-2
  void dataOfAGetJoinsTheQuery() throws Exception {
    assertEquals(
        "a=x%20y&z=1&b=%7B%22c%22%3A1%7D&d=null",
        sent(url("/?a=0&z=1") + ", data: {a:'x y', b:{c:1}, d:null}").query());
  }

  @ParameterizedTest // REQ-1, REQ-2, REQ-4, REQ-3
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/p         | {a: undefined, b: 1}     | /p?a=undefined&b=1",
        "/p         | {a: true, b: [1,2]}      | /p?a=true&b=%5B1%2C2%5D",
        "/p         | {'键': '中文'}             | /p?%E9%94%AE=%E4%B8%AD%E6%96%87",
        "/p         | {'a&b': 'c=d&e'}         | /p?a%26b=c%3Dd%26e",
        "/p         | {}                       | /p",
        "/p?        | {a: 1}                   | /p?a=1",
        "/p?a=1&a=2 | {a: 3}                   | /p?a=3",
        "/p?a=1&b   | {b: 2}                   | /p?a=1&b=2",
        "/p?x=%2F,  | {a: 1}                   | /p?x=%2F,&a=1",
        "/p?x#frag  | {a: 1}                   | /p?x&a=1",
        "/p#f?r     | {a: 1}                   | /p?a=1",
        "/p?a=b=c   | {d: 1}                   | /p?a=b=c&d=1",
        "/p?x       | {a: 1}                   | /p?x&a=1",
        "/p?a=b?c   | {d: 1}                   | /p?a=b?c&d=1",
        "/p?a       | 'text'                   | /p?a",
        "/p?a       | 5                        | /p?a",
        "/p?a       | new ArrayBuffer(4)       | /p?a",
        "/p?a       | undefined                | /p?a",
        "/p?a       | null                     | /p?a",
        "/p         | {constructor: 1}         | /p?constructor=1",
      })
  void theQueryOfAGet(String path, String data, String expected) throws Exception {
    LabRequest request = sent(url(path) + ", data: " + data);
    assertEquals(expected, request.url());
    assertEquals("", request.text());
    assertEquals("GET", request.method());
  }

  @ParameterizedTest // corpus 3: what is written in a URL goes out as written
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/c?categories=1,2            | /c?categories=1,2",
        "/c?prefix=album%2F           | /c?prefix=album%2F",
        "/c?&&day_type=future&&       | /c?&&day_type=future&&",
        "/c?p=null                    | /c?p=null",
        "/a%2Fb/c                     | /a%2Fb/c",
        "/中?q=文                      | /%E4%B8%AD?q=%E6%96%87",
        "/c?a=1+2&b=%20               | /c?a=1+2&b=%20",
        "/c?a=b?c=d                   | /c?a=b?c=d",
        "/c?x=100%                    | /c?x=100%",
        "/c?q={a}[b]                   | /c?q={a}[b]",
        "/c;v=1/d:e@f!$*()            | /c;v=1/d:e@f!$*()",
        "~~                           | /",
      })
  void theUrlGoesOutAsWritten(String written, String sent) throws Exception {
    assertEquals(sent, sent(url(written)).url());
  }

  @Test // row 21, REQ-6
  void aFormIsWrittenPairByPair() throws Exception {
    String form = ", method: 'POST', header: {'content-type': 'application/x-www-form-urlencoded'}";
    LabRequest request = sent(url("/") + form + ", data: {a: '&', b: '中'}");
    assertEquals("a=%26&b=%E4%B8%AD", request.text());
    assertEquals(
        "a=%5Bobject%20Object%5D&b=1%2C2&c=null&d=undefined",
        sent(url("/") + form + ", data: {a: {x: 1}, b: [1,2], c: null, d: undefined}").text());
  }

  @ParameterizedTest // REQ-5, REQ-7 to REQ-10
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{a: 1, b: undefined}            | application/json | {\"a\":1}",
        "'{\"raw\":1}'                   | application/json | {\"raw\":1}",
        "'a=1'      | application/x-www-form-urlencoded     | a=1",
        "'中'                             | text/plain       | 中",
        "{a: [1, null]}                  | text/plain       | {\"a\":[1,null]}",
        "{a: 1}                          | json             | {\"a\":1}",
        "[1,2]                           | application/json | [1,2]",
        "5000                            | application/json | 5000",
        "true                            | application/json | true",
        "5000                            | text/plain       | 5000",
        "false                           | text/plain       | false",
        "undefined                       | application/json | ~~",
        "null                            | application/json | ~~",
        "new Uint8Array([7, 8])          | application/json | {\"0\":7,\"1\":8}",
        "new Date(0)     | application/json | \"1970-01-01T00:00:00.000Z\"",
      })
  void theBodyOfAPost(String data, String type, String expected) throws Exception {
    LabRequest request =
        sent(
            url("/") + ", method: 'post', header: {'Content-Type': '" + type + "'}, data: " + data);
    assertEquals(expected, request.text());
    assertEquals(List.of(type), request.headers("content-type"));
    assertEquals(
        String.valueOf(expected.getBytes(java.nio.charset.StandardCharsets.UTF_8).length),
        request.header("content-length").orElse(""));
  }

  @Test // REQ-5
  void anArrayBufferGoesOutAsItIs() throws Exception {
    LabRequest request =
        sent(url("/") + ", method: 'PUT', data: new Uint8Array([0, 255, 128, 10]).buffer");
    assertArrayEquals(new byte[] {0, (byte) 255, (byte) 128, 10}, request.body());
  }

  @Test
  void aBodyOfAMegabyteArrivesWhole() throws Exception {
    LabRequest request = sent(url("/") + ", method: 'POST', data: 'x'.repeat(1 << 20)");
    assertEquals(1 << 20, request.body().length);
  }

  @ParameterizedTest // REQ-11, 1.1
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "undefined,  GET,     false",
        "'post',     POST,    true",
        "'Put',      PUT,     true",
        "'DELETE',   DELETE,  true",
        "'PATCH',    PATCH,   true",
        "'HEAD',     HEAD,    false",
        "'OPTIONS',  OPTIONS, false",
        "'TRACE',    TRACE,   false",
        "'CONNECT',  CONNECT, false",
        "5,          GET,     false",
        "'',         GET,     false",
      })
  void theMethodDecidesWhetherThereIsABody(String given, String method, boolean body)
      throws Exception {
    LabRequest request = sent(url("/m") + ", data: 'body', method: " + given);
    assertEquals(method, request.method());
    assertEquals(body ? "body" : "", request.text());
  }

  @Test // REQ-4
  void aHeadWithAnObjectKeepsItsUrl() throws Exception {
    assertEquals("/h?a=1", sent(url("/h?a=1") + ", method: 'HEAD', data: {b: 2}").url());
  }

  @Test // a GET never has a body, and none is announced
  void aGetAnnouncesNoBody() throws Exception {
    LabRequest request = sent(url("/") + ", data: {a: 1}");
    assertTrue(request.headers("content-length").isEmpty());
    assertTrue(request.headers("transfer-encoding").isEmpty());
  }
}
