package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a test may do to settings, program and network by {@code host}, and that it is undone. */
@Timeout(120)
class TestOfPhoneTest {
  private static final String GET =
      """
      const get = (path, more = {}) => new Promise(done => wx.request({
        url: 'https://api.example.com' + path, ...more,
        success: r => done(r.statusCode), fail: r => done(r.errMsg) }))
      """;

  @TempDir Path folder;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program =
        new Program(folder)
            .file(
                "minihost.json",
                """
                {"domains":{"requestdomain":["https://api.example.com"]},
                 "lab":{"origins":["https://api.example.com"]}}
                """);
  }

  private CommandLineRun run(String tests) throws Exception {
    program.file("tests/one.test.js", GET + tests);
    return CommandLineRun.of("test", folder.toString(), "--timeout", "30000");
  }

  private void passes(String tests) throws Exception {
    CommandLineRun run = run(tests);
    assertEquals(0, run.exit(), run.out() + run.err());
  }

  private void fails(String tests, String... words) throws Exception {
    CommandLineRun run = run(tests);
    assertEquals(1, run.exit(), run.out() + run.err());
    for (String word : words) assertTrue(run.out().contains(word), run.out() + run.err());
  }

  @Test
  void itRaisesAnEventOfThePhone() throws Exception {
    passes(
        """
        it('hears of the theme', () => {
          const heard = fn()
          wx.onThemeChange(heard)
          host.raise('onThemeChange', { theme: 'dark' })
          expect(heard).toHaveBeenCalledWith({ theme: 'dark' })
          expect(() => host.raise('onRequest')).toThrow('wx has no such event')
        })
        """);
  }

  @Test
  void settingsHoldForTheTestThatLaysThem() throws Exception {
    passes(
        """
        it('lays them', async () => {
          host.config({ 'domains.requestdomain': [], limits: { request: 1, overflow: 'reject' } })
          const both = await Promise.all([get('/a'), get('/b')])
          expect(both[1]).toMatch('request:fail')
          expect(host.refusals.map(r => r.rule).sort()).toEqual(['CONCURRENCY', 'DOMAIN_LISTED'])
        })
        it('has the old ones', async () => {
          host.lab.route('GET /a', { json: 1 })
          host.lab.route('GET /b', { json: 1 })
          expect(await Promise.all([get('/a'), get('/b')])).toEqual([200, 200])
        })
        """);
  }

  @Test
  void beforeAllLaysThemForItsSuiteAndTimeoutsAreAmongThem() throws Exception {
    passes(
        """
        describe('strict', () => {
          beforeAll(() => host.config({ domains: { requestdomain: [] } }))
          for (const n of [1, 2]) it('refuses ' + n, async () => {
            await get('/x')
            expect(host).toHaveBeenRefused('DOMAIN_LISTED')
          })
        })
        it('admits again, with the timeout of app.json', async () => {
          host.lab.route('GET /x', { delay: 20000, json: 1 })
          host.config({ app: { networkTimeout: { request: 3000 } } })
          const began = host.clock.now
          const answer = get('/x')
          await host.lab.received('GET /x', 1)
          await host.clock.advance(3000)
          expect(await answer).toBe('request:fail timeout')
          expect(host.clock.now - began).toBe(3000)
        })
        """);
  }

  @Test
  void whatCannotBeLaidIsSaid() throws Exception {
    fails(
        "it('a', () => host.config({ platform: 'ios' }))",
        "await host.relaunch({ settings: { 'platform'");
    fails("it('a', () => host.config({ limits: { request: 0 } }))", "limits.request", "1 to 1000");
    fails(
        "it('a', () => host.config({ limits: { requests: 1 } }))",
        "did you mean \"limits.request\"");
    fails("it('a', () => host.relaunch({ settings: { lab: {} } }))", "host.lab.route");
    fails("it('a', () => host.config(5))", "host.config wants an object");
  }

  @Test
  void aRelaunchBeginsTheProgramAnewAndKeepsStorage() throws Exception {
    program
        .file(
            "app.js",
            """
            App({ onLaunch(options) {
              this.launched = options
              this.before = wx.getStorageSync('runs')
              wx.setStorageSync('runs', (this.before || 0) + 1)
              wx.onAppShow(() => { globalThis.shows = (globalThis.shows || 0) + 1 })
              setInterval(() => { globalThis.ticks = (globalThis.ticks || 0) + 1 }, 1000)
            } })
            """)
        .onLoad("this.setData({ loaded: true })");
    passes(
        """
        it('relaunches', async () => {
          const old = getApp()
          host.lab.route('GET /slow', { delay: 60000, json: 1 })
          let told = false
          wx.request({ url: 'https://api.example.com/slow', complete: () => { told = true } })
          await host.lab.received('GET /slow', 1)
          await host.relaunch({ path: 'pages/other/other', query: { a: '1' }, scene: 1011 })
          expect(getApp()).not.toBe(old)
          expect(getApp().launched).toMatchObject({ path: 'pages/other/other', query: { a: '1' }, scene: 1011 })
          expect(getApp().before).toBe(1)
          expect(host.page.route).toBe('pages/other/other')
          expect(host.state).toBe('foreground')
          expect(told).toBe(false)
          globalThis.ticks = 0
          await host.clock.advance(1000)
          expect(globalThis.ticks).toBe(1)
          globalThis.shows = 0
          host.background(); host.foreground()
          expect(globalThis.shows).toBe(1)
          host.lab.route('GET /a', { json: 1 })
          expect(await get('/a')).toBe(200)
        })
        it('comes back from its end', async () => {
          host.destroy()
          expect(host.state).toBe('destroyed')
          await host.relaunch()
          expect(host.state).toBe('foreground')
          expect(host.page.route).toBe('pages/index/index')
        })
        it('starts with other settings', async () => {
          await host.relaunch({ settings: { platform: 'ios', 'project.appid': 'wxabc' } })
          expect(wx.getDeviceInfo().platform).toBe('ios')
          expect(wx.getAccountInfoSync().miniProgram.appId).toBe('wxabc')
          await host.relaunch()
          expect(wx.getDeviceInfo().platform).toBe('ios')
        })
        it('and with its own in the next test', async () => {
          await host.relaunch()
          expect(wx.getDeviceInfo().platform).not.toBe('ios')
        })
        """);
  }

  @Test
  void aRelaunchMakesComponentsAnew() throws Exception {
    program
        .file("components/c.json", "{\"component\":true}")
        .file("components/c.wxml", "<view class=\"in\">{{text}}</view>")
        .file(
            "components/c.js",
            "const born = globalThis.births = (globalThis.births || 0) + 1;"
                + " Component({ data: { text: 'life ' + born } })")
        .file("pages/index/index.json", "{\"usingComponents\":{\"my-c\":\"/components/c\"}}")
        .file("pages/index/index.wxml", "<my-c id=\"c\"/><view class=\"own\">{{own}}</view>")
        .file(
            "pages/index/index.js",
            "const life = globalThis.births; Component({ data: { own: 'page ' + life } })");
    passes(
        """
        it('relaunches', async () => {
          const old = host.page.$('.in')
          const [life] = /\\d+/.exec(old.text)
          await host.relaunch()
          expect(host.page.$('.in').text).toBe(`life ${Number(life) + 1}`)
          expect(host.page.$('.own').text).not.toBe('page undefined')
          const query = await new Promise(done => wx.createSelectorQuery().select('#c').fields({ id: true }, done).exec())
          expect(query.id).toBe('c')
        })
        """);
  }

  @Test
  void suspensionComesAtOnce() throws Exception {
    passes(
        """
        it('suspends', async () => {
          host.lab.route('GET /slow', { delay: 60000, json: 1 })
          const call = get('/slow')
          await host.lab.received('GET /slow', 1)
          const now = host.clock.now
          await host.suspend()
          expect(host.state).toBe('suspended')
          expect(host.clock.now).toBe(now)
          expect(await call).toBe('request:fail interrupted')
          host.foreground()
        })
        """);
  }

  @Test
  void latencyAndBandwidthTakeVirtualTimeAlone() throws Exception {
    passes(
        """
        it('is slow', async () => {
          host.lab.route('GET /a', { json: 1 })
          host.lab.route('GET /big', { size: 100000 })
          await get('/a')
          let began = host.clock.now
          host.network.latency = 400
          expect(await get('/a', { enableHttp2: true })).toBe(200)
          expect(host.clock.now - began).toBeGreaterThanOrEqual(1200) // TCP, TLS, request
          began = host.clock.now
          expect(await get('/a')).toBe(200)
          expect(host.clock.now - began).toBeGreaterThanOrEqual(400)
          expect(host.clock.now - began).toBeLessThan(800)
          host.network.latency = 0
          host.network.bandwidth = { down: 10000 }
          began = host.clock.now
          expect(await get('/big')).toBe(200)
          expect(host.clock.now - began).toBeGreaterThanOrEqual(10000)
          expect(host.clock.now - began).toBeLessThan(13000)
        })
        it('is fast again', async () => {
          expect(host.network.bandwidth).toEqual({ down: 0, up: 0 })
          const began = host.clock.now
          await get('/a')
          expect(host.clock.now - began).toBe(0)
        })
        it('is slower than the timeout', async () => {
          host.network.latency = 5000
          expect(await get('/a', { timeout: 4000 })).toBe('request:fail timeout')
        })
        """);
  }

  @Test
  void faultsBreakTheirHostAlone() throws Exception {
    passes(
        """
        beforeEach(() => host.lab.route('GET /a', { json: 1 }))
        it.each([
          ['dns', 'ERR_NAME_NOT_RESOLVED'], ['refused', 'ERR_CONNECTION_REFUSED'],
          ['reset', 'ERR_CONNECTION_RESET'], ['tls', 'ERR_SSL_PROTOCOL_ERROR'], ['timeout', 'request:fail timeout'],
        ])('%s', async (kind, text) => {
          await get('/a')
          host.network.fault('*.example.com', kind)
          expect(await get('/a')).toMatch(text)
          host.network.fault('*.example.com', 'off')
          expect(await get('/a')).toBe(200)
          host.network.fault('other.example.org', kind)
          expect(await get('/a')).toBe(200)
          host.network.fault('api.example.com:444', kind)
          expect(await get('/a')).toBe(200)
          host.network.fault('api.example.com', kind)
        })
        it('is undone', async () => expect(await get('/a')).toBe(200))
        it('names what is wrong', () => {
          expect(() => host.network.fault('a', 'broken')).toThrow('dns, refused')
          expect(() => { host.network.loss = 2 }).toThrow('from 0 to 1')
          expect(() => { host.network.latency = -1 }).toThrow('milliseconds')
          expect(() => host.network.preset('6g')).toThrow('slow-3g')
        })
        """);
  }

  @Test
  void presetsSetTheTypeAndWeaknessComesOfTheTraffic() throws Exception {
    passes(
        """
        const type = () => new Promise(done => wx.getNetworkType({ success: done }))
        it('is 2g', async () => {
          host.lab.route('GET /a', { json: 1 })
          host.network.preset('2G')
          expect((await type()).networkType).toBe('2g')
          await Promise.all([1, 2, 3].map(() => get('/a')))
          expect((await type()).weakNet).toBe(true)
        })
        it('is Slow 3G', () => {
          host.network.preset('Slow 3G')
          expect([host.network.type, host.network.latency, host.network.bandwidth.down]).toEqual(['3g', 400, 50000])
        })
        it('is offline, and back after', async () => {
          host.network.offline = true
          expect(await get('/a')).toMatch('ERR_INTERNET_DISCONNECTED')
        })
        it('is as it was', async () => expect((await type())).toMatchObject({ networkType: 'wifi', weakNet: false }))
        """);
  }

  @Test
  void lossIsDelayOnStreamsAndTheEndWithoutAnyPacket() throws Exception {
    passes(
        """
        it('loses', async () => {
          host.lab.route('GET /big', { size: 1000000 })
          let began = host.clock.now
          host.network.loss = 0.2
          expect(await get('/big')).toBe(200)
          expect(host.clock.now - began).toBeGreaterThan(200)
          host.network.loss = 1
          began = host.clock.now
          expect(await get('/big', { timeout: 30000 })).toBe('request:fail timeout')
          expect(host.clock.now - began).toBe(30000)
        })
        """);
  }

  @Test
  void answersAreTheTestsAndUndoneAfterIt() throws Exception {
    passes(
        """
        const modal = options => new Promise(done => wx.showModal({ ...options, complete: done }))
        it('answers', async () => {
          host.answer('showModal', { confirm: false })
          expect(await modal()).toMatchObject({ confirm: false, cancel: true })
          host.answer('showModal', options => ({ confirm: options.title === 'yes' }))
          expect(await modal({ title: 'yes' })).toMatchObject({ confirm: true, cancel: false })
          expect(await modal({ title: 'no' })).toMatchObject({ confirm: false, cancel: true })
          host.answer('showModal', { fail: 'cancel' })
          expect(await modal()).toEqual({ errMsg: 'showModal:fail cancel' })
          expect(host.calls.at(-1).facts.answeredBy).toBe('the test')
          host.config({ answers: { scanCode: { result: '42' } } })
          expect((await wx.scanCode()).result).toBe('42')
        })
        it('has them made up again', async () => {
          expect((await modal()).confirm).toBe(true)
          expect(host.calls.at(-1).facts.madeUp).toBe(true)
          await expect(wx.scanCode()).rejects.toEqual({ errMsg: 'scanCode:fail cancel' })
          expect(() => host.answer('showModel', {})).toThrow('did you mean showModal?')
          expect(() => host.answer('showModal', 5)).toThrow('wants an object, a function or null')
        })
        """);
  }

  @Test
  void aSocketThatATestLeavesOpenFailsTheFile() throws Exception {
    String open =
        """
        const open = () => new Promise(done => {
          host.config({ 'domains.wsrequestdomain': ['wss://api.example.com'] })
          host.lab.route('GET /ws', { websocket: 'echo' })
          const task = wx.connectSocket({ url: 'wss://api.example.com/ws' })
          task.onOpen(() => done(task))
        })
        """;
    fails(
        open + "it('leaves it', () => open())",
        "the file ended while wx.connectSocket #1 was open: close what a test opens");
    passes(
        open
            + """
            it('closes it', async () => {
              const task = await open()
              await new Promise(done => { task.onClose(done); task.close({}) })
            })
            it('or has the program end', async () => {
              await open()
              await host.relaunch()
            })
            """);
  }
}
