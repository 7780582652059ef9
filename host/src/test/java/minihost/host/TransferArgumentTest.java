package minihost.host;

import static minihost.host.Transfers.call;
import static minihost.host.Transfers.down;
import static minihost.host.Transfers.up;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of uploadFile and downloadFile that their own arguments make fail: nothing is sent. */
class TransferArgumentTest {
  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = Transfers.program();
    run.lab.on("* /*", Answer.json("1"));
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(0, run.lab.acceptedConnections());
    Transfers.assertNoFiles(run);
    run.close();
  }

  @ParameterizedTest // UP-2, E1, CB-3
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "uploadFile   | | url should be String instead of Undefined;parameter.filePath should be"
            + " String instead of Undefined;parameter.name should be String instead of Undefined;",
        "uploadFile   | name: 1, filePath: null, url: [] | url should be String instead of"
            + " Array;parameter.filePath should be String instead of Null;parameter.name should be"
            + " String instead of Number;",
        "uploadFile   | url: 'https://a.com/', filePath: 'a', name: {} | name should be String"
            + " instead of Object;",
        "downloadFile | | url should be String instead of Undefined;",
        "downloadFile | url: () => 1 | url should be String instead of Function;",
        "downloadFile | url: 'https://api.example.com/', filePath: 1 | filePath should be String"
            + " instead of Number;",
        "downloadFile | url: 'https://api.example.com/', filePath: {} | filePath should be String"
            + " instead of Object;",
      })
  void wrongTypesFailInsideTheCallAllAtOnce(String api, String options, String faults)
      throws Exception {
    Transfers.begin(run, "", api, options == null ? "" : options);
    run.script("console.log('returned', typeof task)");
    run.assertLog(
        api + ":fail parameter error: parameter." + faults + " 1001", "returned undefined");
  }

  @Test // E1
  void theArgumentItselfMayBeMissing() throws Exception {
    run.script("console.log(wx.uploadFile(), wx.downloadFile(null), wx.uploadFile('x'))");
    run.settle().assertLog("undefined undefined undefined");
  }

  @ParameterizedTest // E2b, E2c, E21, CB-4
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "uploadFile   | url: '', filePath: '', name: ''    | url is null or nil 600005",
        "downloadFile | url: ''                            | url is null or nil 600005",
        "uploadFile   | url: '/x', filePath: '', name: ''  | uploadFile protocol must be http or"
            + " https 600005",
        "downloadFile | url: 'ftp://api.example.com/x'     | downloadFile protocol must be http or"
            + " https 600005",
        "downloadFile | url: 'wxfile://usr/x'              | downloadFile protocol must be http or"
            + " https 600005",
        "downloadFile | url: ' https://api.example.com/x'  | downloadFile protocol must be http or"
            + " https 600005",
        "downloadFile | url: 'https:api.example.com/x'     | downloadFile protocol must be http or"
            + " https 600005",
        "uploadFile   | url: 'https://api.example.com/', filePath: '', name: '' | filePath is null"
            + " 600005",
        "uploadFile   | url: 'https://api.example.com/', filePath: 'images/a.txt', name: '' | name"
            + " is null 600005",
        "downloadFile | url: 'https://.example.com/'       | url not in domain list 600002",
      })
  void emptyOptionsAndOtherSchemesFailLater(String api, String options, String failure)
      throws Exception {
    Transfers.begin(run, "", api, options + ", complete: () => console.log(typeof task)");
    run.settle().assertLog(api + ":fail " + failure, "object");
  }

  @ParameterizedTest // E21
  @ValueSource(
      strings = {
        "images/none.txt",
        "images",
        "images/A.txt",
        "../a.txt",
        "/etc/passwd",
        "file:///etc/passwd",
        "images/../../a.txt",
        "images/a.txt\\u0000",
        "images\\\\a.txt",
        "link.txt",
        "minihost.json",
        "project.config.json",
        "wxfile://usr/none",
        "wxfile://tmp_none.png",
        "wxfile://usr/../../../etc/passwd",
        "http://tmp/x"
      })
  void aFileThatIsNotThereIsNotSent(String path, @TempDir Path outside) throws Exception {
    Files.writeString(outside.resolve("secret"), "x");
    Files.createSymbolicLink(run.folder().resolve("link.txt"), outside.resolve("secret"));
    assertEquals(
        "uploadFile:fail fail:file doesn't exist 600005",
        call(
            run,
            "uploadFile",
            "url: 'https://api.example.com/up', name: 'n', filePath: '" + path + "'"));
    Files.delete(run.folder().resolve("link.txt"));
  }

  @ParameterizedTest // UP-3: nothing is escaped, so nothing may end a line
  @ValueSource(
      strings = {
        "name: 'a\\r\\nContent-Type: text/html'",
        "name: 'a\\n'",
        "name: 'a\\u0000'",
        "formData: { 'k\"\\r\\n\\r\\nforged': '1' }"
      })
  void aNameThatWouldEndItsLineIsRefused(String option) throws Exception {
    String failure = call(run, "uploadFile", up(option));
    assertEquals(
        true, failure.matches("uploadFile:fail invalid name \"\\P{Cntrl}*\" 600005"), failure);
  }

  @ParameterizedTest // HDR-3; the same judge as for request
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'a b': 1           | a b",
        "'a\\r\\nb': 1      | a??b",
        "a: '1\\r\\nReferer: x' | a",
        "'': 1              | ~~"
      })
  void headersThatAreNoneFail(String header, String shown) throws Exception {
    String failure = ":fail invalid header \"" + shown + "\" 600005";
    assertEquals("uploadFile" + failure, call(run, "uploadFile", up("header: {" + header + "}")));
    assertEquals(
        "downloadFile" + failure, call(run, "downloadFile", down("header: {" + header + "}")));
  }

  @ParameterizedTest // DL-7, E19
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt                 | fail permission denied, open \"a.txt\" 603303",
        "/images/a.txt         | fail permission denied, open \"/images/a.txt\" 603303",
        "wxfile://tmp_a.png    | fail permission denied, open \"wxfile://tmp_a.png\" 603303",
        "wxfile://usr          | fail permission denied, open \"wxfile://usr\" 603303",
        "wxfile://usr/../a     | fail permission denied, open \"wxfile://usr/../a\" 603303",
        "/etc/passwd           | fail permission denied, open \"/etc/passwd\" 603303",
        "wxfile://usr/nul      | fail permission denied, open \"wxfile://usr/nul\" 603303",
        "wxfile://usr/no/a.txt | fail no such file or directory \"wxfile://usr/no/a.txt\" 603300"
      })
  void aPlaceThatIsNotForTheProgramIsRefusedBeforeAnythingIsFetched(String path, String failure)
      throws Exception {
    assertEquals(
        "downloadFile:fail " + failure,
        call(run, "downloadFile", down("filePath: '" + path + "'")));
  }

  @Test // E4
  void aFormThatCannotBeReadFails() throws Exception {
    for (String form :
        List.of(
            "{ get a() { throw new Error('no') } }",
            "new Proxy({}, { ownKeys() { throw 1 } })",
            "{ a: { get [Symbol.toStringTag]() { throw 1 } } }")) {
      Transfers.begin(run, "", "uploadFile", up("formData: " + form));
      assertEquals("uploadFile:fail fail to stringify data 600010", run.log().getLast());
    }
  }

  @Test // errno 602300
  void aFormLargerThanABodyMayBeFails() throws Exception {
    assertEquals(
        "uploadFile:fail native buffer exceed size limit 602300",
        call(run, "uploadFile", up("formData: { a: 'x'.repeat(100 << 20) }")));
  }

  @ParameterizedTest // CB-1
  @CsvSource({"uploadFile, url: ''", "uploadFile, url: 1", "downloadFile, url: ''"})
  void failAndCompleteGetTheSameObjectOnce(String api, String url) throws Exception {
    run.script(
        """
        let got
        wx.%s({ filePath: 'wxfile://usr/x', name: 'n', success: () => console.log('success'),
          fail: r => { got = r; console.log('fail') }, complete: r => console.log('complete', r === got), %s })
        """
            .formatted(api, url));
    run.settle().assertLog("fail", "complete true");
  }
}
