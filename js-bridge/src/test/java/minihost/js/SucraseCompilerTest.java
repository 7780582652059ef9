package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import minihost.module.ModuleSyntaxException;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SucraseCompilerTest {
  private static final SucraseCompiler COMPILER = new SucraseCompiler();

  @AfterAll
  static void close() {
    COMPILER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "enum E { A, B = 5, C, D = 'd' } [E.A, E.B, E.C, E.D, E[5], E['C']] ~ [0,5,6,`d`,`B`,6]",
        "const enum E { A = 1 << 2, B = A | 1 } [E.A, E.B] ~ [4,5]",
        "abstract class A { abstract f(): number; g() { return this.f() } }"
            + " class B extends A { f() { return 3 } } [new B().g()] ~ [3]",
        "class A { constructor(private readonly a: number, public b = 2, c?: string) {} }"
            + " [new A(1)] ~ [{`a`:1,`b`:2}]",
        "class A { b = this.a; constructor(public a: number) {} } [new A(4).b] ~ [4]",
        "class A { x = 1 } class B extends A { x: number; y?: string; z!: number }"
            + " [new B()] ~ [{`x`:1}]",
        "class A { static s: number = 7; #p: string = 'p'; get p(): string { return this.#p } }"
            + " [A.s, new A().p] ~ [7,`p`]",
        "function o(a: string): string; function o(a: number): number;"
            + " function o(a: any): any { return a } [o(1)] ~ [1]",
        "const id = <T,>(v: T): T => v; const as = async <T>(v: T): Promise<T> => v;"
            + " [id<number>(1), typeof as(1)] ~ [1,`object`]",
        "const c = { a: 1 } satisfies Record<string, number>; [c.a] ~ [1]",
        "const c = ['a', 'b'] as const; const d = c as unknown as string[]; [d.length] ~ [2]",
        "let n: { m?: { k: number } } | null = { m: { k: 5 } }; [n!.m!.k, n?.m?.k] ~ [5,5]",
        "function opt(a?: number, b: number = 2, ...c: number[]) { return [a, b, c] }"
            + " [opt()] ~ [[null,2,[]]]",
        "type T<K extends string> = { [P in K]?: T<K>[P] }; interface I { (a: number): void;"
            + " [k: string]: any } declare const later: I; [1] ~ [1]",
        "function is(x: unknown): x is string { return typeof x === 'string' } [is('')] ~ [true]",
        "const x = <any>5; const { a, b }: { a: number, b: string } = { a: x, b: '' }; [a] ~ [5]",
        "declare global { interface W { a: 1 } } declare module 'm' { const z: 1 }"
            + " declare namespace D { const q: 1 } namespace T { export type X = 1 } [2] ~ [2]",
        "class G<T extends object = {}> { m<U>(this: G<T>, u: U): U { return u } }"
            + " [new G<{}>().m<number>(3)] ~ [3]",
        "for (const k of <string[]>['z']) { var r = k } try { throw 1 } catch (e: unknown) { r +="
            + " e } [r] ~ [`z1`]",
        "let v = 1 < 2 && 3 > (2); label: for (;;) { break label } [v] ~ [true]",
      })
  void typesGoAndValuesStay(String source, String expected) {
    try (Context context = JsEngine.newContext()) {
      int value = source.lastIndexOf('[', source.lastIndexOf(" [") + 1);
      String code = source.substring(0, value) + "; var out = " + source.substring(value);
      context.eval("js", COMPILER.compile("x.ts", code));
      String json = context.eval("js", "JSON.stringify(out)").asString();
      assertEquals(expected.replace('`', '"'), json);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "import type A from './a' ~ ``",
        "import { type A, type B } from './a' ~ ``",
        "import { A } from './a'; let a: A ~ let a",
        "import { A, b } from './a'; b as A ~ import { b } from './a'; b",
        "import './side' ~ import './side'",
        "import x = require('x'); x() ~ const x = require('x'); x()",
        "export = { a: 1 } ~ module.exports = { a: 1 }",
        "export type { A } from './a' ~ ``",
        "export { type A, b } from './a' ~ export { b } from './a'",
        "export type A = 1; export interface B {} ~ ``",
        "export default interface I {} ~ ``",
        "export declare const q: number ~ ``",
        "export * from './a' ~ export * from './a'",
        "const m = await import('./a') as any ~ const m = await import('./a')",
        "a?.b ?? c ~ a?.b ?? c",
      })
  void onlyImportsAndExportsOfValuesRemain(String source, String expected) {
    assertEquals(expected, COMPILER.compile("x.ts", source).strip());
  }

  @Test
  void noLineMoves() {
    String source =
        """
        import {
          A,
        } from './a'
        interface X {
          a: string

          b: number
        }
        export class K<
          T,
        > {
          a: T

          private b = 1
          constructor(
            private c: T,
          ) {
          }
        }
        type Y =
          | 'a'
          | 'b'
        enum E {
          A,
          B,
        }
        mark<
          string
        >(1 as
          any)
        """;
    String code = COMPILER.compile("x.ts", source);
    assertEquals(source.lines().count(), code.lines().count());
    assertTrue(code.lines().toList().get(26).contains("mark"), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "let a: number = ; ~ 1:17 Unexpected token",
        "class { ~ 1:8 Unexpectedly reached the end",
        "let x\\nnamespace N { export const a = 1 } ~ 2:1 A namespace with values is not supported",
      })
  void whatCannotBeCompiledIsReportedWithItsPlace(String source, String expected) {
    ModuleSyntaxException e =
        assertThrows(
            ModuleSyntaxException.class,
            () -> COMPILER.compile("p/x.ts", source.replace("\\n", "\n")));
    assertTrue(e.getMessage().startsWith("p/x.ts:" + expected), e.getMessage());
  }

  @Test
  void theVersionIsThatOfTheBundle() {
    String bundle = JsEngine.text(SucraseCompiler.class, "sucrase.js");
    assertTrue(bundle.startsWith("// " + COMPILER.version() + ", MIT licence"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sucrase.LICENSE", "sucrase.js"})
  void theBundleComesWithItsLicence(String resource) {
    assertTrue(JsEngine.text(SucraseCompiler.class, resource).contains("MIT"));
  }
}
