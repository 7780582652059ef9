package minihost.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import minihost.loop.SystemClock;
import org.junit.jupiter.api.Test;

class JsRuntimeTest {
  @Test
  void promiseJobsRunBetweenTurnsInOrder() {
    assertEquals(
        List.of("sync", "async1", "m1", "async2", "m2", "A", "A-micro", "B", "args xy"),
        JsWorld.run(
            """
            setTimeout(() => {
              console.log('A')
              Promise.resolve().then(() => console.log('A-micro'))
            }, 2)
            setTimeout(() => console.log('B'), 2)
            setTimeout((a, b) => console.log('args', a + b), 8, 'x', 'y')
            console.log('sync')
            Promise.resolve().then(() => console.log('m1')).then(() => console.log('m2'))
            ;(async () => {
              console.log('async1')
              await null
              console.log('async2')
            })()
            """));
  }

  @Test
  void timersTakeNumbersAndCancel() {
    assertEquals(
        List.of("number", "1 2 3"),
        JsWorld.run(
            """
            console.log(typeof setTimeout(() => {}))
            const seen = []
            const id = setInterval(() => { seen.push(seen.length + 1); if (seen.length === 3) { clearInterval(id); console.log(...seen) } }, 5)
            clearTimeout(setTimeout(() => console.log('never'), 1))
            clearTimeout(undefined); clearTimeout(99999); clearInterval('x')
            setTimeout(undefined, 3)
            """));
  }

  @Test
  void anErrorTellsTheProgramsFileAndLineAndTheLoopGoesOn() {
    JsWorld world =
        new JsWorld()
            .go(
                js ->
                    js.run(
                        "pages/a.js",
                        "setTimeout(function later() {\n"
                            + "  null.x\n"
                            + "}, 1)\n"
                            + "setTimeout(() => console.log('on'), 2)"));
    assertEquals(List.of("on"), world.out);
    JsError error = world.errors.getFirst();
    assertTrue(error.message().startsWith("TypeError: "), error.message());
    assertEquals("pages/a.js:2", error.file() + ":" + error.line());
    assertTrue(error.stack().startsWith("at later (pages/a.js:2:"), error.stack());
  }

  @Test
  void anUnhandledRejectionIsReportedAndAHandledOneIsNot() {
    JsWorld world =
        new JsWorld()
            .go(
                js ->
                    js.run(
                        "a.js",
                        "Promise.reject(new Error('lost')); Promise.reject(1).catch(() =>"
                            + " console.log('kept'))"));
    assertEquals(List.of("kept"), world.out);
    assertEquals(1, world.errors.size());
    assertEquals(JsError.Kind.UNHANDLED_REJECTION, world.errors.getFirst().kind());
    assertEquals("Error: lost", world.errors.getFirst().message());
  }

  @Test
  void aLoopThatNeverReturnsIsStoppedWithItsStackAndTheWorldGoesOn() {
    JsWorld world = new JsWorld(new SystemClock());
    world.go(
        js -> {
          Thread.ofPlatform().start(() -> stopOnceSpinning(world, js));
          js.run(
              "loop.js",
              """
              setTimeout(() => console.log('still here'), 1)
              function spin() {
                console.log('spinning')
                try { for (;;); } catch (e) { }
              }
              spin()
              """);
        });
    JsError error = world.errors.getFirst();
    assertEquals(JsError.Kind.STOPPED, error.kind());
    assertTrue(error.stack().startsWith("at spin (loop.js:"), error.stack());
    assertEquals(List.of("spinning", "still here"), world.out);
  }

  private static void stopOnceSpinning(JsWorld world, JsRuntime js) {
    while (world.out.isEmpty()) Thread.onSpinWait();
    assertTrue(js.interrupt(Duration.ofSeconds(20)));
  }

  @Test
  void hostFunctionsTakeAndGivePlainDataAsNativeValues() {
    JsWorld world = new JsWorld();
    world.go(
        js -> {
          Map<String, HostFunction> host =
              Map.of("echo", args -> Map.of("got", args[0], "bytes", new byte[] {1, 2}));
          js.install(JsRuntimeTest.class, "echo.js", host);
          js.run(
              "a.js",
              "const r = echo({ a: [1, 'x', null, { b: true }] }); console.log(r.got, r.bytes"
                  + " instanceof ArrayBuffer, new Uint8Array(r.bytes)[1], Object.getPrototypeOf(r)"
                  + " === Object.prototype, Array.isArray(r.got.a))");
        });
    assertEquals(List.of("{ a: [ 1, 'x', null, { b: true } ] } true 2 true true"), world.out);
  }
}
