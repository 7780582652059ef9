package minihost.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import minihost.api.Args;
import minihost.api.WxFunction;
import minihost.api.WxObject;
import minihost.journal.Event;
import minihost.loop.Handle;
import minihost.loop.Pending;
import minihost.reason.Reason;

/** An object of the program's that stays open, from its making to its end. */
final class LiveObject implements WxObject {
  /** Events of a stream that the program has yet to take. */
  private static final int MAX_UNTAKEN = 16;

  private final Calls calls;
  private final int id;
  private final String name;
  private final long madeAt;
  private final Semaphore untaken = new Semaphore(MAX_UNTAKEN);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<String, WxFunction.Answer> methods = new HashMap<>(); // JS thread, as the rest
  private final List<Runnable> cleanups = new ArrayList<>();
  private final Set<Runnable> timers = new LinkedHashSet<>();
  private Optional<Handle> open = Optional.empty();
  private Consumer<Reason> interrupted = why -> {};

  LiveObject(Calls calls, int id, String name) {
    this.calls = calls;
    this.id = id;
    this.name = name;
    madeAt = calls.now();
    keepsOpen(true);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public long madeAt() {
    return madeAt;
  }

  @Override
  public void emit(String event, Map<String, Object> data) {
    if (!ended.get()) calls.loop().post(() -> calls.loop().script(() -> tell(event, data)));
  }

  @Override
  public void raise(String event, Map<String, Object> data) {
    if (ended.get()) return;
    calls
        .loop()
        .post(
            () ->
                calls
                    .loop()
                    .script(
                        () -> {
                          if (calls.hasOpen(this)) calls.raise(event, data);
                        }));
  }

  /** On the JS thread, and not beyond the end of the run. */
  private void tell(String event, Map<String, Object> data) {
    if (calls.hasOpen(this)) calls.emit(id, event, data);
  }

  @Override
  public void stream(String event, Map<String, Object> data) {
    untaken.acquireUninterruptibly();
    if (ended.get()) untaken.release();
    calls
        .loop()
        .post(
            () ->
                calls
                    .loop()
                    .script(
                        () -> {
                          untaken.release();
                          tell(event, data);
                        }));
  }

  @Override
  public void onMethod(String method, WxFunction.Answer handler) {
    methods.put(method, handler);
  }

  Object invoke(String method, Args args) throws Exception {
    WxFunction.Answer handler = methods.get(method);
    return handler == null ? null : handler.of(args);
  }

  @Override
  public void onInterrupt(Consumer<Reason> handler) {
    interrupted = handler;
  }

  void interrupt(Reason why) {
    interrupted.accept(why);
  }

  @Override
  public void onEnd(Runnable cleanup) {
    cleanups.add(cleanup);
  }

  @Override
  public void end() {
    if (!ended.compareAndSet(false, true)) return;
    untaken.release(MAX_UNTAKEN);
    calls.loop().post(this::giveBack);
    calls.loop().post(() -> calls.loop().script(() -> calls.forget(this)));
  }

  private void giveBack() {
    timers.forEach(Runnable::run);
    cleanups.forEach(Runnable::run);
    cleanups.clear();
    keepsOpen(false);
  }

  /** The run is over: gives back what it holds, and tells nobody. JS thread. */
  void abandon() {
    ended.set(true);
    untaken.release(MAX_UNTAKEN);
    giveBack();
  }

  @Override
  public void keepsOpen(boolean keeps) {
    if (keeps == open.isPresent()) return;
    open.ifPresent(Handle::close);
    open = keeps ? Optional.of(calls.loop().listen("wx." + name + " #" + id)) : Optional.empty();
  }

  @Override
  public void thread(Runnable work) {
    calls.onVirtualThread("wx." + name + " #" + id, work);
  }

  @Override
  public Runnable awaiting(String what) {
    Pending answer = calls.loop().begin("wx." + name + " #" + id + " " + what);
    return answer::drop;
  }

  @Override
  public void turn(Runnable turn) {
    calls
        .loop()
        .post(
            () -> {
              if (!ended.get()) turn.run();
            });
  }

  @Override
  public Runnable after(Duration delay, Runnable turn) {
    Runnable[] cancel = new Runnable[1];
    cancel[0] =
        calls
            .loop()
            .after(
                delay,
                () -> {
                  timers.remove(cancel[0]);
                  if (!ended.get()) turn.run();
                });
    timers.add(cancel[0]);
    return cancel[0];
  }

  @Override
  public void log(String what, Map<String, Object> facts) {
    calls.record(new Event.CallProgress(calls.now(), id, what, facts));
  }
}
