package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Limits;
import minihost.config.Overrides;
import minihost.config.SettingsLoader;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.js.JsError;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.loop.VirtualClock;
import minihost.reason.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program learns of a failure of minihost itself, which may name files of the machine. */
class CallsTest implements JsRuntime.Listener {
  private static final String TEXT = "a path of this machine";

  private final List<String> said = new ArrayList<>();
  private final Journal journal = new Journal(100);
  @TempDir Path folder;

  @Override
  public void console(String level, String text) {
    said.add(text);
  }

  @Override
  public void error(JsError error) {
    said.add("uncaught: " + error);
  }

  /** A function that answers at once, and one that makes an object. */
  private static final class Broken implements WxFamily {
    @Override
    public List<WxFunction> functions() {
      return List.of(
          WxFunction.sync(
              "brokenSync",
              args -> {
                throw new IllegalStateException(TEXT);
              }),
          WxFunction.making(
              Shape.object("createBroken", List.of(), List.of()),
              (args, made) -> {
                throw new IllegalStateException(TEXT);
              }));
    }
  }

  private void run(String script) throws Exception {
    Files.writeString(folder.resolve("app.json"), "{\"pages\": [\"p\"]}");
    Files.writeString(folder.resolve("p.js"), "");
    Limits limits = SettingsLoader.load(folder, Overrides.NONE).limits();
    EventLoop loop = new EventLoop(new VirtualClock(), t -> said.add("internal: " + t));
    JsRuntime[] js = new JsRuntime[1];
    loop.run(
        () -> {
          js[0] = new JsRuntime(loop, this);
          Calls calls = new Calls(loop, journal, Platform.DEFAULT, js[0]);
          calls.define(List.of(new Broken()), limits, 0);
          js[0].turn(() -> js[0].run("test.js", script));
        });
    js[0].close();
  }

  @Test
  void aProgramLearnsTheKindOfAFailureAndAPersonAll() throws Exception {
    run(
        """
        for (const name of ['brokenSync', 'createBroken'])
          try { wx[name]() } catch (e) { console.log(e.message) }
        """);
    assertEquals(
        List.of(
            "brokenSync:fail internal error: IllegalStateException",
            "internal error: IllegalStateException"),
        said);
    String why = "minihost failed: java.lang.IllegalStateException: " + TEXT;
    assertEquals(
        List.of(why, why),
        journal.events(Event.Note.class).stream().map(n -> n.reason().why()).toList());
  }
}
