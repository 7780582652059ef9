package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mini program cannot get at, however it tries. */
class SandboxTest {
  private static final String TRY =
      """
      const outcomes = {}
      function attempt(name, f) {
        try { outcomes[name] = f() } catch (e) { outcomes[name] = e }
        const got = outcomes[name]
        console.log(name, got instanceof Error ? got.name : typeof got)
      }
      """;

  @Test
  void theEnginesOwnDoorsAreGone() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const names = ['Java', 'Polyglot', 'Packages', 'Graal', 'java', 'javax', 'org', 'com', 'load',
            'loadWithNewGlobal', 'print', 'printErr', 'quit', 'exit', 'read', 'readFile', 'readbuffer', 'process',
            'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'ShadowRealm', 'importScripts', 'arguments', 'debug']
          console.log(names.filter(name => name in globalThis).join() || 'none')
          console.log('' + [typeof Java, typeof Polyglot, typeof load, typeof print, typeof process])
          """);
      run.run().assertLog("none", "undefined,undefined,undefined,undefined,undefined");
    }
  }

  @Test
  void nothingOutsideTheProgramCanBeRequired(@TempDir Path outside) throws Exception {
    Files.writeString(outside.resolve("secret.js"), "module.exports = 'secret'");
    try (TestRun run = new TestRun()) {
      Files.createSymbolicLink(run.folder().resolve("link.js"), outside.resolve("secret.js"));
      Files.createSymbolicLink(run.folder().resolve("linked"), outside);
      String absolute = outside.resolve("secret.js").toString().replace('\\', '/');
      run.onLoad(
          TRY
              + """
              attempt('fs', () => require('fs'))
              attempt('node:fs', () => require('node:fs'))
              attempt('up', () => require('../../../%1$s/secret'))
              attempt('far up', () => require('../../../../../../../../../../../../%2$s'))
              attempt('absolute', () => require('%2$s'))
              attempt('file url', () => require('file://%2$s'))
              attempt('link', () => require('../../link'))
              attempt('linked', () => require('../../linked/secret'))
              attempt('null byte', () => require('../../link.js\\0.js'))
              require.async('%2$s').catch(e => console.log('async', e.name))
              import('%2$s').catch(e => console.log('import', e.name))
              import('fs').catch(e => console.log('import fs', e.name))
              """
                  .formatted(outside.getFileName(), absolute));
      run.run()
          .assertLog(
              "fs Error",
              "node:fs Error",
              "up Error",
              "far up Error",
              "absolute Error",
              "file url Error",
              "link Error",
              "linked Error",
              "null byte Error",
              "async Error",
              "import Error",
              "import fs Error");
    }
  }

  @Test
  void noCodeIsMadeFromStrings() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          TRY
              + """
              const A = (async () => {}).constructor
              attempt('eval', () => eval('1'))
              attempt('indirect', () => (0, eval)('1'))
              attempt('new Function', () => new Function('return 1')())
              attempt('Function.constructor', () => Function.constructor('return 1')())
              attempt('arrow', () => (() => {}).constructor.constructor('return process')())
              attempt('method', () => wx.request.constructor('return process')())
              attempt('async', () => A('return 1')())
              attempt('generator', () => (function* () {}).constructor('yield 1')())
              attempt('async generator', () => (async function* () {}).constructor('yield 1')())
              attempt('the native Function', () => Object.getPrototypeOf(A)('return 1')())
              attempt('Reflect.construct', () => Reflect.construct(Object.getPrototypeOf(A), ['return 1']))
              attempt('this', () => (() => {}).constructor.constructor('return this')() === global)
              setTimeout('console.log("made")', 1)
              setInterval('console.log("made")', 1)
              """);
      run.run()
          .assertLog(
              "eval EvalError",
              "indirect EvalError",
              "new Function EvalError",
              "Function.constructor EvalError",
              "arrow EvalError",
              "method EvalError",
              "async EvalError",
              "generator EvalError",
              "async generator EvalError",
              "the native Function EvalError",
              "Reflect.construct EvalError",
              "this boolean");
    }
  }

  @Test
  void stacksShowNoFunctionOfTheHost() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          let sites = 0
          Error.prepareStackTrace = (error, all) => { sites += all.length; return all }
          const seen = []
          function look() { seen.push(look.caller, look.arguments, arguments.callee.caller, new Error().stack) }
          wx.getNetworkType({ success: look })
          setTimeout(look, 1)
          wx.nextTick(look)
          setTimeout(() => {
            console.log(seen.length, seen.filter(one => typeof one === 'function').length, sites)
            console.log(seen.some(one => /polyglot|graal|[.]java/i.test(String(one))))
          }, 5)
          """);
      run.run();
      run.host().advance(Duration.ofSeconds(1));
      run.settle().assertLog("12 0 0", "false");
    }
  }

  @Test
  void aProgramThatReplacesTheLanguageUnderTheHostFindsNothingOfIt() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /feed", Answer.json("{\"items\":[1,2]}"));
      run.file("spy.js", resource("spy.js"));
      run.file("late.js", "module.exports = 1");
      run.file(
          "app.js",
          """
          const spy = require('./spy')
          spy.replace()
          global.spy = spy
          App({ onError() {}, onUnhandledRejection() {} })
          wx.onAppShow(() => {})
          """);
      run.onLoad(
          """
          require('../../late')
          try { require('../../nowhere') } catch (e) { console.log(e.message) }
          console.table([{ a: 1 }]); console.group('g'); console.count(); console.time(); console.timeEnd()
          console.dir({ m: new Map([[1, { a: [1] }]]), s: new Set([1]), e: new Error('x') })
          setTimeout(() => { throw new Error('in a timer') }, 1)
          setTimeout(() => {}, 5)
          Promise.reject(new Error('lost'))
          this.setData({ 'a.b': [1] }, () => {})
          wx.getNetworkType({}).then(r => console.log(r.networkType))
          wx.getNetworkType({ success() { throw new Error('in success') } })
          wx.request({ url: 7, fail() {} })
          const task = wx.request({
            url: 'https://api.example.com/feed', data: { q: [1] }, header: { a: 'b' },
            success(r) { console.log(r.data.items.length) },
          })
          task.onHeadersReceived(() => {})
          wx.navigateTo({ url: '/nowhere', events: { x() {} }, fail() {} })
          wx.nextTick(() => {})
          wx.getLaunchOptionsSync()
          getCurrentPages()
          """);
      run.run();
      run.host().background();
      run.host().foreground();
      run.host().eval("page.data").get();
      assertTrue(
          run.log().stream().anyMatch(line -> line.trim().equals("2")), () -> "" + run.log());
      int kept = Integer.parseInt(run.host().eval("spy.kept()").get());
      assertTrue(kept > 500, () -> "only " + kept + " things passed by");
      assertEquals("[]", run.host().eval("spy.found()").get());
    }
  }

  @Test
  void optionsForgedBehindTheChecksMeetTheGateInJava() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const urls = ['https://evil.example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', '//x', 'https://api.example.com@evil.example.org/']
          RegExp.prototype.test = () => true
          RegExp.prototype.exec = () => null
          Array.prototype.includes = () => true
          Object.prototype.toString = () => '[object String]'
          for (const url of urls) {
            for (const given of [url, { toString: () => url, replace: () => 'api.example.com', toLowerCase: () => url }]) {
              wx.request({ url: given, success() { console.log('came through', url) }, fail() { console.log('failed') } })
            }
          }
          """);
      run.run();
      assertEquals(List.of("failed"), run.log().stream().distinct().toList());
      assertEquals(10, run.log().size());
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test
  void aForgedMethodOrHeaderReachesNoServer() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /", Answer.json("1"));
      run.onLoad(
          """
          const native = { includes: Array.prototype.includes, entries: Object.entries }
          const url = 'https://api.example.com/'
          const end = what => ({ success() { console.log(what, 'came through') }, fail(e) { console.log(what, 'failed') } })
          Array.prototype.includes = () => true
          wx.request({ url, method: 'GET / HTTP/1.1\\r\\nHost: evil\\r\\n\\r\\nGET', ...end('method') })
          wx.request({ url, method: 'G\\u00e4T', ...end('name') })
          Array.prototype.includes = native.includes
          Object.entries = () => [['a\\r\\nb', 'c']]
          wx.request({ url, header: {}, ...end('header') })
          Object.entries = () => [['a', 'b\\r\\nHost: evil']]
          wx.request({ url, header: {}, ...end('value') })
          Object.entries = native.entries
          """);
      run.run();
      List<String> failed = run.log().stream().sorted().toList();
      assertEquals(
          List.of("header failed", "method failed", "name failed", "value failed"), failed);
      assertEquals(List.of(), run.lab.requests());
    }
  }

  @Test
  void anOptionIsReadOnce() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.on("GET /feed", Answer.json("1"));
      run.onLoad(
          """
          const read = {}
          const values = { url: 'https://api.example.com/feed', data: { q: 1 }, method: 'get', header: { a: 'b' },
            dataType: 'json', responseType: 'text', timeout: 500, success: () => console.log('success'), complete() {} }
          const getters = {}
          for (const key of Object.keys(values)) {
            Object.defineProperty(getters, key, { enumerable: true, get() { read[key] = (read[key] ?? 0) + 1; return values[key] } })
          }
          wx.request(getters)
          setTimeout(() => console.log(Object.values(read).join(), Object.keys(read).length), 5000)
          const traps = []
          wx.request(new Proxy({ ...values, success: () => console.log('by proxy') }, {
            get: (target, key) => (typeof key === 'string' && traps.push(key), target[key]),
          }))
          console.log(new Set(traps).size === traps.length)
          class Options { get url() { return values.url } get success() { return () => console.log('by class') } }
          wx.request(new Options())
          """);
      run.run();
      run.host().advance(Duration.ofSeconds(5));
      run.settle();
      assertEquals(
          List.of("1,1,1,1,1,1,1,1,1 9", "by class", "by proxy", "success", "true"),
          run.log().stream().sorted().toList());
    }
  }

  @Test
  void optionsThatThrowThrowToTheirCallerAndNothingBegins() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          TRY
              + """
              const evil = () => { throw new RangeError('evil') }
              attempt('getter', () => wx.request({ get url() { evil() } }))
              attempt('proxy', () => wx.request(new Proxy({}, { get: evil })))
              attempt('keys', () => wx.getNetworkType(new Proxy({ success() {} }, { ownKeys: evil })))
              attempt('deep', () => wx.getNetworkType({ x: { get y() { evil() } }, success() {} }))
              attempt('toJSON', () => wx.request({ url: 'https://api.example.com/', data: { toJSON: evil }, fail() {} }))
              let cycle = {}
              cycle.cycle = cycle
              attempt('cycle', () => wx.getNetworkType({ cycle, success() {} }))
              attempt('sparse', () => wx.getNetworkType({ x: new Array(2 ** 32 - 1), success() {} }))
              """);
      run.run()
          .assertLog(
              "getter RangeError",
              "proxy RangeError",
              "keys RangeError",
              "deep RangeError",
              "toJSON undefined",
              "cycle Error",
              "sparse Error");
      assertEquals(List.of(), run.errors());
      assertEquals(0, run.host().status().inFlight());
    }
  }

  @Test
  void aHundredThousandOptionsAreOnlySlow() throws Exception {
    try (TestRun run = new TestRun()) {
      run.onLoad(
          """
          const many = { success() { console.log('success') } }
          for (let i = 0; i < 1e5; i++) many['k' + i] = i
          wx.getNetworkType(many)
          """);
      run.run().assertLog("success");
    }
  }

  @Test
  void everyScriptThatDoesNotReturnIsStoppedWhenARunIsClosed() throws Exception {
    try (TestRun run = new TestRun()) {
      run.start();
      run.host().eval("for (let i = 0; i < 3; i++) setTimeout(() => { for (;;); }, 1)").get();
      assertFalse(run.host().await(Duration.ofMillis(200)));
    }
  }

  private static String resource(String file) throws IOException {
    try (var in = SandboxTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
