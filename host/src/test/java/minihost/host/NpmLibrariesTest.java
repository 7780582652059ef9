package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import minihost.lab.Answer;
import minihost.lab.LabRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Libraries that programs reach their servers with, unmodified, used as their READMEs do. */
class NpmLibrariesTest {
  private TestRun run;

  @BeforeEach
  void prepare() throws IOException {
    run =
        new TestRun()
            .inRealTime() // virtual time stands still while a server keeps a call waiting
            .set("domains.uploaddomain=[\"https://api.example.com\"]")
            .file("images/a.txt", "hello");
    run.lab.on("* /echo", r -> Answer.json("{\"m\":\"" + r.method() + "\"}").header("X-A", "1"));
    run.lab.on("* /none", Answer.json("{\"why\":\"none\"}").status(404));
    run.lab.on("* /up", Answer.text("thanks"));
    run.lab.on("* /slow", Answer.text("late").delay(Duration.ofSeconds(1)));
    run.lab.on("* /never", Answer.text("late").after(new CompletableFuture<>()));
  }

  @AfterEach
  void close() throws IOException {
    run.close();
  }

  /** Runs code of a page whose packages npm installed and nobody built. */
  private void check(String library, String code, String... lines) throws Exception {
    NodeModules.copy(library, run.folder());
    run.file("package.json", "{\"dependencies\":{\"" + library + "\":\"*\"}}");
    run.file("pages/index/index.js", code);
    run.start();
    run.awaitLog(lines.length).settle();
    assertEquals(List.of(), run.errors());
    run.assertLog(lines);
  }

  private LabRequest last(String pattern) {
    return run.lab.requests(pattern).getLast();
  }

  @Test
  void axiosMiniprogram() throws Exception {
    check(
        "axios-miniprogram",
        """
        import axios from 'axios-miniprogram'
        const api = axios.create({ baseURL: 'https://api.example.com' })
        api.interceptors.request.use(config => {
          config.headers = { ...config.headers, 'X-Token': 't' }
          return config
        })
        api.interceptors.response.use(r => ({ ...r, seen: true }))
        const fails = promise => promise.then(() => console.log('no failure'), e => e)
        Page({ async onLoad() {
          const got = await api.get('/echo', { id: 1, name: '茶' })
          console.log(got.status, got.data.m, got.seen)
          console.log((await api.post('/echo', { a: [1] })).data.m, (await api.put('/echo', {})).data.m)
          const none = await fails(api.get('/none'))
          console.log(none.message, none.response.status, none.response.data.why)
          const late = await fails(api.get('/never', {}, { timeout: 200 }))
          console.log(late.message, late.response.isFail)
          const source = axios.CancelToken.source()
          const cancelled = fails(api.get('/never', {}, { cancelToken: source.token }))
          setTimeout(() => source.cancel('enough'), 100)
          console.log(axios.isCancel(await cancelled), (await cancelled).message)
          const sent = await api.post('/up', { name: 'file', filePath: 'images/a.txt', user: 'u' }, { upload: true })
          console.log(sent.status, sent.data)
          const both = await Promise.all([api.get('/echo'), api.delete('/echo')])
          console.log(both.map(r => r.data.m).join())
        } })
        """,
        "200 GET true",
        "POST PUT",
        "validate status error 404 none",
        "request fail true",
        "true enough",
        "200 thanks",
        "GET,DELETE");
    LabRequest first = run.lab.requests("GET /echo").getFirst();
    assertEquals("id=1&name=%E8%8C%B6", first.query());
    assertEquals("t", first.header("X-Token").orElseThrow());
    assertEquals("{\"a\":[1]}", last("POST /echo").text());
    assertTrue(last("* /up").text().contains("name=\"file\"; filename=\"a.txt\""));
  }

  @Test
  void flyio() throws Exception {
    check(
        "flyio",
        """
        const Fly = require('flyio/dist/npm/wx')
        const fly = new Fly()
        fly.config.baseURL = 'https://api.example.com'
        fly.interceptors.request.use(request => {
          request.headers['X-Tag'] = 'flyio'
          return request
        })
        fly.interceptors.response.use(response => response.data, error => Promise.reject(error))
        const fails = promise => promise.then(() => console.log('no failure'), e => e)
        Page({ async onLoad() {
          console.log((await fly.get('/echo', { id: 1, name: '茶' })).m, (await fly.post('/echo', { a: [1] })).m)
          const none = await fails(fly.get('/none'))
          console.log(none.status, none.response.data.why)
          const late = await fails(fly.request('/slow', {}, { timeout: 100 }))
          console.log(late.status)
          await fly.all([fly.get('/echo'), fly.delete('/echo')]).then(fly.spread((a, b) => console.log(a.m, b.m)))
        } })
        """,
        "GET POST",
        "404 none",
        "1",
        "GET DELETE");
    LabRequest first = run.lab.requests("GET /echo").getFirst();
    assertEquals("id=1&name=%E8%8C%B6", first.query());
    assertEquals("flyio", first.header("X-Tag").orElseThrow());
    assertEquals("{\"a\":[1]}", last("POST /echo").text());
  }

  @Test
  void miniprogramApiPromise() throws Exception {
    check(
        "miniprogram-api-promise",
        """
        import { promisifyAll, promisify } from 'miniprogram-api-promise'
        const wxp = {}
        promisifyAll(wx, wxp)
        const url = 'https://api.example.com'
        Page({ async onLoad() {
          console.log(wxp.getSystemInfoSync().platform === (await wxp.getSystemInfo()).platform)
          const got = await wxp.request({ url: url + '/echo', data: { id: 1 } })
          console.log(got.statusCode, got.data.m)
          console.log((await wxp.request({ url: 'https://other.example.com/' }).catch(e => e)).errMsg)
          await new Promise(done => wxp.request({ url: url + '/echo', success: r => done(console.log('called back', r.data.m)) }))
          console.log((await promisify(wx.uploadFile)({ url: url + '/up', filePath: 'images/a.txt', name: 'f' })).data)
          console.log((await wxp.setStorage({ key: 'k', data: [1] })).errMsg, wxp.getStorageSync('k'))
        } })
        """,
        "true",
        "200 GET",
        "request:fail url not in domain list",
        "called back GET",
        "thanks",
        "setStorage:ok [ 1 ]");
  }

  @Test
  void escookRequestMiniprogram() throws Exception {
    check(
        "@escook/request-miniprogram",
        """
        import { $http } from '@escook/request-miniprogram'
        wx.$http = $http
        $http.baseUrl = 'https://api.example.com'
        $http.beforeRequest = options => {
          wx.showLoading({ title: 'loading' })
          if (options.url.includes('/echo')) options.header = { 'X-Test': 'AAA' }
        }
        $http.afterRequest = () => { wx.hideLoading(); console.log('after') }
        Page({ async onLoad() {
          console.log((await wx.$http.get('/echo', { id: 1 })).data.m)
          console.log((await wx.$http.post('/echo', { a: 1 })).data.m, (await wx.$http.put('/echo')).data.m)
          console.log((await wx.$http.delete('/none')).statusCode)
          $http.baseUrl = 'https://other.example.com'
          await wx.$http.get('/').catch(e => console.log(e.errMsg))
        } })
        """,
        "after",
        "GET",
        "after",
        "after",
        "POST PUT",
        "after",
        "404",
        "after",
        "request:fail url not in domain list");
    assertEquals("id=1", last("GET /echo").query());
    assertEquals("AAA", last("GET /echo").header("X-Test").orElseThrow());
    assertEquals("{\"a\":1}", last("POST /echo").text());
  }

  @Test
  void cryptoJs() throws Exception {
    check(
        "crypto-js",
        """
        const CryptoJS = require('crypto-js')
        const hmac = require('crypto-js/hmac-sha256')
        const { Utf8, Hex } = CryptoJS.enc
        Page({ onLoad() {
          console.log(String(CryptoJS.MD5('茶')), String(CryptoJS.SHA1('abc')))
          console.log(String(CryptoJS.SHA256('abc')))
          console.log(hmac('data', 'key').toString(CryptoJS.enc.Base64))
          const key = Hex.parse('000102030405060708090a0b0c0d0e0f')
          const how = { iv: Hex.parse('0f0e0d0c0b0a09080706050403020100'), mode: CryptoJS.mode.CBC, padding: CryptoJS.pad.Pkcs7 }
          const closed = CryptoJS.AES.encrypt('你好', key, how)
          console.log(String(closed), CryptoJS.AES.decrypt(String(closed), key, how).toString(Utf8))
          try { CryptoJS.lib.WordArray.random(8) } catch (e) { console.log(e.message) }
          try { CryptoJS.AES.encrypt('x', 'a password') } catch (e) { console.log(e.message) }
        } })
        """,
        "a001ed1cf190f9795d4d3fa6700bfd2b a9993e364706816aba3e25717850c26c9cd0d89d",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "UDH+PZicbRU3oBP6bnOdojRj/a7DtwE32Cjjas4iG9A=",
        "GrDNPzcz4sDSzQggihH3qQ== 你好",
        "Native crypto module could not be used to get secure random number.",
        "Native crypto module could not be used to get secure random number.");
  }

  @Test
  void textEncoding() throws Exception {
    check(
        "text-encoding",
        """
        const { TextEncoder, TextDecoder } = require('text-encoding')
        const hex = bytes => [...bytes].map(b => b.toString(16).padStart(2, '0')).join('')
        Page({ onLoad() {
          const utf8 = new TextEncoder().encode('茶a😀')
          console.log(hex(utf8), new TextDecoder().decode(utf8))
          const gbk = new TextEncoder('gbk', { NONSTANDARD_allowLegacyEncoding: true }).encode('你好')
          console.log(hex(gbk), new TextDecoder('gbk').decode(gbk))
          const parts = new TextDecoder('utf-8')
          console.log(parts.decode(utf8.subarray(0, 2), { stream: true }) + parts.decode(utf8.subarray(2)))
          try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff])) } catch (e) { console.log(e.name) }
        } })
        """,
        "e88cb661f09f9880 茶a😀",
        "c4e3bac3 你好",
        "茶a😀",
        "TypeError");
  }
}
