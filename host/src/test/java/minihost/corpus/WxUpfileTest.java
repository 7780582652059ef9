package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import minihost.app.Navigation;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;

/** {@code fancaixia/wx_upfile}. */
class WxUpfileTest {
  private static final String BYTES = "what b.txt holds, 内容\r\n";

  @Test
  void itKeepsADownloadAndUploadsItAgain() throws Exception {
    try (CorpusProgram files = new CorpusProgram("wx_upfile/wx_static")) {
      files.set("hosts.localhost:8080=127.0.0.1:" + files.backend.port());
      files.lab.on("GET /getFiles", Answer.json("{\"code\":1,\"list\":[\"a.docx\",\"b.txt\"]}"));
      files.launch().awaitEnds(1).settle();
      assertEquals("2", files.eval("page.data.defaultfiles.length"));
      assertEquals(List.of("本地文件列表读取失败: "), files.log());
      assertEquals(List.of("GET /getFiles"), CorpusProgram.lines(files.takeRequests()));

      save(files);
      upload(files);
      files.assertNoErrors();
    }
  }

  private static void save(CorpusProgram files) throws Exception {
    files.lab.on("GET /b.txt", Answer.text(BYTES));
    int before = calls(files).size();
    files.host().callPage("savefiles", List.of(event(Map.of("name", "b.txt")))).get();
    files.settle();
    assertEquals(
        "[ 1, 'b.txt' ]",
        files.eval("[page.data.downloadFile.length, page.data.downloadFile[0].file]"));
    assertEquals(List.of("GET /b.txt"), CorpusProgram.lines(files.takeRequests()));
    assertEquals(
        List.of("downloadFile true", "access false", "mkdir true", "saveFile true", "readdir true"),
        calls(files).subList(before, calls(files).size()));
  }

  private static void upload(CorpusProgram files) throws Exception {
    files.lab.on("POST /upload", Answer.json("{\"code\":1,\"msg\":\"ok\"}"));
    files.host().navigate(new Navigation.NavigateTo("/pages/index/index"));
    files.settle();
    String path = files.eval("page.data.downloadFile[0].path").replace("'", "");
    files
        .host()
        .callPage("choosedownfile", List.of(event(Map.of("name", "b.txt", "path", path))))
        .get();
    assertEquals("1", files.eval("page.data.upfilelist.length"));
    files.host().callPage("upfilefun", List.of()).get();
    files.settle();

    LabRequest sent = files.takeRequests().getFirst();
    assertEquals("POST /upload", sent.method() + " " + sent.url());
    String type = sent.header("content-type").orElseThrow();
    assertTrue(type.startsWith("multipart/form-data; boundary="), type);
    String boundary = type.substring(type.indexOf('=') + 1);
    assertEquals(1, sent.headers("content-type").size());
    String body = sent.text();
    assertTrue(body.startsWith("--" + boundary + "\r\n"), body);
    assertTrue(
        body.contains("Content-Disposition: form-data; name=\"b.txt\"; filename=\"b.txt\"\r\n"),
        body);
    assertTrue(body.endsWith("\r\n\r\n" + BYTES + "\r\n--" + boundary + "--\r\n"), body);
    assertTrue(files.log().contains("上传成功"), () -> files.log().toString());
    assertEquals("0", files.eval("page.data.upfilelist.length"));
  }

  private static Map<String, Object> event(Map<String, Object> dataset) {
    return Map.of("currentTarget", Map.of("dataset", dataset));
  }

  private static List<String> calls(CorpusProgram files) {
    return files.events(Event.CallEnded.class).stream()
        .map(end -> end.api().replaceFirst(".*\\.", "") + " " + end.ok())
        .toList();
  }
}
