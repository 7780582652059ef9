package minihost.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxObject;
import minihost.journal.Event;
import minihost.loop.Pending;
import minihost.policy.Lane;
import minihost.reason.Code;
import minihost.reason.Reason;

/** The life of one asynchronous call of {@code wx}, from its start to its callbacks. */
final class CallInProgress implements WxCall {
  /** Events of a stream that the program has yet to take. */
  private static final int MAX_UNTAKEN = 16;

  private final Calls calls;
  private final int id;
  private final String api;
  private final Pending pending;
  private final long invokedAt;
  private volatile long queuedAt;
  private volatile long startedAt;
  private volatile boolean interruptible;
  private volatile Runnable deadline = () -> {};
  private volatile boolean deadlineDropped;
  private final Semaphore untaken = new Semaphore(MAX_UNTAKEN);
  private volatile boolean abandoned;
  private final Set<String> heard = new HashSet<>(); // JS thread
  private final Map<String, Runnable> methods = new HashMap<>(); // JS thread
  private Supplier<Map<String, Object>> moreOfFailure = Map::of; // JS thread
  private final List<Runnable> cleanups = new ArrayList<>(); // JS thread
  private final Map<String, Object> facts = Collections.synchronizedMap(new LinkedHashMap<>());

  CallInProgress(Calls calls, int id, String api) {
    this.calls = calls;
    this.id = id;
    this.api = api;
    pending = calls.loop().begin("wx." + api + " #" + id);
    invokedAt = calls.now();
    queuedAt = invokedAt;
    startedAt = invokedAt;
  }

  @Override
  public int id() {
    return id;
  }

  boolean isInterruptible() {
    return interruptible;
  }

  /** The program listens to an event of the task, or has done so. JS thread. */
  void listen(String event) {
    heard.add(event);
  }

  void method(String name) {
    methods.getOrDefault(name, () -> {}).run();
  }

  @Override
  public void succeed(Map<String, Object> result) {
    pending.settle(() -> end(true, whole(result), Optional.empty()));
  }

  @Override
  public void succeedNow(Map<String, Object> result) {
    pending.settleNow(() -> end(true, whole(result), Optional.empty()));
  }

  private Map<String, Object> whole(Map<String, Object> result) {
    Map<String, Object> whole = new LinkedHashMap<>(result);
    whole.put("errMsg", Shape.spoken(api) + ":ok");
    return whole;
  }

  @Override
  public void fail(Throwable why) {
    fail(Calls.reason(why));
  }

  @Override
  public void fail(Reason why) {
    pending.settle(() -> end(false, failure(why), Optional.of(why)));
  }

  @Override
  public void failNow(Reason why) {
    pending.settleNow(() -> end(false, failure(why), Optional.of(why)));
  }

  private Map<String, Object> failure(Reason why) {
    Map<String, Object> failure = calls.failure(api, why);
    failure.putAll(moreOfFailure.get());
    return failure;
  }

  private void end(boolean ok, Map<String, Object> result, Optional<Reason> reason) {
    calls.ended(this);
    cleanups.forEach(Runnable::run);
    untaken.release(MAX_UNTAKEN); // whoever still waits to tell something need not
    long now = calls.now();
    Optional<Integer> errno =
        reason.map(Reason::code).map(Code::errno).filter(e -> e != Code.NO_ERRNO);
    calls.record(
        new Event.CallEnded(
            now,
            id,
            api,
            ok,
            (String) result.get("errMsg"),
            errno,
            Collections.unmodifiableMap(new LinkedHashMap<>(facts)),
            reason,
            now - invokedAt));
    calls.settle(id, ok, result);
  }

  @Override
  public void emit(String event, Map<String, Object> data) {
    pending.progress(() -> tell(event, data));
  }

  /** Only to those who have listened: most events of most calls are nobody's business. */
  private void tell(String event, Map<String, Object> data) {
    if (heard.contains(event)) calls.emit(id, event, data);
  }

  @Override
  public void stream(String event, Map<String, Object> data) {
    untaken.acquireUninterruptibly();
    if (pending.isSettled() || abandoned) untaken.release();
    pending.progress(
        () -> {
          untaken.release();
          tell(event, data);
        });
  }

  /** The run has ended: nobody takes events any more, so nobody need wait to tell them. */
  void abandon() {
    abandoned = true;
    untaken.release(MAX_UNTAKEN);
  }

  @Override
  public void onMethod(String method, Runnable handler) {
    methods.put(method, handler);
  }

  @Override
  public void onEnd(Runnable cleanup) {
    cleanups.add(cleanup);
  }

  @Override
  public void interruptible() {
    interruptible = true;
  }

  @Override
  public void joinLane(Lane lane, Reason aborted, Step step) {
    queuedAt = calls.now();
    Lane.Place place =
        lane.enter(
            () -> {
              startedAt = calls.now();
              // Several calls may fail at once: the place of one must not start another of them.
              if (!pending.isSettled()) attempt(step);
            });
    onEnd(place::leave);
    onMethod(
        "abort",
        () -> {
          if (place.isWaiting()) failNow(aborted);
          else fail(aborted);
        });
    if (place.isWaiting())
      calls.record(new Event.CallQueued(calls.now(), id, lane.running() + lane.waiting() - 1));
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      fail(e);
    }
  }

  @Override
  public long invokedAt() {
    return invokedAt;
  }

  @Override
  public long queuedAt() {
    return queuedAt;
  }

  @Override
  public long startedAt() {
    return startedAt;
  }

  @Override
  public void blocking(Callable<Map<String, Object>> work) {
    calls.onVirtualThread(
        pending.toString(),
        () -> {
          try {
            succeed(work.call());
          } catch (Exception | LinkageError | VirtualMachineError e) {
            fail(e);
          }
        });
  }

  @Override
  public void deadline(Duration delay, Reason why, Runnable overdue) {
    deadline =
        calls
            .loop()
            .after(
                delay,
                () -> {
                  overdue.run();
                  fail(why);
                });
    onEnd(deadline);
  }

  @Override
  public void after(Duration delay, Runnable turn) {
    onEnd(calls.loop().after(delay, turn));
  }

  @Override
  public void addToFailure(Supplier<Map<String, Object>> fields) {
    moreOfFailure = fields;
  }

  @Override
  public void dropDeadline() {
    if (deadlineDropped) return;
    deadlineDropped = true;
    calls.loop().post(deadline);
  }

  @Override
  public void log(String what, Map<String, Object> more) {
    facts.putAll(more);
    calls.record(new Event.CallProgress(calls.now(), id, what, more));
  }

  @Override
  public void note(Reason what) {
    calls.record(new Event.Note(calls.now(), what));
  }

  @Override
  public WxObject object() {
    return calls.object(id, api);
  }
}
