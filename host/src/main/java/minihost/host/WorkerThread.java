package minihost.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import minihost.api.WxObject;
import minihost.config.Settings;
import minihost.js.JsError;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.Clock;
import minihost.loop.EventLoop;
import minihost.loop.Handle;
import minihost.loop.Pending;
import minihost.reason.Reason;
import minihost.wx.Catalogue;
import minihost.wx.WorkerFamily;

/**
 * One worker: a Context, a loop and a thread of its own. While it has work, or waits for an answer,
 * the program's loop has a {@link Pending} for it; its timers are timers of that loop.
 */
final class WorkerThread {
  private static final int STACK_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Duration CALLS = Duration.ofSeconds(2);

  /**
   * What a worker is made of.
   *
   * @param main the program's loop
   * @param cache for transpiled files
   * @param userDataPath of {@code worker.env}
   * @param firstCall its calls are numbered from the next one on
   * @param gone told on the program's thread when it has been killed, before the program is
   */
  record Plan(
      Settings settings,
      EventLoop main,
      Network network,
      Optional<Path> cache,
      String userDataPath,
      int firstCall,
      JsRuntime.Listener listener,
      Consumer<WorkerThread> gone) {}

  private final Plan plan;
  private final WxObject object;
  private final EventLoop loop;
  private final Handle open;
  private final Thread thread;
  private final List<Pending> busy = new ArrayList<>(); // the worker's thread, as the next three
  private JsObject global;
  private Calls calls;
  private ProgramFiles files;
  private volatile JsRuntime js;
  private final Set<Pending> given = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;
  private Runnable timer = () -> {}; // the program's thread

  /** Starts the worker. The program's thread. */
  WorkerThread(Plan plan, String script, boolean mayBeKilled, WxObject object) {
    this.plan = plan;
    this.object = object;
    loop =
        new EventLoop(
            new WorkerClock(plan.main().clock(), this::idle),
            t -> failed("minihost failed in the worker: " + t));
    open = loop.open("the worker");
    thread = new Thread(null, this::live, "minihost-worker", STACK_BYTES);
    thread.setDaemon(true);
    give(() -> load(script, mayBeKilled));
    thread.start();
  }

  /** Lets the worker work: the program's loop waits for it meanwhile. The program's thread. */
  private void give(Runnable turn) {
    if (ended) return;
    Pending work = plan.main().begin("the worker");
    given.add(work);
    loop.post(
        () -> {
          busy.add(work);
          turn.run();
        });
  }

  /** Hands over a message. The program's thread. */
  void post(Object message) {
    give(() -> loop.script(() -> js.turn(() -> global.call("message", message))));
  }

  /** Holds the worker's code, or lets it go on. The program's thread. */
  void suspend(boolean suspended) {
    give(suspended ? loop::suspendScripts : loop::resumeScripts);
  }

  /** Fails what the worker has on the network. The program's thread. */
  void interrupt(Reason calls, Reason sockets) {
    give(() -> this.calls.interrupt(calls, sockets));
  }

  private void live() {
    try {
      loop.run(() -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      AutoCloseable threads = calls == null ? null : () -> calls.join(CALLS);
      Closing.all(threads, files, js);
      ended = true;
      given.forEach(Pending::drop);
    }
  }

  private void load(String script, boolean mayBeKilled) {
    js = new JsRuntime(loop, new Listener());
    calls = new Calls(loop, plan.network().journal(), plan.settings().platform().value(), js);
    calls.define(
        Catalogue.ofWorkers(plan.network().ownWire(), plan::settings),
        plan.settings().limits(),
        plan.firstCall());
    js.install(Catalogue.class, "worker.js", Map.of());
    global =
        js.install(
            WorkerThread.class,
            "worker.js",
            Map.of(
                "env", args -> Map.of("USER_DATA_PATH", plan.userDataPath()),
                "post", args -> told(WorkerFamily.MESSAGE, "message", args[0]),
                "kill", args -> mayBeKilled ? killed() : null));
    files = new ProgramFiles(js, plan.settings(), plan.cache(), plan.settings().app().workers());
    js.turn(() -> files.run(script));
  }

  private Object told(String event, String key, Object data) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(key, data);
    object.emit(event, facts);
    return null;
  }

  /** As iOS does to an experimental worker when it wants its memory. */
  private Object killed() {
    object.turn(
        () -> {
          plan.gone().accept(this); // whoever hears of it may make another
          object.emit(WorkerFamily.PROCESS_KILLED, Map.of());
          object.end();
        });
    return null;
  }

  private void failed(String text) {
    plan.listener().error(new JsError(JsError.Kind.UNCAUGHT, text, "", "", 0, 0));
  }

  /** The worker waits: so may the program, unless it waits for an answer. The worker's thread. */
  private void idle(long due, boolean listens) {
    plan.main()
        .post(
            () -> {
              if (ended) return;
              timer.run();
              timer = () -> {};
              object.keepsOpen(listens);
              if (due == Clock.NEVER) return;
              long wait = Math.max(0, due - plan.main().clock().nanos());
              timer = plan.main().afterScript(Duration.ofNanos(wait), () -> give(() -> {}));
            });
    if (loop.awaits()) return;
    busy.forEach(Pending::drop);
    busy.forEach(given::remove);
    busy.clear();
  }

  /** Tells it to end; the timers of its that the program's loop has are gone. */
  void stop() {
    ended = true;
    timer.run();
    loop.stop();
    open.close();
  }

  /** Waits until it has ended, also when its script does not return. Not the program's thread. */
  void join() {
    try {
      while (!thread.join(PATIENCE)) if (js != null) js.interrupt(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements JsRuntime.Listener {
    @Override
    public void console(String level, String text) {
      plan.listener().console(level, text);
    }

    @Override
    public void error(JsError error) {
      plan.main().post(() -> plan.listener().error(error));
      told(WorkerFamily.ERROR, "error", Map.of("message", error.message(), "stack", error.stack()));
    }
  }
}
