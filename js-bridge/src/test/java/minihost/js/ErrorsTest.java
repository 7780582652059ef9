package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
  private static JsWorld ran(String code) {
    return new JsWorld().go(js -> js.run("main.js", code));
  }

  private static List<String> messages(JsWorld world) {
    return world.errors.stream().map(JsError::message).toList();
  }

  @Test
  void unhandledRejectionsAreToldInOrderAfterTheJobsOfTheirTurn() {
    JsWorld world =
        ran(
            """
            setTimeout(() => {
              Promise.reject(new Error('one'))
              console.log('turn')
              Promise.resolve().then(() => { console.log('job'); throw new Error('two') })
            }, 1)
            setTimeout(() => console.log('next'), 2)
            """);
    assertEquals(List.of("turn", "job", "next"), world.out);
    assertEquals(List.of("Error: one", "Error: two"), messages(world));
    assertEquals(JsError.Kind.UNHANDLED_REJECTION, world.errors.getLast().kind());
    assertEquals("main.js:4:60", world.errors.getLast().where());
  }

  @Test
  void anErrorInARejectionHandlerIsOneMore() {
    JsWorld world =
        ran(
            """
            Promise.reject(1).catch(() => { throw new Error('in the handler') })
            Promise.all([Promise.reject(2), Promise.reject(3)]).catch(e => console.log('kept', e))
            ;(async () => { await null; throw new Error('async') })()
            """);
    assertEquals(List.of("kept 2"), world.out);
    assertEquals(
        List.of("Error: in the handler", "Error: async"), messages(world).stream().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'text'       | 'text'",
        "undefined    | undefined",
        "null         | null",
        "{ a: 1 }     | { a: 1 }",
        "Symbol('s')  | Symbol(s)",
        "[new Error('in a list').message] | [ 'in a list' ]",
        "new Error()  | Error",
        "Object.assign(new Error('m'), { name: 'Own' }) | Own: m",
      })
  void whateverIsThrownIsToldOf(String thrown, String message) {
    JsWorld world =
        ran(
            "setTimeout(() => { throw "
                + thrown
                + " }, 1); setTimeout(() => console.log('on'), 2)");
    assertEquals(List.of(message), messages(world));
    assertEquals(List.of("on"), world.out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Object.defineProperty(new Error('m'), 'stack', { get() { throw 1 } })",
        "Object.defineProperty(new Error('m'), 'message', { get() { throw 1 } })",
        "Object.defineProperty(new Error('m'), 'name', { get() { throw 1 } })",
        "Object.assign(new Error('m'), { stack: 42 })",
        "Object.assign(new Error('m'), { message: { toString() { throw 1 } } })",
        "Object.assign(new Error('m'), { message: Symbol('x') })",
        "Object.assign(new Error('m'), { stack: 'at f (main.js:99999999999999:1)' })",
        "new Proxy(new Error('m'), { get() { throw 1 }, getPrototypeOf() { throw 1 } })",
        "{ toString() { throw 1 }, get [Symbol.toStringTag]() { throw 1 } }",
      })
  void anErrorThatIsATrapIsToldOfAndTheLoopGoesOn(String thrown) {
    JsWorld world =
        ran(
            "setTimeout(() => { throw %1$s }, 1); setTimeout(() => Promise.reject(%1$s), 2); setTimeout(() => console.log('on'), 3)"
                .formatted(thrown));
    assertEquals(List.of("on"), world.out);
    assertEquals(
        List.of(JsError.Kind.UNCAUGHT, JsError.Kind.UNHANDLED_REJECTION),
        world.errors.stream().map(JsError::kind).toList());
    assertTrue(
        world.errors.stream().noneMatch(e -> e.message().contains("java")), world.errors::toString);
  }

  @Test
  void aFailureInJavaIsAPlainErrorInTheScript() {
    JsWorld world = new JsWorld();
    world.go(
        js -> {
          js.install(
              ErrorsTest.class,
              "echo.js",
              java.util.Map.of(
                  "echo",
                  args -> {
                    throw new IllegalStateException("broken");
                  }));
          js.run(
              "main.js",
              "try { echo({}) } catch (e) { console.log(e.constructor === Error, e.message,"
                  + " e.getClass) }");
        });
    assertEquals(
        List.of("true minihost failed: java.lang.IllegalStateException: broken undefined"),
        world.out);
  }
}
