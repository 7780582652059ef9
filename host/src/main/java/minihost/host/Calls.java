package minihost.host;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.config.Limits;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.js.HostFunction;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.reason.Code;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;

/** Finds the function of a call, and carries the call through. */
final class Calls {
  private final EventLoop loop;
  private final Journal journal;
  private final Platform platform;
  private final JsRuntime js;
  private final JsObject wx;
  private Functions functions;
  private int latest; // JS thread, as the next
  private boolean over; // the program hears of nothing more
  private final Map<Integer, CallInProgress> open = new ConcurrentHashMap<>();
  private final Map<Integer, LiveObject> objects = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  Calls(EventLoop loop, Journal journal, Platform platform, JsRuntime js) {
    this.loop = loop;
    this.journal = journal;
    this.platform = platform;
    this.js = js;
    Map<String, HostFunction> port =
        Map.of(
            "start",
            this::start,
            "method",
            this::method,
            "listen",
            this::listen,
            "refuse",
            this::refuse,
            "answer",
            this::answer,
            "shape",
            args -> functions.shape((String) args[0]),
            "load",
            this::load,
            "make",
            this::make,
            "invoke",
            this::invoke);
    wx = js.install(WxFamily.class, "wx.js", port);
  }

  /**
   * Puts the functions of all families on {@code wx}.
   *
   * @param first the number of the first call, in the journal of all the program's lives
   */
  void define(List<WxFamily> families, Limits limits, int first) {
    functions = new Functions(families);
    functions.define(wx, plain(limits), first);
  }

  /** What is on {@code wx}. */
  Functions functions() {
    return functions;
  }

  private static Map<String, Object> plain(Limits limits) {
    return Map.of("bodyBytes", limits.maxBodyBytes().value());
  }

  /** Tells what scripts look at of the limits. */
  void change(Limits limits) {
    wx.call("change", plain(limits));
  }

  /** The number of the latest call. */
  int latest() {
    return latest;
  }

  private Object load(Object... args) {
    functions.load(js, (String) args[0]);
    return null;
  }

  int inFlight() {
    return open.size();
  }

  /**
   * Fails the calls that are on the network, or wait to be (sheet BG-3).
   *
   * @param ofObjects for what stays open: sockets
   */
  void interrupt(Reason why, Reason ofObjects) {
    interruptCalls(why);
    List.copyOf(objects.values()).forEach(o -> o.interrupt(ofObjects));
  }

  /** Like {@link #interrupt}, but sockets live on (sockets sheet 1.7). */
  void interruptCalls(Reason why) {
    open.values().stream().filter(CallInProgress::isInterruptible).forEach(c -> c.fail(why));
  }

  /** Waits for the threads of calls that have been cancelled, at most {@code patience} each. */
  void join(Duration patience) {
    over = true;
    open.values().forEach(CallInProgress::abandon);
    List.copyOf(objects.values()).forEach(LiveObject::abandon);
    objects.clear();
    try {
      for (Thread thread : threads) thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Threads of calls that have not ended. */
  int threads() {
    return threads.size();
  }

  private Object start(Object... args) {
    int id = number(args[0]);
    String api = (String) args[1];
    @SuppressWarnings("unchecked")
    Map<String, Object> options = (Map<String, Object>) args[2];
    record(new Event.CallStarted(now(), id, api, Clipped.of(options)));
    CallInProgress call = new CallInProgress(this, id, api);
    open.put(id, call);
    try {
      functions.get(api).start().begin(new Args(options), call);
      return true;
    } catch (Exception e) {
      call.fail(e);
      return false;
    }
  }

  private int number(Object id) {
    latest = ((Double) id).intValue();
    return latest;
  }

  private Object method(Object... args) {
    CallInProgress call = open.get(((Double) args[0]).intValue());
    if (call != null) call.method((String) args[1]);
    return null;
  }

  private Object listen(Object... args) {
    CallInProgress call = open.get(((Double) args[0]).intValue());
    if (call != null) call.listen((String) args[1]);
    return null;
  }

  /** A call that its own arguments make fail at once. */
  private Object refuse(Object... args) {
    int id = number(args[0]);
    String api = (String) args[1];
    String detail = (String) args[3];
    Object why = args[4];
    Object fix = args[5];
    Reason reason =
        new Reason(
            CallCode.valueOf((String) args[2]),
            detail,
            why instanceof String s && !s.isEmpty() ? s : detail,
            fix instanceof String s ? s : "",
            Origin.BUILT_IN);
    record(new Event.CallStarted(now(), id, api, Map.of()));
    Map<String, Object> failure = failure(api, reason);
    record(
        new Event.CallEnded(
            now(),
            id,
            api,
            false,
            (String) failure.get("errMsg"),
            Optional.of(reason.code().errno()).filter(errno -> errno != Code.NO_ERRNO),
            Map.of(),
            Optional.of(reason),
            0));
    return failure;
  }

  private Object answer(Object... args) {
    @SuppressWarnings("unchecked")
    Map<String, Object> options = (Map<String, Object>) args[1];
    String name = (String) args[0];
    String api = Shape.spoken(name);
    try {
      return functions.get(name).answer().of(new Args(options));
    } catch (Exception e) {
      throw new JsException(told(e).errMsg(api, platform));
    }
  }

  /** An object that the program makes; what is thrown here, the function throws. */
  private Object make(Object... args) {
    int id = number(args[0]);
    String api = (String) args[1];
    @SuppressWarnings("unchecked")
    Map<String, Object> options = (Map<String, Object>) args[2];
    record(new Event.CallStarted(now(), id, api, Clipped.of(options)));
    LiveObject made = object(id, api);
    try {
      functions.get(api).make().begin(new Args(options), made);
    } catch (Exception e) {
      made.end();
      throw thrown(e);
    }
    return null;
  }

  LiveObject object(int id, String api) {
    LiveObject made = new LiveObject(this, id, api);
    objects.put(id, made);
    return made;
  }

  private Object invoke(Object... args) {
    LiveObject object = objects.get(((Double) args[0]).intValue());
    if (object == null) return null;
    @SuppressWarnings("unchecked")
    Map<String, Object> options = (Map<String, Object>) args[2];
    try {
      return object.invoke((String) args[1], new Args(options));
    } catch (Exception e) {
      throw thrown(e);
    }
  }

  private JsException thrown(Exception e) {
    return new JsException(told(e).words(platform));
  }

  /** Why a function throws; a failure of our own is noted, since no end of a call tells it. */
  private Reason told(Exception e) {
    Reason reason = reason(e);
    if (reason.code() == CallCode.INTERNAL) record(new Event.Note(now(), reason));
    return reason;
  }

  /** Of a failure of our own the program learns the kind alone: the rest may name our files. */
  static Reason reason(Throwable why) {
    return Explained.in(why)
        .orElseGet(
            () ->
                new Reason(
                    CallCode.INTERNAL,
                    why.getClass().getSimpleName(),
                    "minihost failed: " + why,
                    "report it, with this program",
                    Origin.BUILT_IN));
  }

  boolean hasOpen(LiveObject object) {
    return objects.containsKey(object.id());
  }

  /** The last event of an object has been told. */
  void forget(LiveObject object) {
    if (objects.remove(object.id()) != null) tell("ended", object.id());
  }

  /** Objects that stay open, such as sockets. */
  int objects() {
    return objects.size();
  }

  /** The object that fail and complete get (sheet ERR-4). */
  Map<String, Object> failure(String api, Reason why) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("errMsg", why.errMsg(Shape.spoken(api), platform));
    if (why.code().errno() != Code.NO_ERRNO) failure.put("errno", why.code().errno());
    if (why.code().errCode() != Code.ONLY_TEXT) failure.put("errCode", why.code().errCode());
    return failure;
  }

  void ended(CallInProgress call) {
    open.remove(call.id());
  }

  void settle(int id, boolean ok, Map<String, Object> result) {
    tell("settle", id, ok, result);
  }

  void emit(int id, String event, Map<String, Object> data) {
    tell("emit", id, event, data);
  }

  /** Tells the program's listeners of a program-wide event. */
  void raise(String event, Map<String, Object> data) {
    loop.script(() -> tell("raise", event, data));
  }

  private void tell(String function, Object... args) {
    if (!over) js.turn(() -> wx.call(function, args));
  }

  void onVirtualThread(String name, Runnable work) {
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(
                () -> {
                  try {
                    work.run();
                  } finally {
                    threads.remove(Thread.currentThread());
                  }
                });
    threads.add(thread);
    thread.start();
  }

  EventLoop loop() {
    return loop;
  }

  void record(Event event) {
    journal.record(event);
  }

  long now() {
    return loop.clock().epochMillis();
  }
}
