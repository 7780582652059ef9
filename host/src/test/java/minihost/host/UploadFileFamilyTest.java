package minihost.host;

import static minihost.host.Transfers.call;
import static minihost.host.Transfers.up;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out with wx.uploadFile, and what comes back. */
class UploadFileFamilyTest {
  private static final Pattern TYPE =
      Pattern.compile("multipart/form-data; boundary=([0-9A-Za-z-]{1,70})");

  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = Transfers.program();
    run.lab.on("* /up", Answer.text("thanks"));
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private LabRequest sent(String options) throws Exception {
    call(run, "uploadFile", options);
    return run.lab.requests("* /up").getLast();
  }

  private static String boundary(LabRequest request) {
    assertEquals(1, request.headers("content-type").size());
    Matcher type = TYPE.matcher(request.header("content-type").orElseThrow());
    assertTrue(type.matches(), () -> "" + request.headers());
    return type.group(1);
  }

  /** The body, with the boundary as B and line ends as they are. */
  private static String form(LabRequest request) {
    return request.text().replace("--" + boundary(request), "--B");
  }

  private static String field(String name, String value) {
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name, String fileName, String type, String text) {
    return "--B\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n--B--\r\n"
        .formatted(name, fileName, type, text);
  }

  @Test // UP-1, UP-3, UP-7
  void theFormIsWrittenAsWeChatWritesIt() throws Exception {
    LabRequest request = sent(up("formData: { z: 'last', a: '中 \"x\"\\r\\n--', 2: 'two' }"));
    assertEquals("POST", request.method());
    assertEquals(
        field("2", "two")
            + field("z", "last")
            + field("a", "中 \"x\"\r\n--")
            + file("file", "a.txt", "text/plain", "hello"),
        form(request));
    assertEquals(
        String.valueOf(request.body().length), request.header("content-length").orElseThrow());
  }

  @Test // UP-3
  void everyFormHasABoundaryOfItsOwn() throws Exception {
    assertFalse(boundary(sent(up(""))).equals(boundary(sent(up("")))));
  }

  @Test // row 27, UP-4, HDR-3
  void fieldsBecomeTextAsHeadersDo() throws Exception {
    LabRequest request =
        sent(
            up(
                "formData: { n: 1, b: true, o: {a: 1}, l: [1], u: undefined, z: null, f: 1.5e300"
                    + " }"));
    assertEquals(
        field("n", "1")
            + field("b", "[object Boolean]")
            + field("o", "[object Object]")
            + field("l", "[object Array]")
            + field("u", "[object Undefined]")
            + field("z", "[object Null]")
            + field("f", "1.5e+300")
            + file("file", "a.txt", "text/plain", "hello"),
        form(request));
  }

  @ParameterizedTest // UP-4, HDR-1
  @CsvSource({
    "formData: 'a=1', formData, String",
    "formData: [1],   formData, Array",
    "formData: null,  formData, Null",
    "formData: 5,     formData, Number",
    "header: 'x: y',  header,   String",
    "header: null,    header,   Null"
  })
  void whatIsNoObjectIsWarnedAboutAndIgnored(String option, String name, String tag)
      throws Exception {
    LabRequest request = sent(up(option));
    assertEquals(file("file", "a.txt", "text/plain", "hello"), form(request));
    assertEquals(
        "wx.uploadFile: %s should be Object instead of %s; it is ignored".formatted(name, tag),
        run.log().getFirst());
  }

  @Test // UP-3, HDR-3, HDR-4, HDR-6
  void headersAreThoseOfRequestButForTheContentType() throws Exception {
    LabRequest request =
        sent(
            up(
                "header: { 'CONTENT-type': 'text/x', 'content-length': 3, rEfErEr: 'x', Cookie:"
                    + " 'a=1', 'X-N': 5, 'X-B': true }"));
    boundary(request);
    assertEquals(List.of(String.valueOf(request.body().length)), request.headers("content-length"));
    assertEquals(
        List.of("https://servicewechat.com/wx0123456789abcdef/devtools/page-frame.html"),
        request.headers("referer"));
    assertEquals(List.of("a=1"), request.headers("cookie"));
    assertEquals(List.of("5"), request.headers("x-n"));
    assertEquals(List.of("[object Boolean]"), request.headers("x-b"));
  }

  @ParameterizedTest // UP-3
  @CsvSource({
    "images/b.PNG, b.PNG, image/png",
    "/images/c.jpeg, c.jpeg, image/jpeg",
    "images/名 字.mp4, 名 字.mp4, video/mp4",
    "images/q\"q.bin, q\"q.bin, application/octet-stream",
    "images/none, none, application/octet-stream"
  })
  void theFilePartHasTheLastSegmentAndATypeByItsEnding(String path, String name, String type)
      throws Exception {
    run.file(path.startsWith("/") ? path.substring(1) : path, "x");
    LabRequest request =
        sent("url: 'https://api.example.com/up', filePath: '" + path + "', name: 'k\"中'");
    assertEquals(file("k\"中", name, type, "x"), form(request));
  }

  @Test // UP-3
  void aDownloadedFileIsSentUnderItsTemporaryName() throws Exception {
    run.lab.on("GET /down", Answer.text("again"));
    run.script(
        """
        wx.downloadFile({
          url: 'https://api.example.com/down',
          success: ({ tempFilePath }) => wx.uploadFile({ url: 'https://api.example.com/up', filePath: tempFilePath,
            name: 'file', complete: () => console.log(tempFilePath.slice('wxfile://'.length)) }),
        }); undefined
        """);
    run.settle();
    String name = run.log().getLast();
    assertEquals(
        file("file", name, "text/plain", "again"), form(run.lab.requests("* /up").getFirst()));
  }

  @ParameterizedTest // UP-5, CB-5
  @ValueSource(ints = {200, 404, 500})
  void anyStatusIsASuccessAndTheAnswerIsText(int status) throws Exception {
    run.lab.on("* /up", Answer.json("{\"a\":1}").status(status).header("set-cookie", "k=v"));
    run.script(
        """
        wx.uploadFile({ url: 'https://api.example.com/up', filePath: 'images/a.txt', name: 'file',
          success: r => console.log(typeof r.data, r.data, r.statusCode, r.cookies, typeof r.header, r.errMsg) })
        """);
    run.settle();
    run.assertLog("string {\"a\":1} " + status + " [ 'k=v' ] object uploadFile:ok");
  }

  @Test // UP-5, RES-3
  void noMarkOfByteOrderIsRemoved() throws Exception {
    run.lab.on("* /up", Answer.text("\uFEFF1"));
    run.script(
        """
        wx.uploadFile({ url: 'https://api.example.com/up', filePath: 'images/a.txt', name: 'file',
          success: r => console.log(r.data.length, r.data.charCodeAt(0).toString(16)) })
        """);
    run.settle().assertLog("2 feff");
  }

  @ParameterizedTest // 2.1, 1.6
  @CsvSource({"'', object", "enableProfile: true, object", "enableProfile: false, undefined"})
  void theProfileIsThereUnlessItIsNotWanted(String option, String type) throws Exception {
    run.script(
        """
        wx.uploadFile({ url: 'https://api.example.com/up', filePath: 'images/a.txt', name: 'file',
          success: r => console.log(typeof r.profile), %s })
        """
            .formatted(option));
    run.settle().assertLog(type);
  }

  @Test // 2.1: enableHttp2
  void http2IsSpokenWhenItIsAskedFor() throws Exception {
    assertEquals("h2", sent(up("enableHttp2: true")).protocol());
    assertEquals("http/1.1", sent(up("")).protocol());
  }

  @Test // 2.3: neither API has a Promise form
  void theCallReturnsATaskAndNoPromise() throws Exception {
    run.script(
        "const t = wx.uploadFile({%s}); console.log(Object.keys(t).sort().join(), typeof t.then)"
            .formatted(up("")));
    run.settle()
        .assertLog(
            "abort,offHeadersReceived,offProgressUpdate,onHeadersReceived,onProgressUpdate"
                + " undefined");
  }
}
