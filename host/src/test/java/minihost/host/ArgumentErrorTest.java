package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 22: calls that their own arguments make fail (E1 to E5). */
class ArgumentErrorTest {
  private TestRun run;

  @BeforeEach
  void start() throws Exception {
    run = new TestRun().set("project.setting.urlCheck=false");
    run.lab.on("* /*", Answer.json("1"));
    run.start();
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(0, run.lab.acceptedConnections());
    run.close();
  }

  @ParameterizedTest // row 22, E1 to E5, REQ-12, CB-3
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "data: 1              | parameter error: parameter.url should be String instead of"
            + " Undefined; 1001",
        "url: 1               | parameter error: parameter.url should be String instead of Number;"
            + " 1001",
        "url: null            | parameter error: parameter.url should be String instead of Null;"
            + " 1001",
        "url: ['https://a/']  | parameter error: parameter.url should be String instead of Array;"
            + " 1001",
        "url: {}              | parameter error: parameter.url should be String instead of Object;"
            + " 1001",
        "url: '/x'            | invalid url \"/x\" 600009",
        "url: ''              | invalid url \"\" 600009",
        "url: 'undefinedup/x' | invalid url \"undefinedup/x\" 600009",
        "url: 'ftp://a.com/'  | invalid url \"ftp://a.com/\" 600009",
        "url: '//a.com/'      | invalid url \"//a.com/\" 600009",
        "url: 'http:a.com/'   | invalid url \"http:a.com/\" 600009",
        "url: ' http://a.com/'| invalid url \" http://a.com/\" 600009",
        "url: 'https://.a.com/'    | illegal host: .a.com 101",
        "url: 'https://a..com:80/' | illegal host: a..com 101",
        "url: 'https://a.com/', data: (o => o.o = o)({})        | fail to stringify data 600010",
        "url: 'https://a.com/', data: {n: 10n}                  | fail to stringify data 600010",
        "url: 'https://a.com/', data: {toJSON() { throw 1 }}    | fail to stringify data 600010",
        "url: 'https://a.com/', data: {a: '\\ud800'}            | fail to stringify data 600010",
        "url: 'https://a.com/', data: () => 1                   | data should not be Function"
            + " 600010",
        "url: 'https://a.com/', data: class {}                  | data should not be Function"
            + " 600010",
        "url: 'https://a.com/', method: 'BREW'                  | invalid method \"BREW\" 600005",
      })
  void theCallFailsBeforeItReturns(String options, String expected) throws Exception {
    run.begin("", options).script("console.log('returned', typeof task)");
    run.assertLog("request:fail " + expected, "returned undefined");
  }

  @Test // row 22, E1
  void theArgumentItselfMayBeMissingOrWrong() throws Exception {
    run.script("console.log(wx.request(), wx.request(null), wx.request('https://a.com/'))");
    run.settle().assertLog("undefined undefined undefined");
  }

  @Test // 3.3, E1, E2, E5: the type is looked at before the scheme, the scheme before the data
  void theFirstFaultIsTheOneThatIsTold() throws Exception {
    run.begin("", "url: 1, data: () => 1");
    run.begin("", "url: '/x', data: () => 1");
    run.begin("", "url: 'https://..a/', data: () => 1");
    assertEquals(
        List.of(
            "request:fail parameter error: parameter.url should be String instead of Number; 1001",
            "request:fail invalid url \"/x\" 600009",
            "request:fail data should not be Function 600010"),
        run.log());
  }

  @Test // CB-3
  void failAndCompleteRunInsideTheCall() throws Exception {
    run.script(
        """
        wx.request({ url: 1, fail: r => console.log('fail', r.errno), complete: () => console.log('complete') })
        console.log('after')
        """);
    run.assertLog("fail 1001", "complete", "after");
  }
}
