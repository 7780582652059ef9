package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** wx.cloud.init and wx.cloud.callContainer (sheet 8.1, 8.2). */
class CloudFamilyTest {
  private static final String FAIL = "cloud.callContainer:fail ";

  @Test // CLD-2, PRM-1, S-row 24
  void withoutCallbacksItReturnsAPromiseOfTheWholeResult() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /hello", Answer.json("{\"a\":1}").header("Set-Cookie", "k=v"));
      cloud.run.eval(
          """
          const r = await wx.cloud.callContainer({ path: '/hello', header: { 'x-wx-Service': 'api' } })
          console.log(r.errMsg, r.statusCode, r.data.a, r.header['Set-Cookie'], r.cookies[0])
          console.log(/^[0-9a-f-]{36}$/.test(r.callID))
          """);
      cloud.run.assertLog("cloud.callContainer:ok 200 1 k=v k=v", "true");
    }
  }

  @Test // CLD-2, PRM-1, PRM-2, CB-1, S-row 24
  void withCallbacksItReturnsNothingAndCallsTwoOfThem() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /hello", Answer.text("hi"));
      cloud.run.eval(
          """
          const seen = []
          const back = wx.cloud.callContainer({ path: '/hello', service: 'api',
            success: r => seen.push(r), fail: () => seen.push('fail'), complete: r => seen.push(r) })
          console.log(back)
          """);
      cloud.run.eval("console.log(seen.length, seen[0] === seen[1], seen[0].data)");
      cloud.run.assertLog("undefined", "2 true hi");
      cloud.run.eval(
          "wx.cloud.callContainer({ service: 'no' }).catch(e => console.log(e instanceof Error,"
              + " e.errCode, Object.keys(e).join()))");
      assertEquals("true -501000 errCode,errMsg", cloud.run.log().getLast());
    }
  }

  @Test // CB-5
  void anyStatusIsASuccess() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /gone", Answer.json("{\"why\":1}").status(503));
      assertEquals("ok 503 { why: 1 }", cloud.call("path: '/gone'"));
    }
  }

  @Test // CLD-1, S-row 24
  void beforeInitItFailsAndNothingGoesOut() throws Exception {
    try (CloudRun cloud = new CloudRun()) {
      cloud.run.start();
      cloud.run.eval(
          "wx.cloud.callContainer({ service: 'api', config: { env: 'prod' } }).catch(e =>"
              + " console.log(e.errCode, e.errMsg.split('\\n').length, e.errMsg.split('\\n')[0]))");
      cloud.run.assertLog(
          "-1 2 " + FAIL + "Cloud API isn't enabled, please call wx.cloud.init first");
      assertEquals(0, cloud.run.lab.acceptedConnections());
    }
  }

  @Test // CLD-1
  void theEnvironmentIsThatOfTheCallElseThatOfTheFirstInit() throws Exception {
    try (CloudRun cloud = new CloudRun()) {
      cloud.run.lab.on("GET /", Answer.json("1"));
      cloud.run.start();
      cloud.run.script("wx.cloud.init()");
      assertEquals(FAIL + "envId must be provided -1 ", cloud.call(""));
      assertEquals(0, cloud.run.lab.acceptedConnections());
      assertEquals("ok 200 1", cloud.call("config: { env: 'prod' }"));
    }
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /", Answer.json("1"));
      cloud.run.script("wx.cloud.init({ env: 'other' })");
      assertEquals("ok 200 1", cloud.call(""));
      assertTrue(cloud.call("config: { env: 'x' }").startsWith(FAIL + "-501000 invalid env. "));
    }
  }

  @ParameterizedTest // CLD-2
  @CsvSource(
      delimiter = '|',
      value = {
        "method: 'PATCH'   | 102005 invalid http method. PATCH 102005",
        "method: 'head'    | 102005 invalid http method. HEAD 102005",
        "path: 5           | -401003 parameter type error. parameter.path should be String instead"
            + " of Number; -401003",
        "config: 'prod'    | -401003 parameter type error. parameter.config should be Object"
            + " instead of String; -401003",
        "service: 'nope'   | -501000 path access denied. prod has no service \"nope\"; there is api"
            + " -501000",
        "service: ''       | -501000 path access denied. the call names no service; there is api"
            + " -501000",
        "config: {env:'e'} | -501000 invalid env. cloud.envs has no \"e\"; there is prod -501000",
        "data: () => 1     | data should not be Function -1 600010",
        "data: 'x'.repeat(102401), method: 'POST' | -606001 request too large. input data size too"
            + " large (> 100KB) -606001",
        "path: '/' + 'x'.repeat(102400) | -606001 request too large. input data size too large (>"
            + " 100KB) -606001",
        "data: new ArrayBuffer(20 * 1024 * 1024 + 1), method: 'PUT' | -606001 request too large."
            + " input data size too large (> 20MB) -606001",
        "data: new ArrayBuffer(60 * 1024 * 1024), method: 'PUT' | -606001 request too large."
            + " input data size too large (> 20MB) -606001",
      })
  void whatIsWrongWithACallIsToldWithItsNumberAndNothingGoesOut(String options, String said)
      throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      assertEquals(FAIL + said, cloud.call(options).strip());
      assertEquals(0, cloud.run.lab.acceptedConnections());
    }
  }

  @Test // CLD-2
  void upToTheLimitsBodiesGoThrough() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("PUT /", r -> Answer.text("" + r.body().length));
      assertEquals("ok 200 102400", cloud.call("method: 'PUT', data: 'x'.repeat(102400)"));
      assertEquals("ok 200 102401", cloud.call("method: 'PUT', data: new ArrayBuffer(102401)"));
      cloud.run.lab.on("GET /", Answer.bytes(new byte[1000 * 1024]));
      String binary = "responseType: 'arraybuffer', success: r => console.log(r.data.byteLength)";
      assertEquals("1024000", cloud.call(binary));
      cloud.run.lab.on("GET /", Answer.bytes(new byte[1000 * 1024 + 1]));
      assertEquals(
          FAIL + "-606002 response too large. response data size too large (> 1000KB) -606002 ",
          cloud.call(binary));
    }
  }

  @ParameterizedTest // CLD-2, S-row 24
  @CsvSource(
      delimiter = '|',
      value = {
        "data: { a: 1, b: 'ä' }                       | GET /?a=1&b=%C3%A4  | application/json | ",
        "path: '/l?a=0&c=2', data: { a: 1 }           | GET /l?a=1&c=2      | application/json | ",
        "path: 'l'                                    | GET /l              | application/json | ",
        "method: 'post', data: { a: 1 }               | POST /              | application/json |"
            + " {\"a\":1}",
        "method: 'PUT', data: 'text'                  | PUT /               | application/json |"
            + " text",
        "method: 'DELETE', data: { a: [1] }, header: {'Content-Type':"
            + " 'application/x-www-form-urlencoded'} | DELETE / | application/x-www-form-urlencoded"
            + " | a=1",
      })
  void dataIsWrittenAsForARequest(String options, String line, String type, String body)
      throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("* /*", Answer.json("1"));
      assertEquals("ok 200 1", cloud.call(options));
      LabRequest got = cloud.container.requests().getFirst();
      assertEquals(line, got.method() + " " + got.url());
      assertEquals(type, got.header("content-type").orElse(""));
      assertEquals(body == null ? "" : body, got.text());
      assertEquals("http/1.1", got.protocol());
    }
  }

  @Test // RES-1, RES-2
  void answersAreReadAsForARequest() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /", Answer.text("{\"a\":1}"));
      assertEquals("ok 200 { a: 1 }", cloud.call(""));
      assertEquals("ok 200 {\"a\":1}", cloud.call("dataType: 'text'"));
      String buffer = "responseType: 'arraybuffer', success: r => console.log(r.data.byteLength)";
      assertEquals("7", cloud.call(buffer));
      cloud.run.lab.on("GET /", Answer.text("{broken"));
      assertEquals("ok 200 {broken", cloud.call(""));
    }
  }

  @Test // CLD-3
  void aSystemErrorOfTheGatewayIsAFailureWithItsNumber() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.lab.on("GET /", Answer.text("").header("X-WX-System-Error", "-601008"));
      assertEquals(FAIL + "system error. code: -601008 -601008 ", cloud.call(""));
      cloud.run.lab.on("GET /", Answer.text("").header("x-wx-system-error", "odd"));
      assertEquals(FAIL + "system error. code: odd -1 ", cloud.call(""));
    }
  }

  @Test // CLD-5
  void aContainerThatIsDownIsAServiceThatIsNotThere() throws Exception {
    int port;
    try (RawServer gone = new RawServer()) {
      port = gone.port();
    }
    String down = "cloud.envs.prod.services.down=http://127.0.0.1:" + port;
    try (CloudRun cloud = new CloudRun(down).initialised()) {
      assertEquals(FAIL + "service unavailable -1 ", cloud.call("service: 'down'"));
      String why = cloud.run.events(Event.CallEnded.class).getLast().reason().orElseThrow().text();
      assertTrue(why.contains(":" + port) && why.contains("start the container of prod/down"), why);
    }
  }

  @Test // CLD-3, E15
  void withoutANetworkItFailsAsARequestDoes() throws Exception {
    try (CloudRun cloud = new CloudRun("device.networkType=none").initialised()) {
      assertTrue(cloud.call("").startsWith(FAIL + "errcode:-106 "), cloud.run.log()::toString);
      assertEquals(0, cloud.run.lab.acceptedConnections());
    }
  }

  @Test
  void whatTheServerReplacesIsMarkedByItsType() throws Exception {
    try (CloudRun cloud = new CloudRun().initialised()) {
      cloud.run.eval(
          "console.log(new wx.cloud.CloudID('a'), wx.cloud.CloudID('b'), new wx.cloud.CDN('c'))");
      cloud.run.assertLog("{ cloudID: 'a' } { cloudID: 'b' } { target: 'c' }");
    }
  }

  @Test // CLD-1
  void aSharedEnvironmentIsCalledThroughItsOwnInstance() throws Exception {
    try (CloudRun cloud = new CloudRun("cloud.appid=wxowner").initialised()) {
      cloud.run.lab.on("GET /", Answer.json("1"));
      cloud.run.eval(
          """
          const c = new wx.cloud.Cloud({ resourceAppid: 'wxowner', resourceEnv: 'prod' })
          await c.callContainer({ service: 'api' }).catch(e => console.log(e.errMsg.slice(0, 45)))
          console.log(await c.init())
          const { callContainer } = c
          console.log((await callContainer({ service: 'api' })).data)
          const d = new wx.cloud.Cloud({ resourceAppid: 'wxother', resourceEnv: 'prod' })
          await d.init()
          await d.callContainer({ service: 'api' }).catch(e => console.log(e.errMsg))
          """);
      cloud.run.assertLog(
          FAIL + "Cloud API isn't enab",
          "undefined",
          "1",
          FAIL + "-501000 invalid env. \"prod\" belongs to wxowner, and not to wxother");
      assertEquals(1, cloud.container.requests().size());
    }
  }

  @Test // DOM-15, CLD-5
  void itNeedsNoDomainListAndOpensNothingToRequests() throws Exception {
    try (CloudRun cloud = new CloudRun("domains.requestdomain=[]").initialised()) {
      cloud.run.lab.on("GET /", Answer.json("1"));
      assertEquals("ok 200 1", cloud.call(""));
      assertEquals(List.of("allowed CLOUD_SERVICE"), cloud.run.decisions());
      assertEquals(
          "request:fail url not in domain list 600002",
          cloud.run.request("url: '" + cloud.container.url() + "'"));
      assertEquals(1, cloud.container.requests().size());
    }
  }

  @Test // CLD-5
  void theLabCanBeAContainer() throws Exception {
    try (TestRun run = new TestRun().set("cloud.envs.demo.services.notes=lab/notes")) {
      run.lab.on("GET /notes/list", r -> Answer.json("\"" + r.header("x-wx-env").get() + "\""));
      run.start();
      run.eval(
          """
          wx.cloud.init({ env: 'demo' })
          console.log((await wx.cloud.callContainer({ path: '/list', service: 'notes' })).data)
          console.log((await wx.cloud.callContainer({ path: '/../list', service: 'notes' })).data)
          console.log(wx.canIUse('cloud'), wx.canIUse('cloud.callContainer'),
            wx.canIUse('cloud.callContainer.object.path'), wx.canIUse('cloud.nothing'))
          """);
      run.assertLog("demo", "demo", "true true true false");
    }
  }
}
