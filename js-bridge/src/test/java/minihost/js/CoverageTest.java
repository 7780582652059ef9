package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.module.ModuleTree;
import minihost.module.TranspileCache;
import minihost.module.Transpiler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted, as Istanbul counts, and that counting changes nothing else. */
class CoverageTest {
  @TempDir Path root;

  private final Coverage coverage = new Coverage(id -> !id.endsWith(".test.js"));
  private ModuleWorld program;

  @AfterEach
  void close() {
    coverage.close();
  }

  private ModuleWorld file(String id, String source) {
    if (program == null) program = new ModuleWorld(root);
    return program.file(id, source);
  }

  /** Runs app.js with the cache, and adds its counts. */
  private List<String> run(TranspileCache cache) {
    ModuleWorld now = new ModuleWorld(root);
    try (SucraseCompiler typeScript = new SucraseCompiler()) {
      now.world.go(
          js -> {
            Modules modules = modules(js, new Transpiler(typeScript, cache, Optional.of(coverage)));
            try {
              modules.run("app");
            } finally {
              modules.countInto(coverage);
            }
          });
    }
    program = now;
    return now.world.out;
  }

  private Modules modules(JsRuntime js, Transpiler transpiler) {
    try {
      return new Modules(js, new ModuleTree(root, Map.of()), transpiler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each word with the counts of its counters. */
  private List<String> counts(String id) throws IOException {
    Coverage.Counted counted = coverage.files().get(root.toRealPath().resolve(id));
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (String word : counted.words().split(" ")) {
      int ways = word.startsWith("B") ? Integer.parseInt(word.substring(word.indexOf(':') + 1)) : 1;
      StringBuilder line = new StringBuilder(word).append(" =");
      for (int i = 0; i < ways; i++) line.append(' ').append(counted.counts()[at++]);
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> counted(String source) throws IOException {
    file("app.js", source);
    run(TranspileCache.NONE);
    assertEquals(List.of(), program.world.errors);
    return counts("app.js");
  }

  @Test
  void statementsAndFunctions() throws Exception {
    assertEquals(
        List.of(
            "S1 = 1",
            "F2:twice = 2",
            "S3 = 2",
            "S5 = 1",
            "F5:(anonymous_1) = 0",
            "S5 = 0",
            "S6 = 1",
            "S7 = 1"),
        counted(
            """
            let n = 1
            function twice(x) {
              return x * 2
            }
            const never = () => n
            n = twice(twice(n))
            console.log(n)
            """));
    assertEquals(List.of("4"), program.world.out);
  }

  @Test
  void branches() throws Exception {
    assertEquals(
        List.of(
            "F1:f = 3",
            "B1:1 = 1",
            "S2 = 3",
            "B2:2 = 1 2",
            "S2 = 1",
            "S3 = 2",
            "B3:2 = 0 2",
            "S3 = 0",
            "S4 = 2",
            "B4:2 = 1 1",
            "S5 = 2",
            "B5:3 = 2 2 1",
            "S6 = 2",
            "B6:3 = 0 1 2",
            "S7 = 0",
            "S8 = 1",
            "S10 = 2",
            "S13 = 1",
            "S13 = 1",
            "S13 = 1"),
        counted(
            """
            function f(a, b = 5) {
              if (a === 1) return b
              else if (a > 9) throw a
              const c = a > 2 ? 'big' : 'small'
              const d = a && (b || c)
              switch (a) {
                case 9: return 0
                case 2: a = 7
                default:
                  return c
              }
            }
            f(1); f(2, 0); f(3, 8)
            """));
  }

  @Test
  void whatRunsIsWhatWasWritten() throws Exception {
    String source =
        """
        'use strict'
        const out = []
        const named = () => {}, other = class {}
        out.push(named.name, other.name)
        label: for (const i of [1, 2, 3]) for (;;) { if (i === 2) break label; continue label }
        do out.push('do'); while (false)
        if (out) if (!out) out.push('a'); else out.push('else')
        class A { static s = 1; #p = 2; get p() { return this.#p } static { out.push(this.s) } }
        out.push(new A().p)
        const { x = 3, y: [z = 4] = [] } = {}
        out.push(x, z)
        const o = { m() { return (this, 5) }, async *g() { yield* [] }, [`k`]: a => ({ a }) }
        out.push(o.m(), o.k(6).a)
        var late = late || function () { return typeof this }
        out.push(late())
        out.push((function () { 'use strict'; return this === undefined })())
        const f = out
          && out.length
        ;[7, 8].forEach(n => out.push(n))
        for (var i = 0, k = (i in out) ? 1 : 2; i < 1; i++);
        out.push(k, null ?? (out?.none?.() ?? 'nil'))
        console.log(out.join())
        """;
    counted(source);
    List<String> withCounters = program.world.out;
    assertEquals(new ModuleWorld(root).run(), withCounters);
    assertTrue(withCounters.getFirst().startsWith("named,other,do,else,1,2,3,4,5,6,undefined"));
  }

  @Test
  void commentsTakeCodeOut() throws Exception {
    assertEquals(
        List.of("S6 = 1", "B6:1 = 1", "S7 = 1", "S14 = 1"),
        counted(
            """
            /* istanbul ignore next */
            function never() {
              if (1) return 1
            }
            // istanbul ignore else
            if (1) {
              console.log('x')
            }
            // c8 ignore next
            if (0) console.log('y')
            /* c8 ignore start */
            console.log('z')
            /* c8 ignore stop */
            console.log()
            """));
    assertTrue(coverage.places("a.js", "/* istanbul ignore file */ f()").probes().isEmpty());
  }

  @Test
  void esModulesAndTypeScriptCountTheirOwnLines() throws Exception {
    file("app.js", "require('./a')");
    file(
        "a.ts",
        """
        import { twice, type Num } from './b'
        interface Unused {
          n: number
        }
        export const four: Num = twice(2)
        export default (n: number): number => n || four
        console.log(four as number)
        """);
    file(
        "b.js",
        """
        export function twice(n) { return n * 2 }
        export const never = () => { twice(1) }
        """);
    file("c.test.js", "1");
    List<String> out = run(TranspileCache.NONE);
    assertEquals(List.of("4"), out);
    assertEquals(
        List.of("S5 = 1", "F6:(anonymous_0) = 0", "S6 = 0", "B6:2 = 0 0", "S7 = 1"),
        counts("a.ts"));
    assertEquals(
        List.of("F1:twice = 1", "S1 = 1", "S2 = 1", "F2:(anonymous_1) = 0", "S2 = 0"),
        counts("b.js"));
  }

  @Test
  void errorsHaveTheAuthorsPlaces() throws Exception {
    file("app.js", "if (1) require('./a')");
    file("a.js", "import './b'; let x = 1\nfoo(); if (x) { null.y }");
    file(
        "b.js", "export const f = x => x || (() => {\n  throw new Error(x ? 'a' : 'b') })\nf(0)()");
    run(TranspileCache.NONE);
    JsError error = program.error();
    assertEquals("Error: b", error.message());
    assertEquals("b.js:2:9", error.where());
    assertTrue(error.stack().contains("b.js:3:1"), error.stack());
    assertTrue(error.stack().contains("app.js:1:8"), error.stack());
  }

  @Test
  void runsAddUpAlsoFromTheCacheWhichKeepsCountedFilesApart() throws Exception {
    TranspileCache cache = new TranspileCache(root.resolve("cache"), 1 << 20);
    file("app.js", "export const a = 1\nconsole.log(a)");
    for (int i = 0; i < 3; i++) assertEquals(List.of("1"), run(cache));
    assertEquals(List.of("S1 = 3", "S2 = 3"), counts("app.js"));
    ModuleWorld plain = new ModuleWorld(root);
    try (SucraseCompiler typeScript = new SucraseCompiler()) {
      plain.world.go(js -> modules(js, new Transpiler(typeScript, cache)).run("app"));
    }
    assertEquals(List.of("1"), plain.world.out);
  }

  @Test
  void aFileThatDoesNotParseSaysSoItself() throws Exception {
    file("app.js", "let = = 1");
    run(TranspileCache.NONE);
    assertTrue(program.error().message().contains("SyntaxError"), program.error().message());
    assertFalse(coverage.files().containsKey(root.toRealPath().resolve("app.js")));
  }
}
