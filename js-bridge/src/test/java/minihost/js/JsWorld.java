package minihost.js;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import minihost.loop.Clock;
import minihost.loop.EventLoop;
import minihost.loop.VirtualClock;

/** A runtime on a loop of its own for one test: what it wrote and what it threw, in order. */
final class JsWorld implements JsRuntime.Listener {
  final List<String> out = new CopyOnWriteArrayList<>();
  final List<JsError> errors = new CopyOnWriteArrayList<>();
  final EventLoop loop;
  volatile JsRuntime js;

  JsWorld() {
    this(new VirtualClock());
  }

  JsWorld(Clock clock) {
    loop = new EventLoop(clock, t -> errors.add(internal(t)));
  }

  /** Runs {@code code} and everything it sets going, until idle; gives back what it wrote. */
  static List<String> run(String code) {
    return new JsWorld().go(js -> js.run("main.js", code)).out;
  }

  JsWorld go(Consumer<JsRuntime> first) {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                loop.run(
                    () -> {
                      js = new JsRuntime(loop, this);
                      js.turn(() -> first.accept(js));
                    });
              } catch (Throwable t) {
                failed.set(t);
              } finally {
                if (js != null) js.close();
              }
            },
            "js",
            16 << 20);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failed.get() != null) throw new IllegalStateException(failed.get());
    return this;
  }

  @Override
  public void console(String level, String text) {
    out.add(level.equals("log") ? text : level + ": " + text);
  }

  @Override
  public void error(JsError error) {
    errors.add(error);
  }

  private static JsError internal(Throwable t) {
    t.printStackTrace();
    return new JsError(JsError.Kind.UNCAUGHT, "internal: " + t, "", "", 0, 0);
  }
}
