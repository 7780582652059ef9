package minihost.host;

import static minihost.host.Transfers.call;
import static minihost.host.Transfers.down;
import static minihost.host.Transfers.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import minihost.lab.Answer;
import minihost.lab.Fault;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What wx.downloadFile asks for, and where it puts what comes. */
class DownloadFileFamilyTest {
  private static final byte[] BYTES = {
    0, (byte) 0xFF, 13, 10, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF
  };

  private TestRun run;

  @BeforeEach
  void make() throws Exception {
    run = Transfers.program();
    run.lab.on("* /down", Answer.bytes(BYTES).header("content-type", "image/png"));
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  /** Downloads, and says under which name the file is kept. */
  private String kept(String options) throws Exception {
    String line = call(run, "downloadFile", options);
    assertTrue(line.startsWith("ok {\"tempFilePath\":\""), line);
    return line.split("\"")[3];
  }

  @Test // row 26, DL-2, DL-6
  void withoutAPathTheFileIsATemporaryOne() throws Exception {
    run.start();
    String line = call(run, "downloadFile", down(""));
    assertTrue(
        line.matches(
            "ok \\{\"tempFilePath\":\"wxfile://tmp_[0-9a-f]{32}\\.png\",\"statusCode\":200}"),
        line);
    assertArrayEquals(BYTES, Files.readAllBytes(real(run, line.split("\"")[3])));
    assertEquals(1, Transfers.all(run).size());
  }

  @Test // row 26, DL-2
  void withAPathItIsThere() throws Exception {
    run.start();
    assertEquals(
        "ok {\"filePath\":\"wxfile://usr/b.txt\",\"statusCode\":200}",
        call(run, "downloadFile", down("filePath: wx.env.USER_DATA_PATH + '/b.txt'")));
    assertArrayEquals(BYTES, Files.readAllBytes(real(run, "wxfile://usr/b.txt")));
    assertEquals(1, Transfers.all(run).size());
    run.lab.on("* /down", Answer.text("new"));
    call(run, "downloadFile", down("filePath: 'wxfile://usr/b.txt'"));
    assertEquals("new", Files.readString(real(run, "wxfile://usr/b.txt")));
    assertEquals(1, Transfers.all(run).size());
  }

  @ParameterizedTest // row 26, DL-2
  @ValueSource(strings = {"''", "null", "undefined"})
  void anEmptyPathIsNone(String path) throws Exception {
    run.start();
    kept(down("filePath: " + path));
  }

  @Test // 2.2: fields that Android has besides
  void onAndroidTheResultSaysMore() throws Exception {
    run.set("platform=android").start();
    run.script(
        "wx.downloadFile({%s, success: r => console.log(Object.keys(r).join(), r.dataLength)})"
            .formatted(down("enableProfile: false")));
    run.settle().assertLog("tempFilePath,statusCode,header,dataLength,errMsg 7");
  }

  @Test // DL-6
  void inDevtoolsTheNameIsAnother() throws Exception {
    run.set("platform=devtools").start();
    String line = call(run, "downloadFile", down(""));
    assertTrue(line.matches("ok \\{\"tempFilePath\":\"http://tmp/[0-9a-f]{32}\\.png\".*"), line);
  }

  @Test // DL-1
  void methodAndDataAreNotItsOptions() throws Exception {
    run.start();
    call(run, "downloadFile", down("method: 'POST', data: { a: 1 }, formData: { b: 1 }"));
    LabRequest request = run.lab.requests().getFirst();
    assertEquals("GET /down", request.method() + " " + request.url());
    assertEquals(0, request.body().length);
    assertEquals(List.of(), request.headers("content-type"));
  }

  @ParameterizedTest // DL-3, CB-5
  @ValueSource(ints = {204, 404, 500})
  void anyStatusSavesTheBody(int status) throws Exception {
    run.lab.on("* /down", status == 204 ? Answer.of(204) : Answer.text("no").status(status));
    run.start();
    String line = call(run, "downloadFile", down(""));
    assertTrue(line.endsWith("\"statusCode\":" + status + "}"), line);
    assertEquals(status == 204 ? 0 : 2, Files.size(real(run, line.split("\"")[3])));
  }

  @ParameterizedTest // DL-5
  @CsvSource({
    "image/jpeg, /f/x.png, jpg",
    "text/html; charset=gbk, /f/x, html",
    "application/octet-stream, /f/x.zip?y=a.b/c.d#e.f, zip",
    "application/octet-stream, /f/x, ''",
    "application/octet-stream, /f/x.a%2Fb, ''",
    "x/unknown, /f/x.apk, apk"
  })
  void theEndingIsThatOfTheTypeElseOfTheUrl(String type, String path, String ending)
      throws Exception {
    run.lab.on("GET /f/*", Answer.bytes(BYTES).header("content-type", type));
    run.start();
    String name = kept("url: 'https://api.example.com" + path + "'");
    assertEquals(ending, name.contains(".") ? name.substring(name.indexOf('.') + 1) : "");
  }

  @Test // 1.3
  void headersAreThoseOfRequest() throws Exception {
    run.start();
    call(
        run,
        "downloadFile",
        down("header: { Referer: 'x', Cookie: 'a=1', Range: 'bytes=0-1', 'X-B': false }"));
    LabRequest request = run.lab.requests().getFirst();
    assertEquals(
        List.of("https://servicewechat.com/wx0123456789abcdef/devtools/page-frame.html"),
        request.headers("referer"));
    assertEquals(List.of("a=1"), request.headers("cookie"));
    assertEquals(List.of("bytes=0-1"), request.headers("range"));
    assertEquals(List.of("[object Boolean]"), request.headers("x-b"));
  }

  @Test // RES-5
  void theFileIsWhatTheServerEncoded() throws Exception {
    run.lab.on("* /down", Compressed.gzip("plain"));
    run.start();
    assertEquals("plain", Files.readString(real(run, kept(down("")))));
  }

  @ParameterizedTest // 2.2, 1.6
  @CsvSource({"'', object", "enableProfile: false, undefined"})
  void theProfileIsThereUnlessItIsNotWanted(String option, String type) throws Exception {
    run.start();
    run.script(
        "wx.downloadFile({%s, success: r => console.log(typeof r.profile, r.errMsg)})"
            .formatted(down(option)));
    run.settle().assertLog(type + " downloadFile:ok");
  }

  @Test // 2.2: enableHttp2
  void http2IsSpokenWhenItIsAskedFor() throws Exception {
    run.start();
    kept(down("enableHttp2: true"));
    assertEquals("h2", run.lab.requests().getFirst().protocol());
  }

  @ParameterizedTest // E20, DL-2
  @CsvSource({
    "RESET,     -101, CONNECTION_RESET",
    "EMPTY,     -324, EMPTY_RESPONSE",
    "TRUNCATE,  -354, CONTENT_LENGTH_MISMATCH",
    "MALFORMED, -370, INVALID_HTTP_RESPONSE",
    "BAD_CHUNK, -321, INVALID_CHUNKED_ENCODING",
  })
  void aServerThatMisbehavesLeavesNoFile(Fault fault, int code, String name) throws Exception {
    run.lab.on("* /down", Answer.fault(fault));
    run.start();
    String failure =
        "downloadFile:fail errcode:%d cronet_error_code:%d error_msg:net::ERR_%s 600001"
            .formatted(code, code, name);
    assertEquals(failure, call(run, "downloadFile", down("")));
    assertEquals(failure, call(run, "downloadFile", down("filePath: 'wxfile://usr/a'")));
    Transfers.assertNoFiles(run);
  }

  @Test // E20
  void androidSaysWhatFailed() throws Exception {
    run.lab.on("* /down", Answer.fault(Fault.RESET)).on("* /up", Answer.fault(Fault.RESET));
    run.set("platform=android").start();
    assertEquals(
        "downloadFile:fail download fail:-101:net::ERR_CONNECTION_RESET 600001",
        call(run, "downloadFile", down("")));
    assertEquals(
        "uploadFile:fail upload fail:-101:net::ERR_CONNECTION_RESET 600001",
        call(run, "uploadFile", Transfers.up("")));
  }

  @Test // 2.3: neither API has a Promise form
  void theCallReturnsATaskAndNoPromise() throws Exception {
    run.start();
    run.script(
        "const t = wx.downloadFile({%s}); console.log(Object.keys(t).sort().join(), typeof t.then)"
            .formatted(down("")));
    run.settle()
        .assertLog(
            "abort,offHeadersReceived,offProgressUpdate,onHeadersReceived,onProgressUpdate"
                + " undefined");
  }
}
