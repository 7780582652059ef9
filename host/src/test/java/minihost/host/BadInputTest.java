package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * wx.request with options that are wrong: a failure has its text, exactly one pair of callbacks,
 * and sends nothing; what WeChat tolerates is sent once and succeeds.
 */
class BadInputTest {
  /** Calls, and logs every callback with its result's members. */
  private static final String CALL =
      """
      let seen
      const told = name => r => {
        console.log(name, r.errMsg, r.errno ?? 'no errno', seen === undefined || seen === r)
        seen = r
      }
      const options = %s
      const task = wx.request(Object.assign(options, {
        success: told('success'), fail: told('fail'), complete: told('complete') }))
      """;

  private static TestRun run;

  @BeforeAll
  static void start() throws Exception {
    run = new TestRun().set("limits.maxBodyBytes=1000000");
    run.lab.on("* /*", Answer.json("1"));
    run.start();
  }

  @AfterAll
  static void close() throws Exception {
    run.close();
  }

  /** What was logged by a call with these options. */
  private static List<String> called(String options) throws Exception {
    int before = run.log().size();
    run.eval(CALL.formatted(options));
    assertEquals(0, run.host().status().inFlight());
    assertEquals(List.of(), run.errors());
    return run.log().subList(before, run.log().size());
  }

  private static void fails(String options, String text) throws Exception {
    int before = run.lab.requests().size();
    assertEquals(
        List.of("fail request:fail " + text + " true", "complete request:fail " + text + " true"),
        called(options));
    assertEquals(before, run.lab.requests().size());
  }

  private static String with(String option) {
    return "{ url: 'https://api.example.com/', " + option + " }";
  }

  @ParameterizedTest // E1, E2, CB-1, CB-3
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                         | Undefined",
        "{ url: undefined }         | Undefined",
        "{ url: null }              | Null",
        "{ url: 5 }                 | Number",
        "{ url: NaN }               | Number",
        "{ url: true }              | Boolean",
        "{ url: [] }                | Array",
        "{ url: {} }                | Object",
        "{ url() {} }               | Function",
        "{ url: Symbol('x') }       | Symbol",
        "{ url: 10n }               | BigInt",
        "{ url: new Date(0) }       | Date",
        "{ url: /x/ }               | RegExp",
        "{ url: new ArrayBuffer(1)} | ArrayBuffer",
        "new Proxy({}, {})          | Undefined",
      })
  void aUrlOfAnotherTypeIsNamed(String options, String type) throws Exception {
    fails(options, "parameter error: parameter.url should be String instead of " + type + "; 1001");
  }

  @ParameterizedTest // E2
  @ValueSource(strings = {"", " ", "api.example.com", "wss://api.example.com/", "file:///x", "?a"})
  void aUrlThatIsNoHttpUrlIsQuoted(String url) throws Exception {
    fails("{ url: '" + url + "' }", "invalid url \"" + url + "\" 600009");
  }

  @ParameterizedTest // E4, E5, REQ-12
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "data: (a => a.push(a) && a)([])                    | fail to stringify data",
        "data: (o => o.a = { o })({})                       | fail to stringify data",
        "data: { n: 10n }                                   | fail to stringify data",
        "data: { get a() { throw new Error('mine') } }      | fail to stringify data",
        "data: { toJSON() { throw 'mine' } }                | fail to stringify data",
        "data: new Proxy({}, { ownKeys() { throw 1 } })     | fail to stringify data",
        "data: { '\\udc00': 1 }                             | fail to stringify data",
        "data: () => 1                                      | data should not be Function",
        "data: async function () {}                         | data should not be Function",
        "data: Object                                       | data should not be Function",
        "data: new Proxy(() => 1, {})                       | data should not be Function",
      })
  void dataThatCannotBeWrittenFailsTheCall(String option, String text) throws Exception {
    fails(with(option), text + " 600010");
  }

  @ParameterizedTest // 1.1: a method that is no method of wx.request
  @ValueSource(strings = {"BREW", "GET ", "G\\u00cbT", "get post", "CONNECTED"})
  void anUnknownMethodFailsTheCall(String method) throws Exception {
    int before = run.lab.requests().size();
    List<String> told = called(with("method: '" + method + "'"));
    assertEquals(2, told.size(), () -> "" + told);
    assertTrue(told.getFirst().startsWith("fail request:fail invalid method \""), told.getFirst());
    assertTrue(told.getFirst().endsWith("\" 600005 true"), told.getFirst());
    assertEquals(before, run.lab.requests().size());
  }

  @ParameterizedTest // 1.3: a header that could end its line
  @CsvSource(
      delimiter = '|',
      value = {
        "{ 'X-A': 'a\\r\\nb' }      | X-A",
        "{ 'X-A': '\\u2028\\n' }    | X-A",
        "{ 'X-A\\n': 'b' }          | X-A?",
        "{ 'X A': 'b' }             | X A",
        "{ 'é': 'b' }               | é",
        "{ '': 'b' }                | ''",
      })
  void aHeaderThatIsNoneFailsTheCall(String header, String shown) throws Exception {
    fails(with("header: " + header), "invalid header \"" + shown + "\" 600005");
  }

  @ParameterizedTest // HDR-1, HDR-3, TMO-2, 1.1
  @ValueSource(
      strings = {
        "data: undefined",
        "data: null",
        "data: Symbol('x')",
        "data: 10n",
        "data: NaN",
        "data: new Map()",
        "data: Object.create(null)",
        "data: { a: Symbol('x'), b: () => 1 }",
        "data: new Proxy({ a: 1 }, {})",
        "header: null",
        "header: 5",
        "header: 'a: b'",
        "header: [['a', 'b']]",
        "header: () => 1",
        "header: Symbol('x')",
        "header: new Proxy({ a: 'b' }, {})",
        "header: { a: undefined, b: null, c: {}, d: [], e: 10n, f: Symbol('x'), g: '中' }",
        "timeout: -1",
        "timeout: 0",
        "timeout: NaN",
        "timeout: Infinity",
        "timeout: -Infinity",
        "timeout: 1e300",
        "timeout: '1'",
        "timeout: {}",
        "timeout: [1]",
        "timeout: 10n",
        "timeout: Symbol('x')",
        "method: null",
        "method: 5",
        "method: {}",
        "method: ['POST']",
        "method: ''",
        "method: Symbol('x')",
        "dataType: 'xml'",
        "dataType: null",
        "dataType: 5",
        "dataType: {}",
        "responseType: 'blob'",
        "responseType: null",
        "responseType: 5",
        "responseType: {}",
        "redirect: 'error'",
        "redirect: null",
        "redirect: 5",
        "enableProfile: 'yes'",
        "enableHttp2: 'yes'",
        "enableCache: {}",
        "enableChunked: 1",
        "enableQuic: []",
        "enableHttpDNS: 'true'",
        "httpDNSServiceId: 5",
        "forceCellularNetwork: 1",
        "useHighPerformanceMode: 'yes'",
        "unknown: { deep: [1, { a: () => 1 }] }",
        "toString: null",
        "['__proto__']: null",
        "then: 5",
      })
  void whatIsTakenForNotGivenIsSentOnceAndSucceeds(String option) throws Exception {
    int before = run.lab.requests().size();
    List<String> told =
        called(with(option)).stream().filter(line -> !line.contains("it is ignored")).toList();
    assertEquals(
        List.of("success request:ok no errno true", "complete request:ok no errno true"), told);
    assertEquals(before + 1, run.lab.requests().size());
  }

  @ParameterizedTest // CB-1: what is no function is not called
  @ValueSource(
      strings = {
        "success: 5",
        "success: 'x'",
        "fail: {}, success: null",
        "complete: [], success: {}"
      })
  void aCallbackThatIsNoFunctionIsLeftOut(String callbacks) throws Exception {
    int before = run.log().size();
    run.eval(
        "console.log(typeof wx.request({ url: 'https://api.example.com/', " + callbacks + " }))");
    run.eval("console.log(typeof wx.request({ url: 1, " + callbacks + " }))");
    assertEquals(List.of("object", "undefined"), run.log().subList(before, run.log().size()));
    assertEquals(List.of(), run.errors());
  }

  @ParameterizedTest // errno 602300: what the program sends is too large
  @ValueSource(
      strings = {
        "method: 'POST', data: 'x'.repeat(1000001)",
        "method: 'POST', data: '中'.repeat(400000)",
        "method: 'POST', data: new ArrayBuffer(1000001)",
        "method: 'POST', data: { a: 'x'.repeat(1000000) }",
        "method: 'PUT', data: 'x'.repeat(100 * 1024 * 1024)",
      })
  void aBodyThatIsTooLargeFailsTheCall(String options) throws Exception {
    fails(with(options), "native buffer exceed size limit 602300");
  }

  @Test // 1.2: at the limit it is sent
  void aBodyOfJustTheLimitIsSent() throws Exception {
    List<String> told = called(with("method: 'POST', data: 'x'.repeat(1000000)"));
    assertEquals("success request:ok no errno true", told.getFirst());
    assertEquals(1_000_000, run.lab.requests().getLast().body().length);
  }

  @ParameterizedTest // CB-3: what the program itself throws, its caller gets
  @ValueSource(
      strings = {
        "{ get url() { throw new RangeError('mine') } }",
        "{ url: 'https://api.example.com/', get method() { throw new RangeError('mine') } }",
        "{ url: 'https://api.example.com/', get data() { throw new RangeError('mine') } }",
        "{ url: 'https://api.example.com/', header: { get a() { throw new RangeError('mine') } } }",
        "{ url: 'https://api.example.com/', get timeout() { throw new RangeError('mine') } }",
        "{ url: 'https://api.example.com/', get redirect() { throw new RangeError('mine') } }",
        "new Proxy({}, { get() { throw new RangeError('mine') } })",
      })
  void anOptionThatThrowsThrowsToTheCallerAndNothingBegins(String options) throws Exception {
    int log = run.log().size();
    int sent = run.lab.requests().size();
    run.eval(
        "try { wx.request(%s); console.log('no') } catch (e) { console.log(e.name, e.message) }"
            .formatted(options));
    assertEquals(List.of("RangeError mine"), run.log().subList(log, run.log().size()));
    assertEquals(sent, run.lab.requests().size());
    assertEquals(0, run.host().status().inFlight());
    assertEquals(List.of(), run.errors());
  }
}
