package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import minihost.loop.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveTest {
  private final JsWorld world = new JsWorld();

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("1 + 1", "2"),
        Arguments.of("'text'", "'text'"),
        Arguments.of("('text')", "'text'"),
        Arguments.of("`text` // with a comment", "'text'"),
        Arguments.of("'text'.length;", "4"),
        Arguments.of("undefined", ""),
        Arguments.of("const x = 5", ""),
        Arguments.of("const s = 'a', t = 'b'\ns + t", "'ab'"),
        Arguments.of("let h\n[1].map(n => n + 1)", "[ 2 ]"),
        Arguments.of(
            "let {a, b: [c]} = {a: 1, b: [2]}, d = ('x'), e; [a, c, d, e]",
            "[ 1, 2, 'x', undefined ]"),
        Arguments.of("var q = 1; var q\nq", "1"),
        Arguments.of("function f() { return g() }\nfunction g() { return 7 }\nf()", "7"),
        Arguments.of("class A { static n = 3 }\n('x')\nA.n", "3"),
        Arguments.of("{ a: 1, b: { c: 2 } }", "{ a: 1, b: { c: 2 } }"),
        Arguments.of("{ let a = 1; a }", ""),
        Arguments.of("if (true) { 5 }", ""),
        Arguments.of("await Promise.resolve(3)", "3"),
        Arguments.of("const p = await Promise.resolve('p'); p + p", "'pp'"),
        Arguments.of("let a = await 1, b = 'x', {c} = await {c: 3}; [a, b, c]", "[ 1, 'x', 3 ]"),
        Arguments.of("let n = 1; n += 2 * await 3", "7"),
        Arguments.of("let n, m; n = m = await 'both'; [n, m]", "[ 'both', 'both' ]"),
        Arguments.of("if (true) { var v = await 1 }; v", "1"),
        Arguments.of("let g; await (async () => { g = await 2 })(); g", "2"),
        Arguments.of("for await (const x of [1, 2]) globalThis.seen = x;\nseen", "2"),
        Arguments.of("(async () => await 1)()", "Promise {}"),
        Arguments.of("const named = () => {}; named.name", "'named'"),
        Arguments.of("010 + 1", "9"),
        Arguments.of("app.name", "'the app'"),
        Arguments.of("const app = 'mine'; app", "'mine'"),
        Arguments.of("this === globalThis", "true"),
        Arguments.of("// nothing", ""),
        Arguments.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theValueOfTheLastExpressionIsShown(String code, String shown) {
    assertEquals(List.of(shown), session(code));
  }

  @Test
  void whatAnInputDeclaresOutlivesItAndMayBeDeclaredAgain() {
    assertEquals(
        List.of("", "", "", "", "[ 2, 3, 'K', 4 ]"),
        session(
            "const a = 1; let {b} = {b: 3}; function f() { return 4 }",
            "const a = 2",
            "class K {}",
            "class K {}",
            "[a, b, K.name, f()]"));
  }

  @Test
  void aDeclaredConstantMayBeMadeFromItsOldSelf() {
    assertEquals(List.of("", "", "3"), session("const n = 1", "const n = n + 2", "n"));
  }

  @Test
  void theProgramDoesNotSeeWhatAnInputDeclares() {
    assertEquals(
        List.of("", "'undefined undefined'"),
        session("const mine = 1", "typesSeen('mine', 'app')"));
  }

  @Test
  void anErrorTellsTheLineOfTheInput() {
    String told = session("f(null)\nfunction f(o) {o.x }").getFirst();
    String[] parts = told.split(" \\| ");
    assertEquals("! TypeError: Cannot read property 'x' of null", parts[0]);
    assertTrue(parts[1].matches("(?s)at f \\(repl:2:\\d+\\)\\Rat repl:1:\\d+"), told);
  }

  @Test
  void aRejectionThatIsAwaitedFailsTheInputAndIsNotReportedTwice() {
    String told = session("await Promise.reject(new RangeError('far'))").getFirst();
    assertTrue(told.startsWith("! RangeError: far | at repl:1:"), told);
    assertEquals(List.of(), world.errors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f(1,,2)", "await", "let 1", "'open", "}"})
  void whatDoesNotParseFailsWithItsPlace(String code) {
    String told = session(code).getFirst();
    assertTrue(told.startsWith("! SyntaxError: "), told);
    assertTrue(told.contains("^"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(",
        "{",
        "{ a: 1",
        "{ a: 1, b: {",
        "await f(",
        "await (x",
        "`abc",
        "`a${",
        "`a${`b`} c",
        "/* note",
        "if (a) {",
        "a =>",
        "x.",
        "const x =",
        "class A {",
        "for (const x of y) {",
        "with (a) {",
        "wx.request({\n  url: 'https://a.example/',"
      })
  void openBracketsTemplatesAndCommentsAskForMore(String code) {
    assertTrue(Interactive.isIncomplete(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "f()",
        "{ a: 1, b: 2 }",
        "await f()",
        "`a`",
        "'abc",
        "/ab",
        "f)",
        "a b",
        "/* a */",
        "`a` b `",
        "let",
        "} ("
      })
  void whatIsWholeOrBeyondRepairDoesNotAskForMore(String code) {
    assertFalse(Interactive.isIncomplete(code));
  }

  @Test
  void membersAreThoseOfTheValueAndOfItsPrototypes() {
    AtomicReference<List<List<String>>> found = new AtomicReference<>();
    world.go(
        js -> {
          js.run(
              "a.js",
              "class B { far() {} }\nclass C extends B { get bad() { throw 1 } near() {} }\n"
                  + "globalThis.host = { c: new C(), list: [1] }");
          Interactive repl = new Interactive(js, Map.of("app", "({ globalData: { token: 1 } })"));
          found.set(
              List.of(
                  repl.members("host"),
                  repl.members("host.c"),
                  repl.members("app.globalData"),
                  repl.members("host.c.bad.x"),
                  repl.members("nowhere.at.all"),
                  repl.members("").stream()
                      .filter(List.of("app", "setTimeout")::contains)
                      .toList()));
        });
    assertEquals(
        List.of(
            List.of("c", "list"),
            List.of("constructor", "bad", "near", "far"),
            List.of("token"),
            List.of(),
            List.of(),
            List.of("app", "setTimeout")),
        found.get());
  }

  @Test
  void aTimerOfAnInputThatDoesNotReturnIsStoppedWithItsStack() {
    JsWorld real = new JsWorld(new SystemClock());
    stopped(real, "setTimeout(() => { console.log('on'); while (true) {} }, 1)");
    assertEquals("repl", real.errors.getFirst().file(), real.errors::toString);
  }

  @Test
  void ofAnInputThatIsStoppedAfterItAwaitedNoWrongColumnIsTold() {
    JsWorld real = new JsWorld(new SystemClock());
    JsError error = stopped(real, "await null; console.log('on'); while (true) {}").getFirst();
    assertEquals("", error.stack());
  }

  /** Stops an input once it has printed something; the errors that it told. */
  private static List<JsError> stopped(JsWorld real, String input) {
    List<JsError> told = new ArrayList<>();
    real.go(
        js -> {
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (real.out.isEmpty()) Thread.onSpinWait();
                    js.interrupt(Duration.ofSeconds(20));
                  });
          new Interactive(js, Map.of()).evaluate(input, shown -> {}, told::add);
        });
    return told;
  }

  /** Evaluates inputs one after the other; errors come as {@code ! message | stack}. */
  private List<String> session(String... inputs) {
    List<String> out = new ArrayList<>();
    world.go(
        js -> {
          js.run("p.js", "function typesSeen() { return `${typeof mine} ${typeof app}` }");
          next(new Interactive(js, Map.of("app", "({ name: 'the app' })")), List.of(inputs), out);
        });
    return out;
  }

  private void next(Interactive repl, List<String> inputs, List<String> out) {
    if (inputs.isEmpty()) return;
    Runnable then = () -> world.loop.post(() -> next(repl, inputs.subList(1, inputs.size()), out));
    repl.evaluate(
        inputs.getFirst(),
        shown -> {
          out.add(shown);
          then.run();
        },
        error -> {
          out.add("! " + error.message() + " | " + error.stack());
          then.run();
        });
  }
}
