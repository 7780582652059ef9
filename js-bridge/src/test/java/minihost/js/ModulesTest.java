package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {
  @TempDir Path folder;
  private ModuleWorld program;

  @BeforeEach
  void program() {
    program = new ModuleWorld(folder.resolve("project"));
  }

  @Test
  void aFileRunsOnceAndItsExportsAreShared() {
    program
        .file("app.js", "var a = require('./a'), b = require('a.js'); console.log(a === b, a.n, a)")
        .file("a.js", "console.log('a runs', module.id, module.loaded); exports.n = 1");
    assertEquals(List.of("a runs a.js false", "true 1 { n: 1 }"), program.run());
  }

  @Test
  void moduleExportsWins() {
    program
        .file("app.js", "console.log(require('./a')())")
        .file("a.js", "exports.lost = 1; module.exports = () => 'f'");
    assertEquals(List.of("f"), program.run());
  }

  @Test
  void aCycleSeesWhatIsExportedSoFar() {
    program
        .file("app.js", "require('./a')")
        .file("a.js", "exports.x = 1; require('./b'); exports.y = 2")
        .file("b.js", "var a = require('./a'); console.log(a.x, a.y)");
    assertEquals(List.of("1 undefined"), program.run());
  }

  @Test
  void aModuleThatThrewIsTriedAgain() {
    program
        .file(
            "app.js",
            "for (var i = 0; i < 2; i++) try { console.log(require('./a')) } catch (e) {"
                + " console.log(e.message) }")
        .file(
            "a.js",
            "global.runs = (global.runs || 0) + 1; if (runs < 2) throw new Error('no');"
                + " module.exports = 'yes'");
    assertEquals(List.of("no", "yes"), program.run());
  }

  @Test
  void aMissingModuleIsWordedAsInWeChat() {
    program.file(
        "app.js",
        "try { require('./utils/nope') } catch (e) { console.log(e instanceof Error, e.message) }");
    assertEquals(
        List.of("true module 'utils/nope.js' is not defined, require args is './utils/nope'"),
        program.run());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fs",
        "path",
        "node:fs",
        "../outside",
        "../../etc/passwd",
        "/etc/passwd",
        "./link",
        "./data.json"
      })
  void nothingOutsideTheProjectCanBeRequired(String specifier) throws IOException {
    Files.writeString(folder.resolve("outside.js"), "module.exports = 'outside'");
    program.file("data.json", "{}");
    program.file(
        "app.js",
        "try { console.log(require('" + specifier + "')) } catch (e) { console.log('refused') }");
    Files.createSymbolicLink(
        folder.resolve("project/link.js"), folder.resolve("outside.js").toAbsolutePath());
    assertEquals(List.of("refused"), program.run());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "window", "document", "frames", "self", "location", "navigator", "localStorage", "history",
        "Caches", "screen", "alert", "confirm", "prompt", "fetch", "XMLHttpRequest", "WebSocket",
        "webkit", "WeixinJSCore", "Reporter", "ServiceJSBridge"
      })
  void aBrowserNameIsDeclaredUndefinedAndFreeToUse(String name) {
    program
        .file("app.js", "console.log(typeof NAME, NAME); require('./own')".replace("NAME", name))
        .file("own.js", "let NAME = 5; console.log(NAME)".replace("NAME", name));
    assertEquals(List.of("undefined undefined", "5"), program.run());
  }

  @Test
  void aSloppyFileStaysSloppy() {
    program.file(
        "app.js",
        """
        undeclared = 010
        var o = { a: 1, a: 2 }
        with (o) { console.log(a, undeclared, this === global, (function () { return this === global })()) }
        return
        """);
    assertEquals(List.of("2 8 true true"), program.run());
  }

  @Test
  void aModuleIsStrictWithoutThis() {
    program.file("app.js", "export {}\nconsole.log(this, (function () { return this })())");
    assertEquals(List.of("undefined undefined"), program.run());
  }

  @Test
  void theHeadOfALibraryFindsNoBrowserAndNoEnvironmentButCommonJs() {
    program
        .file("app.js", "console.log(require('umd').name, require('root').ok)")
        .file(
            "umd.js",
            """
            !function (root, factory) {
              typeof exports == 'object' && typeof module != 'undefined' ? module.exports = factory()
                : typeof define == 'function' && define.amd ? define(factory) : (root || self).x = factory()
            }(this, function () { return { name: 'umd' } })
            """)
        .file("root.js", "var g = Function('return this')() || window; exports.ok = g === global");
    assertEquals(List.of("umd true"), program.run());
  }

  @Test
  void globalsAreSharedBetweenFilesButVariablesAreNot() {
    program
        .file("app.js", "var mine = 1; global.ours = 2; require('./b')")
        .file("b.js", "console.log(typeof mine, ours, typeof module, typeof process)");
    assertEquals(List.of("undefined 2 object undefined"), program.run());
  }

  @Test
  void packagesAliasesModulesAndTypeScriptWorkTogether() {
    program
        .aliases(Map.of("@/*", "/*"))
        .file(
            "app.js", "import dayjs, { v } from 'dayjs'\nimport './pages/p/p'\nexport const a = v")
        .file("miniprogram_npm/dayjs/index.js", "module.exports = () => 'd'; module.exports.v = 3")
        .file(
            "pages/p/p.ts",
            """
            import { add, type Sum } from '@/utils/math.js'
            import dayjs = require('dayjs')
            const app = require('../../app')
            const sum: Sum = add<number>(1, 2)
            console.log(sum, dayjs(), app.a)
            """)
        .file(
            "utils/math.ts",
            "export type Sum = number\n"
                + "export function add<T>(a: T, b: T): any { return (a as any) + b }");
    assertEquals(List.of("3 d undefined"), program.run());
  }

  @Test
  void requireAsyncGivesAPromise() {
    program
        .file(
            "app.js",
            """
            require.async('./a').then(a => console.log('async', a.n))
            require.async('./nope').catch(({ mod, errMsg }) => console.log(mod, errMsg))
            require.async('./bad').catch(e => console.log(e.message, e.mod))
            console.log('first')
            """)
        .file("a.js", "exports.n = 1")
        .file("bad.js", "throw new Error('broken')");
    assertEquals(
        List.of(
            "first",
            "async 1",
            "./nope module 'nope.js' is not defined, require args is './nope'",
            "broken ./bad"),
        program.run());
  }

  @Test
  void requireWithCallbacksLoadsLater() {
    program
        .file(
            "app.js",
            """
            console.log(require('./a', a => console.log('got', a.n)))
            require('./nope', () => {}, ({ mod }) => console.log('missing', mod))
            """)
        .file("a.js", "exports.n = 1");
    assertEquals(List.of("undefined", "got 1", "missing ./nope"), program.run());
  }

  @ParameterizedTest
  @CsvSource({
    "'throw new Error(\"x\")', 1, 7",
    "'\\n\\n  null.x', 3, 3",
    "'import { a } from \"./v\"; throw new Error(a)', 1, 32",
    "'import { a } from \"./v\"\\nconst b = a + a; throw new Error(a)', 2, 24",
    "'export default () => {}\\n  throw new Error(1)', 2, 9",
  })
  void anErrorPointsAtTheAuthorsLineAndColumn(String source, int line, int column) {
    program.file("app.js", source.replace("\\n", "\n")).file("v.js", "exports.a = 1");
    program.run();
    assertEquals("app.js:" + line + ":" + column, program.error().where());
    assertEquals(1, program.error().stack().lines().count(), program.error().stack());
  }

  @Test
  void anErrorInTypeScriptPointsAtItsLine() {
    program.file(
        "app.ts",
        """
        interface A {
          a: string
        }

        function fail<T>(x: T): never {
          throw new Error(`${x}`)
        }
        fail<string>('x')
        """);
    program.run();
    assertEquals("app.ts", program.error().file());
    assertEquals(6, program.error().line());
    assertTrue(program.error().stack().contains("(app.ts:6"), program.error().stack());
    assertTrue(program.error().stack().contains("app.ts:8"), program.error().stack());
  }

  @ParameterizedTest
  @CsvSource({
    "bad.js, 'let b = ;', 1, 9",
    "bad.js, '\\n  let b = ;', 2, 11",
    "bad.js, 'export let b = ;', 1, 16",
    "bad.ts, 'let a: number = ;', 1, 17",
    "bad.ts, '\\nlet a: = 1', 2, 8",
    "bad.js, 'let a; let a', 1, 12",
  })
  void aSyntaxErrorPointsIntoTheBrokenFile(String file, String source, int line, int column) {
    program.file(file, source.replace("\\n", "\n")).file("app.js", "require('./bad')");
    program.run();
    assertEquals(file + ":" + line + ":" + column, program.error().where());
    assertTrue(
        program.error().message().startsWith("SyntaxError: " + file + ":" + line + ":" + column),
        program.error().message());
  }

  @Test
  void aFolderNameMayHoldSpaces() {
    program.file("my pages/a b.js", "let b = ;").file("app.js", "require('./my pages/a b')");
    program.run();
    assertEquals("my pages/a b.js:1:9", program.error().where());
  }

  @Test
  void aProgramFileIsRunByItsIdWithOrWithoutEnding() {
    program.file("pages/a/a.js", "console.log('a')").file("pages/b/b.ts", "console.log('b')");
    assertEquals(
        List.of("a", "b"),
        program.run(
            modules -> {
              modules.run("pages/a/a");
              modules.run("/pages/a/a.js");
              modules.run("pages/b/b");
            }));
  }

  @Test
  void aMissingProgramFileIsAnError() {
    program.file("app.js", "");
    program.run(modules -> modules.run("pages/nope"));
    assertTrue(
        program.error().message().contains("module 'pages/nope.js' is not defined"),
        program.error().message());
  }

  @Test
  void aProgramThatBreaksTheBuiltInsDoesNotBreakTheLoader() {
    program
        .file(
            "app.js",
            """
            require('./a')
            Object.keys = Object.defineProperty = Map.prototype.get = () => { throw new Error('mine') }
            Function.prototype.call = Function.prototype.apply = Object.keys
            console.log(require('./b').ok + '')
            """)
        .file("a.js", "module.exports = { x: 1 }")
        .file("b.js", "import * as a from './a'\nexport const ok = a.x");
    assertEquals(List.of("1"), program.run());
  }
}
