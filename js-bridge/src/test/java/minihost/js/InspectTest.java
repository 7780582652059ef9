package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {
  private static String shown(String expression) {
    List<String> out = JsWorld.run("console.log(" + expression + ")");
    assertEquals(1, out.size(), out::toString);
    return out.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1, , 3]                                  | [ 1, <empty>, 3 ]",
        "Object.assign([1], { k: 2 })              | [ 1, k: 2 ]",
        "{ 'not-id': 1, ok: 'q\\'', [Symbol('s')]: 2 } | { 'not-id': 1, ok: 'q\\'', [Symbol(s)]: 2"
            + " }",
        "new Map([['k', { v: 1 }], [{}, [1]]])      | Map(2) { 'k' => { v: 1 }, {} => [ 1 ] }",
        "new Set([1, 'two'])                       | Set(2) { 1, 'two' }",
        "new WeakMap()                             | WeakMap { <items unknown> }",
        "new (class P { x = 1; #y = 2; get z() {} })() | P { x: 1 }",
        "class P {}                                | [class P]",
        "Object.assign(function f() {}, { p: 1 })   | [Function: f] { p: 1 }",
        "() => {}                                  | [Function: (anonymous)]",
        "new Date(0)                               | 1970-01-01T00:00:00.000Z",
        "new Date(NaN)                             | Invalid Date",
        "/re/gi                                    | /re/gi",
        "Promise.resolve(1)                        | Promise {}",
        "new ArrayBuffer(8)                        | ArrayBuffer { byteLength: 8 }",
        "new Uint8Array([1, 2])                    | Uint8Array(2) [ 1, 2 ]",
        "[new Number(3), new String('s')]          | [ [Number: 3], [String: 's'] ]",
        "Object.create(null)                       | [Object: null prototype] {}",
        "{ a: { b: { c: { d: { e: 1 } } } } }       | { a: { b: { c: { d: [Object] } } } }",
        "[[[[[1]]]]]                               | [ [ [ [ [Array] ] ] ] ]",
        "{ f() {}, u: undefined, n: null }         | { f: [Function: f], u: undefined, n: null }",
        "{ constructor: 5 }                        | { constructor: 5 }",
      })
  void valuesAreShownAsAPersonReadsThem(String expression, String text) {
    assertEquals(text, shown(expression));
  }

  @Test
  void whatContainsItselfEndsThere() {
    assertEquals(
        "{ n: 1, self: [Circular], list: [ [Circular] ] }",
        shown("(() => { const c = { n: 1 }; c.self = c; c.list = [c]; return c })()"));
  }

  @Test
  void theSameObjectTwiceIsNoCircle() {
    assertEquals(
        "[ { a: 1 }, { a: 1 } ]", shown("(() => { const o = { a: 1 }; return [o, o] })()"));
  }

  @Test
  void gettersAreNamedAndNotRun() {
    assertEquals(
        List.of("{ a: [Getter/Setter], b: [Getter], c: [Setter] }", "0"),
        JsWorld.run(
            """
            let ran = 0
            console.log({ get a() { return ++ran }, set a(v) {}, get b() { return ++ran }, set c(v) {} })
            console.log(ran)
            """));
  }

  @Test
  void errorsShowTheirStack() {
    assertEquals("TypeError: bad\n    at main.js:1:13", shown("new TypeError('bad')"));
  }

  @Test
  void ofManyThingsAHundredAreShown() {
    for (String many :
        List.of(
            "new Array(150).fill(0)",
            "Object.fromEntries(Array.from({ length: 150 }, (_, i) => ['k' + i, i]))",
            "new Map(Array.from({ length: 150 }, (_, i) => [i, i]))",
            "new Set(Array.from({ length: 150 }, (_, i) => i))",
            "new Uint8Array(150)")) {
      String text = shown(many);
      assertTrue(text.contains("... 50 more"), text);
      assertEquals(103, text.lines().count(), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new Proxy({}, { ownKeys() { throw 1 } })",
        "new Proxy({}, { getPrototypeOf() { throw 1 } })",
        "new Proxy({}, { get() { throw 1 } })",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
        "{ get [Symbol.toStringTag]() { throw 1 } }",
      })
  void whatCannotBeShownSaysSoAndTheRestIsShown(String evil) {
    assertEquals("{ a: [object that cannot be shown], b: 1 }", shown("{ a: " + evil + ", b: 1 }"));
  }
}
