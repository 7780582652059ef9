package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code minihost test}: what authors write, and what they are told. */
@Timeout(120)
class TestCommandTest {
  @TempDir Path folder;

  private Program program;

  @BeforeEach
  void program() throws Exception {
    program = new Program(folder);
  }

  private CommandLineRun run(String tests, String... options) throws Exception {
    program.file("tests/one.test.js", tests);
    List<String> whole = new ArrayList<>(List.of("test", folder.toString()));
    whole.addAll(List.of(options));
    return CommandLineRun.of(whole.toArray(String[]::new));
  }

  private static void contains(CommandLineRun run, String text) {
    assertTrue(run.out().contains(text), run.out() + run.err());
  }

  /** The lines of the tree, without times. */
  private static List<String> tree(CommandLineRun run) {
    return run.out()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.replaceFirst(" \\d+ ms$", ""))
        .toList();
  }

  @Test
  void strictlyATestFailsThatReadsWhatIsNotProvided() throws Exception {
    String tests = "it('asks', () => { if (wx.createWebAudioContext) throw 0 })";
    assertEquals(0, run(tests).exit());
    CommandLineRun strict = run(tests, "--strict");
    assertEquals(1, strict.exit());
    contains(strict, "wx.createWebAudioContext is not provided");
  }

  @Test
  void testsAreShownAsATreeAndTheProgramIsTheirs() throws Exception {
    CommandLineRun run =
        run(
            """
            describe('outer', () => {
              it('sees the program', () => {
                expect(getApp().globalData.token).toBe('t')
                expect(host.page.data).toEqual({ n: 1 })
              })
              describe('inner', () => {
                test('opens pages', async () => {
                  const page = await host.open('pages/other/other')
                  expect(page.route).toBe('pages/other/other')
                })
                it.todo('is to come')
                it.skip('is not run', () => { throw new Error('run') })
              })
            })
            it.each([[1, 2, 3], [2, 2, 4]])('%d + %d = %d', (a, b, c) => expect(a + b).toBe(c))
            it.each`
              a    | b
              ${1} | ${'x'}
            `('$a and $b', ({ a, b }) => expect([a, b]).toEqual([1, 'x']))
            """);
    assertEquals(
        List.of(
            "  outer",
            "    ✓ sees the program",
            "    inner",
            "      ✓ opens pages",
            "      □ is to come (to do)",
            "      - is not run",
            "  ✓ 1 + 2 = 3",
            "  ✓ 2 + 2 = 4",
            "  ✓ 1 and x"),
        tree(run));
    contains(run, "5 passed, 1 skipped, 1 to do in 1 file");
    assertEquals(0, run.exit());
  }

  @Test
  void aFailureHasJestsWordsThePlaceAndWhatHappened() throws Exception {
    program.onLoad("console.log('loaded')");
    CommandLineRun run =
        run(
            """
            it('differs', async () => {
              await host.open('pages/index/index')
              expect({ a: 1, b: [1, 2] }).toEqual({ a: 1, b: [1, 3] })
            })
            """);
    contains(run, "✗ differs");
    contains(run, "expect(received).toEqual(expected) // deep equality");
    contains(run, "-     3,");
    contains(run, "+     2,");
    contains(run, "at tests/one.test.js:3:");
    contains(run, "what happened:");
    contains(run, "log    loaded");
    contains(run, "1 failed, 0 passed in 1 file");
    assertEquals(1, run.exit());
  }

  @Test
  void aPageThatIsNotAsExpectedIsShown() throws Exception {
    program.file("pages/index/index.wxml", "<my-tag id=\"t\"/>");
    program.file("pages/index/index.json", "{\"usingComponents\":{\"my-tag\":\"/tag\"}}");
    program.file("tag.json", "{\"component\":true}");
    program.file("tag.wxml", "<view/>");
    program.file("tag.js", "Component({ methods: { grow() {} } })");
    CommandLineRun run =
        run(
            """
            it('page', () => expect(getCurrentPages()[0]).toEqual({ a: 1 }))
            it('component', () => expect(getCurrentPages()[0].selectComponent('#t')).toEqual({ a: 1 }))
            """);
    contains(run, "+   \"__route__\": \"");
    contains(run, "\"grow\": [Function grow],");
  }

  @Test
  void hooksRunAroundTestsInTheirOrder() throws Exception {
    CommandLineRun run =
        run(
            """
            const seen = []
            beforeAll(() => seen.push('all'))
            beforeEach(async () => { seen.push('each') })
            afterEach(() => seen.push('after'))
            it('one', () => seen.push('one'))
            describe('inner', () => {
              beforeEach(() => seen.push('inner'))
              afterEach(() => seen.push('inner after'))
              it('two', () => seen.push('two'))
            })
            it('three', () => expect(seen.join()).toBe(
              'all,each,one,after,each,inner,two,inner after,after,each'))
            """);
    assertEquals(0, run.exit(), run.out());
  }

  @Test
  void aBrokenHookFailsItsTestsAndNoOthers() throws Exception {
    CommandLineRun run =
        run(
            """
            describe('broken', () => {
              beforeAll(() => { throw new Error('no ground') })
              it('stands', () => {})
            })
            it('stands alone', () => {})
            """);
    assertEquals(List.of("  broken", "    ✗ stands", "  ✓ stands alone"), tree(run));
    contains(run, "Error: no ground");
  }

  @Test
  void whatDoesNotReturnAndWhatNeverSettlesFailsAndTheNextTestRuns() throws Exception {
    CommandLineRun run =
        run(
            """
            it('loops', () => { for (;;); }, 300)
            it('loops in promises', async () => { for (;;) await null }, 300)
            it('waits', () => new Promise(() => {}), 300)
            it('goes on', () => {})
            """);
    assertEquals(
        List.of("  ✗ loops", "  ✗ loops in promises", "  ✗ waits", "  ✓ goes on"), tree(run));
    contains(run, "exceeded 300 ms in code that does not return");
    contains(run, "exceeded 300 ms\n");
  }

  @Test
  void onlyRunsWhatIsMarkedAndAPatternWhatItMatches() throws Exception {
    String tests =
        """
        it('a', () => {})
        describe.only('suite', () => { it('b', () => {}); it('c', () => {}) })
        """;
    assertEquals(List.of("  - a", "  suite", "    ✓ b", "    ✓ c"), tree(run(tests)));
    assertEquals(
        List.of("  - a", "  suite", "    - b", "    ✓ c"), tree(run(tests, "-t", "suite c")));
  }

  @Test
  void aFlakyTestMayBeRetriedAndBailEndsTheFile() throws Exception {
    String tests =
        """
        let n = 0
        it('flaky', () => expect(++n).toBe(2))
        it('next', () => {})
        """;
    assertEquals(List.of("  ✓ flaky", "  ✓ next"), tree(run(tests, "--retries", "1")));
    assertEquals(List.of("  ✗ flaky"), tree(run(tests, "--bail")));
  }

  @Test
  void aSeedMakesTheSameOtherOrder() throws Exception {
    StringBuilder tests = new StringBuilder();
    for (int i = 0; i < 12; i++) tests.append("it('").append(i).append("', () => {})\n");
    List<String> usual = tree(run(tests.toString()));
    List<String> mixed = tree(run(tests.toString(), "--seed", "7"));
    assertFalse(usual.equals(mixed), "the same order");
    assertEquals(usual.stream().sorted().toList(), mixed.stream().sorted().toList());
    assertEquals(mixed, tree(run(tests.toString(), "--seed", "7")));
  }

  @Test
  void aRefusalThatNobodyLookedAtFailsTheTest() throws Exception {
    CommandLineRun run =
        run(
            """
            const ask = () => new Promise(done => wx.request({ url: 'https://not.listed/', complete: done }))
            it('overlooks it', ask)
            it('expects it', async () => {
              await ask()
              expect(host).toHaveBeenRefused('DOMAIN_LISTED')
              expect(host).not.toHaveBeenRefused('LAN_PEER')
              expect(host.refusals[0].fix).toContain('requestdomain')
            })
            it('expects another', async () => {
              await ask()
              expect(host).toHaveBeenRefused('LAN_PEER')
            })
            """);
    assertEquals(List.of("  ✗ overlooks it", "  ✓ expects it", "  ✗ expects another"), tree(run));
    contains(run, "wx.request https://not.listed/ was refused by DOMAIN_LISTED");
    contains(run, "write expect(host).toHaveBeenRefused('DOMAIN_LISTED')");
    contains(run, "DOMAIN_LISTED request https://not.listed/");
  }

  @Test
  void whatTheProgramThrowsAndWhatItLeavesOpenFailsTheTest() throws Exception {
    CommandLineRun run =
        run(
            """
            it('sets off an error', async () => {
              setTimeout(() => { null.x }, 10)
              await host.clock.advance(10)
            })
            it('leaves a call', () => { wx.request({ url: 'https://slow.example/' }) })
            """,
            "--set",
            "domains.requestdomain=[\"https://slow.example\"]",
            "--set",
            "hosts.slow.example=127.0.0.1:9");
    assertEquals(List.of("  ✗ sets off an error", "  ✗ leaves a call"), tree(run));
    contains(run, "the program threw: TypeError: Cannot read property 'x' of null");
    contains(run, "the test ended while wx.request #");
    contains(run, "write await host.idle()");
  }

  @Test
  void timeIsTheTests() throws Exception {
    CommandLineRun run =
        run(
            """
            it('moves when it is told', async () => {
              const start = host.clock.now
              const seen = []
              const timer = setInterval(() => seen.push(Date.now() - start), 60_000)
              await host.clock.advance(3_600_000)
              clearInterval(timer)
              expect(seen).toHaveLength(60)
              expect(seen.at(-1)).toBe(3_600_000)
            })
            it('moves when all wait for it', async () => {
              const start = host.clock.now
              await new Promise(done => setTimeout(done, 86_400_000))
              expect(host.clock.now - start).toBe(86_400_000)
            })
            it('runs out of timers', async () => {
              let n = 0
              const again = () => { if (++n < 5) setTimeout(again, 700) }
              again()
              await host.clock.runAll()
              expect(n).toBe(5)
            })
            """);
    assertEquals(0, run.exit(), run.out());
  }

  @Test
  void theLabAnswersAsTheTestSaysAndMistakesAreSaid() throws Exception {
    program.file("lab/routes.js", "module.exports = { 'GET /kept': { json: 1 } }");
    CommandLineRun run =
        run(
            """
            const get = path => new Promise((success, fail) => wx.request({ url: 'https://api.example.com' + path, success, fail }))
            it('answers', async () => {
              host.lab.route('POST /echo/:name', req => ({ status: 201, json: [req.params.name, req.json] }))
              const { statusCode, data } = await new Promise((success, fail) => wx.request({
                url: 'https://api.example.com/echo/tea', method: 'POST', data: { n: 1 }, success, fail }))
              expect([statusCode, data]).toEqual([201, ['tea', { n: 1 }]])
              expect((await get('/kept')).data).toBe(1)
              expect(host.lab.requests()).toHaveLength(2)
            })
            it('fails as its handler does', async () => {
              host.lab.route('GET /broken', () => { throw new Error('no tea') })
              expect((await get('/broken')).statusCode).toBe(500)
            })
            it.each([
              [() => host.lab.route('tea', {}), /"tea": route/],
              [() => host.lab.route('GET /a', { jsn: 1 }), /an answer has no field "jsn"/],
              [() => host.lab.route(1, {}), /wants text, not 1/],
              [() => { host.network.type = '6g' }, /"6g" is no network type; it may be/],
              [() => { host.network.proxy = 'me' }, /"me" is not host:port/],
              [() => host.clock.advance('soon'), /wants milliseconds, not 'soon'/],
              [() => host.page.call('sing'), /the page pages\\/index\\/index has no method "sing"/],
              [() => expect({}).toHaveRequested('x'), /is for host/],
            ])('%#', (wrong, words) => expect(wrong).toThrow(words))
            it('has no such page', () => expect(host.open('pages/no/no')).rejects.toThrow(/PAGE|page/))
            """,
            "--set",
            "lab.origins=[\"https://api.example.com\"]",
            "--set",
            "lab.routes=lab/routes.js",
            "--set",
            "domains.requestdomain=[\"https://api.example.com\"]");
    assertEquals(0, run.exit(), run.out());
  }

  @Test
  void withoutALabItsRoutesAreRefusedInWords() throws Exception {
    contains(
        run("it('a', () => host.lab.route('GET /', {}))"), "this run has no lab: give lab.origins");
  }

  @Test
  void spiesAndFakesAreJests() throws Exception {
    CommandLineRun run =
        run(
            """
            it('spies', () => {
              const spy = spyOn(wx, 'getStorageSync').mockReturnValue('kept')
              expect(wx.getStorageSync('a')).toBe('kept')
              expect(spy).toHaveBeenCalledWith('a')
              jest.restoreAllMocks()
              expect(wx.getStorageSync('a')).toBe('')
              const fake = fn(x => x + 1)
              fake(1)
              expect(fake).toHaveReturnedWith(2)
            })
            """);
    assertEquals(0, run.exit(), run.out());
  }

  @Test
  void everyFileHasAProgramOfItsOwn() throws Exception {
    String test =
        """
        it('is the first', () => {
          expect(getApp().globalData.seen).toBeUndefined()
          expect(wx.getStorageSync('seen')).toBe('')
          getApp().globalData.seen = true
          wx.setStorageSync('seen', true)
        })
        """;
    program.file("pages/index/index.spec.js", test);
    CommandLineRun run = run(test, "--jobs", "2");
    contains(run, "2 passed in 2 files");
  }

  @Test
  void everyFileIsInOneShard() throws Exception {
    for (String name : List.of("a", "b", "c", "d"))
      program.file("tests/" + name + ".test.js", "it('runs " + name + "', () => {})");
    StringBuilder all = new StringBuilder();
    for (String shard : List.of("1/3", "2/3", "3/3"))
      all.append(run("it('runs one', () => {})", "--shard", shard).out());
    for (String name : List.of("a", "b", "c", "d", "one"))
      assertEquals(2, all.toString().split("runs " + name).length, all.toString());
  }

  @Test
  void aTestMayBeTypeScriptAndImport() throws Exception {
    program.file("utils/sum.ts", "export const sum = (a: number, b: number): number => a + b");
    program.file(
        "utils/sum.test.ts",
        "import { sum } from './sum'\nit('adds', () => { expect(sum(1, 2)).toBe(3 as number) })");
    CommandLineRun run = CommandLineRun.of("test", folder.toString());
    contains(run, "1 passed in 1 file");
  }

  @Test
  void aFileThatCannotBeLoadedIsBroken() throws Exception {
    CommandLineRun run = run("it('a', () => {\n  const = 1\n})");
    contains(run, "1 file broken");
    contains(run, "SyntaxError: tests/one.test.js:2");
    assertEquals(1, run.exit());
    contains(run("describe('a', async () => {})"), "describe \"a\" must not be async");
    contains(run("it('a')"), "it \"a\" wants a function; write it.todo");
  }

  @Test
  void aProgramThatDoesNotStartIsSaidOnce() throws Exception {
    program.file("app.js", "throw new Error('no water')");
    CommandLineRun run = run("it('a', () => {})");
    contains(run, "the program did not start: Error: no water");
    assertEquals(1, run.exit());
  }

  @Test
  void theOtherReports() throws Exception {
    String tests = "it('a #1', () => {})\nit('b', () => expect(1).toBe(2))\nit.skip('c', () => {})";
    CommandLineRun tap = run(tests, "--reporter", "tap");
    contains(tap, "TAP version 14");
    contains(tap, "a \\#1");
    contains(tap, "not ok 2 - ");
    contains(tap, "ok 3 - ");
    contains(tap, " # SKIP");
    contains(tap, "1..3");
    CommandLineRun json = run(tests, "--reporter", "json");
    contains(json, "\"path\":[\"b\"],\"status\":\"failed\"");
    contains(
        json, "\"type\":\"end\",\"passed\":1,\"failed\":1,\"skipped\":1,\"todo\":0,\"files\":1");
    contains(run(tests, "--reporter", "dot"), ".F-\n");
  }

  @Test
  void whatFailsAfterTheTestsOfAFileFailsTheFile() throws Exception {
    CommandLineRun run = run("afterAll(() => { throw new Error('late') })\nit('a', () => {})");
    contains(run, "✓ a");
    contains(run, "Error: late");
    contains(run, "1 file broken, 1 passed");
    assertEquals(1, run.exit());
  }

  @Test
  void timeMayBeRealForATest() throws Exception {
    CommandLineRun run =
        run(
            """
            it('passes by itself', async () => {
              host.clock.real = true
              const began = host.clock.now
              await new Promise(done => setTimeout(done, 50))
              expect(host.clock.now - began).toBeGreaterThanOrEqual(50)
              const before = Date.now()
              while (Date.now() === before);
              await host.clock.advance(3600000)
              expect(host.clock.now - began).toBeGreaterThanOrEqual(3600050)
            })
            it('stands still again', () => {
              expect(host.clock.real).toBe(false)
              const { now } = host.clock
              for (let i = 0; i < 100000; i++);
              expect(host.clock.now).toBe(now)
            })
            """);
    assertEquals(0, run.exit(), run.out());
  }

  @Test
  void whatIsPrintedStandsUnderItsTest() throws Exception {
    CommandLineRun run =
        run(
            """
            beforeAll(() => console.log('before'))
            it('a', () => console.log('in a\\nand on'))
            it('b', () => {})
            """);
    assertEquals(
        List.of("  ✓ a", "    │ before", "    │ in a", "    │ and on", "  ✓ b"), tree(run));
    contains(run("it('a', () => console.log('x'))", "--reporter", "json"), "\"printed\":\"x\"");
    contains(run("it('a', () => console.log('x'))", "--reporter", "tap"), "\n# x\n");
  }

  @Test
  void aFailureThatNobodyHeardFailsTheTestUnlessItLooked() throws Exception {
    String silent =
        "wx.request({ url: 'https://not.listed/', success: () => {} }); await host.idle()";
    CommandLineRun unheard = run("it('a', async () => { " + silent + "; host.refusals })");
    assertEquals(0, unheard.exit(), unheard.out());
    String seen = "expect(host).toHaveBeenRefused('DOMAIN_LISTED')";
    assertEquals(0, run("it('a', async () => { " + silent + "; " + seen + " })").exit());
    CommandLineRun nobody = run("it('a', async () => { " + silent + " })");
    contains(nobody, "wx.request https://not.listed/ failed (request:fail");
    contains(nobody, "and nobody heard it: the program gave neither fail nor complete");
    assertEquals(1, nobody.exit());
    String heard = silent.replace("success: () => {}", "complete: () => {}");
    CommandLineRun complete = run("it('a', async () => { " + heard + " })");
    assertFalse(complete.out().contains("nobody heard"), complete.out());
  }

  @Test
  void mistakesOnTheCommandLineAreSaid() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"--reporter", "loud", "--reporter: \"loud\" is none of pretty, dot, tap, json"},
          {"-t", "(", "--tests: \"(\" is no regular expression"},
          {"--retries", "-1", "--retries: write a number from 0, not -1"},
          {"--timeout", "0", "--timeout: write milliseconds from 1, not 0"},
          {"--shard", "5/4", "--shard: 5/4 is no part of a whole"},
          {"--shard", "half", "--shard: \"half\" is no part such as 1/4"},
          {"--jobs", "0", "--jobs: write a number from 1, not 0"},
        }) {
      CommandLineRun run = run("it('a', () => {})", wrong[0], wrong[1]);
      assertEquals(2, run.exit());
      assertTrue(run.err().contains(wrong[2]), run.err());
    }
    CommandLineRun nowhere = CommandLineRun.of("test", folder.resolve("nowhere").toString());
    assertEquals(2, nowhere.exit());
    assertTrue(nowhere.err().contains("there is no such folder or file"), nowhere.err());
  }

  @Test
  void noTestsAreNoSuccess() throws Exception {
    CommandLineRun run = CommandLineRun.of("test", folder.toString());
    contains(run, "no test files");
    assertEquals(1, run.exit());
  }
}
