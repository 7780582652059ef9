package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minihost.loop.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that take all the time, all the stack or all the memory there is. */
class RunawayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) try { for (;;); } finally { for (;;); }",
        "(function f() { Promise.resolve().then(f) })()",
        "(async () => { for (;;) await null })()",
        "/^(\\w+\\s?)*\\1$/.test('aaaa '.repeat(9) + '!')",
        "const o = {}; for (let i = 0; i < 1e4; i++) o['k' + i] = i; for (;;) JSON.stringify(o)",
        "for (;;) [3, 1, 2].sort(() => { for (;;); })",
        "'a'.replace(/a/, () => { for (;;); })",
        "new Proxy({}, { get() { for (;;); } }).x",
        "({ toString() { for (;;); } }) + ''",
        "let b = 1234567n; for (;;) b = b * b % 10n ** 50n",
      })
  void isStoppedHoweverItLoopsAndTheWorldGoesOn(String endless) {
    JsWorld world = new JsWorld(new SystemClock());
    world.go(
        js -> {
          Thread.startVirtualThread(() -> stopOnceRunning(world, js));
          js.run(
              "main.js",
              "setTimeout(() => console.log('on'), 1); console.log('running'); " + endless);
        });
    assertEquals(List.of("running", "on"), world.out);
    assertEquals(List.of(JsError.Kind.STOPPED), world.errors.stream().map(JsError::kind).toList());
  }

  private static void stopOnceRunning(JsWorld world, JsRuntime js) {
    while (world.out.isEmpty()) Thread.onSpinWait();
    assertTrue(js.interrupt(Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function f() { return 1 + f() } f()",
        "const o = {}; o.toString = () => String(o); String(o)",
        "new Proxy({}, { get(t, k, r) { return r[k] } }).x",
        "let o = {}; for (let i = 0; i < 50000; i++) o = { o }; JSON.stringify(o)",
        "'x'.repeat(2 ** 30)",
        "let s = 'x'; for (;;) s += s",
        "new Array(2 ** 32)",
        "new ArrayBuffer(2 ** 40)",
        "2n ** (2n ** 64n)",
      })
  void tooMuchIsARangeErrorThatTheScriptCanCatch(String greedy) {
    assertEquals(
        List.of("RangeError", "on"),
        JsWorld.run(
            "setTimeout(() => console.log('on'), 1); try { "
                + greedy
                + " } catch (e) { console.log(e.name) }"));
  }

  /** In a JVM of its own, with little memory. */
  @Test
  void wantOfMemoryIsToldOfAndTheLoopGoesOn() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Greedy.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    List<String> lines = out.lines().toList();
    assertTrue(
        lines.getFirst().matches("the script needs more memory than there is \\(\\d+ MB\\): .*"),
        out);
    assertEquals("on", lines.getLast(), out);
  }

  /** A program that takes all memory, then goes on. */
  static final class Greedy {
    public static void main(String[] args) {
      JsWorld world =
          new JsWorld()
              .go(
                  js ->
                      js.run(
                          "main.js",
                          """
                          setTimeout(() => { const all = []; for (;;) all.push(new Array(1e5).fill(0.5)) }, 1)
                          setTimeout(() => console.log('on'), 2)
                          """));
      world.errors.forEach(error -> System.out.println(error.message()));
      world.out.forEach(System.out::println);
    }
  }
}
