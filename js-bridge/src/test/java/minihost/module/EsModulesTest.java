package minihost.module;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsModulesTest {
  private static final String VALUES =
      """
      export let n = 0
      export const inc = () => ++n
      export function self() { return typeof this }
      export default function named(x) { return 'named' + (x === undefined ? '' : x) }
      export const tag = (parts, ...holes) => parts.raw.join('|') + holes.join('+')
      export class Thing { constructor(v) { this.v = v } static make() { return new this(7) } }
      export const a = 'A', list = ['x', 'y']
      """;

  /** Runs a main file that imports from values.js, and returns its {@code out} as JSON. */
  private static String run(String main) {
    try (Program program = new Program()) {
      return program.file("values.js", VALUES).file("main.js", main).run();
    }
  }

  private static String out(String expression) {
    return run(
        "import named, { n, inc, self, tag, Thing, a, list as ls } from './values'\n"
            + "import * as all from './values'\n"
            + "export const out = "
            + expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[n, inc(), n, all.n, inc(), n] ~ [0,1,1,1,2,2]",
        "[self(), self?.(), (self)(), all.self()] ~ ['undefined','undefined','undefined','object']",
        "[named(), named(1), (0, named)(2)] ~ ['named','named1','named2']",
        "[tag`x${1}y`, tag `q`, all.tag`z`] ~ ['x|y1','q','z']",
        "[new Thing(1).v, new Thing, Thing.make().v, new all.Thing(2).v] ~ [1,{},7,2]",
        "[{ a }, { a, n }, { a: n }, { [a]: 1 }, { a() { return a } }.a()]"
            + " ~ [{'a':'A'},{'a':'A','n':0},{'a':0},{'A':1},'A']",
        "[(a => a)('s'), (({ a }) => a)({ a: 2 }), (function (a) { return a })(3)] ~ ['s',2,3]",
        "[((x = a) => x)(), (({ y = a }) => y)({}), (([z = a]) => z)([])] ~ ['A','A','A']",
        "[`${a}${`${a}`}`, typeof a, typeof named, void a, a ? 1 : 2] ~"
            + " ['AA','string','function',null,1]",
        "[...ls, ...(() => ls)(), Math.max(...[n, 3])] ~ ['x','y','x','y',3]",
        "(() => { let a = 1; { let a = 2 } return a })() ~ 1",
        "(() => { try { throw 5 } catch (a) { return a } })() ~ 5",
        "(() => { const r = []; for (const a of ls) r.push(a); for (a.x in {}); return r })() ~"
            + " ['x','y']",
        "(() => { switch (1) { case 1: let a = 4; return a } })() ~ 4",
        "(function a(k) { return k ? typeof a : a(1) })() ~ function",
        "(class a { static f() { return typeof a } }).f() ~ function",
        "(() => { a: for (;;) { break a } return 'label' })() ~ label",
        "(class extends Thing { a = a; static s = a; [a]() { return a } #p = a; p() { return"
            + " this.#p } static { this.t = a } }).s ~ A",
        "new (class { get a() { return a } set a(v) {} static a(a) { return a } })().a ~ A",
        "[a?.length, ls?.[0], all?.a, a?.['length']] ~ [1,'x','A',1]",
        "(() => { var { a: b = a, ...rest } = { c: 1 }; return [b, rest] })() ~ ['A',{'c':1}]",
        "(() => { function a() { return 1 } return a() })() ~ 1",
        "(() => { if (true) { function a() {} } return typeof a })() ~ string",
        "((a, b = a) => [a, b])(9) ~ [9,9]",
        "[/import a from export/.test('x'), 'export default', `import ${a}`] ~ [false,'export"
            + " default','import A']",
        "Object.keys(all).sort().join() ~ Thing,a,default,inc,list,n,self,tag",
        "all.__esModule ~ true",
        "(async () => { await a; return (await import('./values')).a })() instanceof Promise ~"
            + " true",
        "[a ||= 1, n &&= 2, a ??= 3] ~ ['A',0,'A']",
        "[...(function* () { yield a; yield* ls })()] ~ ['A','x','y']",
      })
  void aUseOfAnImportedNameReadsTheExporter(String expression, String expected) {
    assertEquals(expected, out(expression).replaceAll("^\"|\"$", "").replace('"', '\''));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1",
        "a += 1",
        "a++",
        "--a",
        "a ??= null, a &&= 1",
        "[a] = [1]",
        "({ a } = {})",
        "({ a = 3 } = {})",
        "({ x: a } = {})",
        "({ x: [a = 2] } = { x: [] })",
        "[...a] = []",
        "all = 1",
        "named = 1"
      })
  void anImportCannotBeAssigned(String assignment) {
    assertEquals(
        "\"TypeError\"",
        out("(() => { try { " + assignment + " } catch (e) { return e.name } })()"));
  }

  @Test
  void aLoopVariableThatIsAnImportCannotBeAssigned() {
    assertEquals(
        "\"TypeError\"", out("(() => { try { for (a of [1]); } catch (e) { return e.name } })()"));
  }

  @Test
  void callingWhatIsNoFunctionNamesTheImport() {
    assertEquals(
        "[\"a is not a function\",\"nope is not a function\",null]",
        run(
            """
            import { a, nope } from './values'
            const text = f => { try { return f() } catch (e) { return e.message } }
            export const out = [text(() => a()), text(() => nope(1)), text(() => nope?.())]
            """));
  }

  @Test
  void everyFormOfExportArrives() {
    try (Program p = new Program()) {
      p.file("values.js", VALUES);
      p.file(
          "forms.js",
          """
          var v = 1, w = 2; let l = 3
          export { v, w as x, l as 'str-name', l as default }
          export const { p, q: [r = 5, ...s], ...t } = { p: 4, q: [], z: 6 }
          export async function af() {} export function* g() {}
          export async function* ag() {}
          export class K {}
          export { a, default as named, n as count } from './values';
          export * as ns from './values'
          export * from "./values"
          v = 10
          """);
      p.file(
          "main.js",
          """
          import d, { 'str-name' as sn, v, x, p, r, s, t, ns, named, count, inc } from './forms'
          import * as f from './forms'; inc()
          export const out = [d, sn, v, x, p, r, s, t, ns.a, named(), count, Object.keys(f).length]
          """);
      assertEquals("[3,3,10,2,4,5,[],{\"z\":6},\"A\",\"named\",1,22]", p.run());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "export default async () => { } ~ function",
        "export default () => 1 ~ function",
        "export default function () { return 1 } ~ function",
        "export default function* () { } ~ function",
        "export default async function () { } ~ function",
        "export default async function* () { } ~ function",
        "export default function*named () { } ~ function",
        "export default class { } ~ function",
        "export default class extends Object { } ~ function",
        "export default class extendsMe { } ~ function",
        "export default (class { }) ~ function",
        "export default (function () { }) ~ function",
        "export default { a: 1 } ~ object",
        "export default [1] ~ object",
        "export default async ~ number",
        "export default `t` ~ string",
        "export default /re/ ~ object",
        "export default function /* c */ ( ) { } ~ function",
        "export default /* function */ 5 ~ number",
        "export/**/default/* x */class/* { */{} ~ function",
        "let k = 1; export default k ~ number",
        "let k = 1; export { k as default } ~ number",
        "export default functionish ~ number",
      })
  void everyFormOfDefaultExportArrives(String source, String type) {
    try (Program p = new Program()) {
      p.file("d.js", "var async = 1, functionish = 2; " + source + "\n;[1].map(x => x)");
      p.file("main.js", "import d from './d'\nexport const out = typeof d");
      assertEquals("\"" + type + "\"", p.run());
    }
  }

  @ParameterizedTest
  @CsvSource({"function () {}, function", "() => {}, undefined", "class {}, undefined"})
  void inACycleADefaultFunctionIsThereAtOnceAndADefaultValueIsNot(String value, String type) {
    try (Program p = new Program()) {
      p.file("other.js", "import d from './main'\nexport const seen = typeof d");
      p.file(
          "main.js",
          "import { seen } from './other'\nexport const out = seen\nexport default " + value);
      assertEquals("\"" + type + "\"", p.run());
    }
  }

  @Test
  void commonJsAndModulesImportEachOther() {
    try (Program p = new Program()) {
      p.file("cjs.js", "module.exports = { a: 1, me() { return this === module.exports } }");
      p.file("fn.js", "module.exports = function hello() { return 'hello' }; module.exports.k = 2");
      p.file("nothing.js", "module.exports = null");
      p.file("es.js", "export default 3\nexport const e = 4");
      p.file(
          "main.js",
          """
          import cjs, { a, me } from './cjs'
          import * as ns from './cjs'
          import fn, { k } from './fn'
          import nothing from './nothing'
          const es = require('./es'), { e } = require('./es')
          exports.extra = 5
          export const out = [cjs.a, a, cjs.me(), ns.a, ns.default === cjs, fn(), k, nothing,
            es.default, e, es.__esModule, Object.keys(exports).sort()]
          """);
      assertEquals("[1,1,true,1,true,\"hello\",2,null,3,4,true,[\"extra\",\"out\"]]", p.run());
    }
  }

  @Test
  void moduleExportsWinsOverExportStatements() {
    try (Program p = new Program()) {
      p.file("m.js", "import { a } from './values'\nexport const b = 1\nmodule.exports = { a }");
      p.file("values.js", VALUES);
      p.file("main.js", "exports.out = require('./m')");
      assertEquals("{\"a\":\"A\"}", p.run());
    }
  }

  @Test
  void aRequirerMayReplaceAnExport() {
    try (Program p = new Program()) {
      p.file("values.js", VALUES);
      p.file(
          "main.js",
          "var v = require('./values'); v.a = 'mock'; exports.out = [v.a, Object.keys(v).length]");
      assertEquals("[\"mock\",8]", p.run());
    }
  }

  @Test
  void modulesOfACycleSeeFunctionsAtOnceAndValuesOnceTheyAreThere() {
    try (Program p = new Program()) {
      p.file(
          "a.js",
          """
          import { b, early } from './b'
          export const a = 'A'
          export function fa() { return b + '|' + a }
          export { early }
          """);
      p.file(
          "b.js",
          """
          import { fa, a } from './a'
          export const early = [typeof fa, typeof a]
          export const b = 'B'
          export function fb() { return fa() + a }
          """);
      p.file(
          "main.js",
          "import { early } from './a'; import { fb } from './b'; export const out = [early,"
              + " fb()]");
      assertEquals("[[\"function\",\"undefined\"],\"B|AA\"]", p.run());
    }
  }

  @Test
  void importsRunBeforeTheFirstStatementInTheirOrder() {
    try (Program p = new Program()) {
      p.file("log.js", "export const log = []");
      p.file("one.js", "import { log } from './log'\nlog.push(1)");
      p.file("two.js", "import { log } from './log'\nlog.push(2)");
      p.file("three.js", "import { log } from './log'\nlog.push(3)\nexport const t = 1");
      p.file(
          "main.js",
          """
          log.push(4)
          import './two'
          export { t } from './three'
          import { log } from './log'
          import './one'
          import {} from './one'
          export const out = log
          """);
      assertEquals("[2,3,1,4]", p.run());
    }
  }

  @Test
  void aLineAfterAStatementIsNotGluedToTheOneBefore() {
    assertEquals(
        "[[1],[2],\"named\"]",
        run(
            """
            const r = []
            import named from './values'
            [1].forEach(x => r.push([x]))
            export default class {}
            [2].forEach(x => r.push([x]))
            let k = 1
            export { k }
            (function () { r.push(named()) })()
            let f = r
            named`x`
            named()
            export const out = f
            """));
  }

  @Test
  void aStatementWithoutBracesKeepsItsBody() {
    assertEquals(
        "[\"named1\"]",
        run(
            """
            import named from './values'
            export const out = []
            const add = x => out.push(x)
            if (false)
              named()
            else
              add(named(1))
            """));
  }

  @Test
  void oddSpacingCommentsAndEscapesAreRead() {
    assertEquals(
        "[\"A\",1,\"A\",0]",
        run(
            "import/*x*/{/* } */a,// }\r\n"
                + " inc as/**/incr}from/*'y'*/'./values'/*z*/;import{n as é,a as"
                + " \\u0062}from'./values'\r\n"
                + "const n0 = é\r\n"
                + "export/**/const/**/out = [a, incr(), b, n0]"));
  }

  @Test
  void generatedNamesGiveWayToTheAuthors() {
    assertEquals(
        "[1,2,3,\"named\",4,5,6]",
        run(
            """
            import named from './values'
            const $m0 = 1, $esm = 2, _default = 3, require = 4, exports = 5, module = 6
            export default () => 0
            export const out = [$m0, $esm, _default, named(), require, exports, module]
            """));
  }

  @Test
  void starExportsDoNotReplaceOwnNamesNorTheDefault() {
    try (Program p = new Program()) {
      p.file("values.js", VALUES);
      p.file("star.js", "export * from './values'\nexport const a = 'own'");
      p.file(
          "main.js",
          "import * as s from './star'; s.inc(); export const out = [s.a, s.n, typeof s.default]");
      assertEquals("[\"own\",1,\"undefined\"]", p.run());
    }
  }

  @Test
  void dynamicImportGivesTheNamespaceAlsoInAScript() {
    try (Program p = new Program()) {
      p.file("values.js", VALUES);
      p.file("fn.js", "module.exports = function () { return 'fn' }");
      p.file(
          "main.js",
          """
          var out = exports.out = []
          with ({}) { import('./values').then(m => out.push(m.a, m.default())) }
          import('./fn', { with: {} }).then(m => globalThis.done = out.push(m.default()))
          """);
      p.run();
      assertEquals(3, p.eval("done").asInt());
    }
  }

  @Test
  void importAttributesAreIgnored() {
    assertEquals(
        "\"A\"", run("import { a } from './values' with { type: 'js' };export const out = a"));
  }

  @Test
  void aModuleIsStrictWithoutThis() {
    assertEquals(
        "[\"undefined\",\"undefined\"]",
        run("export const out = [typeof this, typeof (function () { return this })()]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module.exports = { export: 1 }",
        "// import x from 'y'\nmodule.exports = 1",
        "var o = { import: 1, export: 2 }; o.import = o.export",
        "with (o) { x = 'import' } // export",
        "var a = 010; /* import */ delete a",
        "return; // export default 1",
        "var await = 1; 'export'",
        "exports.a = 1; module.exports.b = 2",
        "let x = ; // import"
      })
  void aScriptIsLeftAlone(String source) {
    Transpiled result = EsModules.rewrite("x.js", source);
    assertAll(
        () -> assertEquals(source, result.code()),
        () -> assertFalse(result.strict()),
        () -> assertEquals(ColumnMap.NONE, result.columns()));
  }

  @Test
  void noLineMoves() {
    String source =
        "import {\n"
            + "  a\n"
            + "} from './values'\r\n\r\n"
            + "export default\n"
            + "  /* c\n"
            + " */ 1 + a\n"
            + "export {\n"
            + " a as b }\n";
    String code = EsModules.rewrite("x.js", source).code();
    assertEquals(source.lines().count(), code.lines().count());
    assertTrue(code.lines().toList().get(6).contains("1 + $m0.a"), code);
  }

  @Test
  void columnsLeadBackToTheAuthors() {
    String source =
        "import { a, f } from './v'; f(a, 'mark1')\nexport const x = a + f(a) + 'mark2'";
    Transpiled result = EsModules.rewrite("x.js", source);
    String[] was = source.split("\n");
    String[] now = result.code().split("\n");
    for (int line = 1; line <= 2; line++) {
      String mark = "'mark" + line;
      assertEquals(
          was[line - 1].indexOf(mark) + 1,
          result.columns().original(line, now[line - 1].indexOf(mark) + 1));
    }
    assertEquals(
        was[1].indexOf("f(a)") + 1,
        result.columns().original(2, now[1].indexOf("$esm.callee") + 1));
  }

  @Test
  void aStackShowsTheAuthorsLines() {
    assertEquals(
        "[\"fail main.js:6\",\"null main.js:10\"]",
        run(
            """
            import {
              a
            } from './values'

            function fail() {
              throw new Error(a)
            }
            const where = f => { try { f() } catch (e) { return e.stack.split('\\n')[1] } }
            export const out = [fail, () =>
              null.x].map(where)
              .map((s, i) => (i ? 'null ' : 'fail ') + s.match(/main.js:\\d+/)[0])
            """));
  }
}
