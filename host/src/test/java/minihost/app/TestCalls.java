package minihost.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.api.WxObject;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.loop.Pending;
import minihost.policy.Lane;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;

/** The smallest carrier of wx calls: enough for functions that only succeed or fail. */
final class TestCalls {
  private final EventLoop loop;
  private final JsRuntime js;
  private final JsObject wx;
  private final Map<String, WxFunction> functions = new HashMap<>();

  TestCalls(EventLoop loop, JsRuntime js) {
    this.loop = loop;
    this.js = js;
    wx =
        js.install(
            WxFamily.class,
            "wx.js",
            Map.of(
                "start",
                this::start,
                "answer",
                this::answer,
                "refuse",
                this::refuse,
                "shape",
                args -> functions.get((String) args[0]).shape().line()));
  }

  void define(WxFamily family) {
    for (WxFunction function : family.functions()) {
      Shape shape = function.shape();
      if (!shape.script().isEmpty()) js.install(family.getClass(), shape.script(), Map.of());
      functions.put(shape.name(), function);
      boolean event = shape.kind() == Shape.Kind.EVENT;
      String name = shape.name();
      wx.call(
          "define",
          event ? List.of("on" + name, "off" + name) : List.of(name),
          event ? List.of("ON", "OFF") : List.of(shape.kind().name()),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          0);
    }
  }

  private Object start(Object... args) {
    Call call = new Call(((Double) args[0]).intValue(), (String) args[1]);
    try {
      functions.get(call.api).start().begin(arguments(args[2]), call);
    } catch (WxFailure e) {
      call.fail(e.reason());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  private Object answer(Object... args) {
    try {
      return functions.get((String) args[0]).answer().of(arguments(args[1]));
    } catch (Exception e) {
      throw new JsException(e.toString());
    }
  }

  private Object refuse(Object... args) {
    CallCode code = CallCode.valueOf((String) args[2]);
    Reason why = new Reason(code, (String) args[3], "", "", Origin.BUILT_IN);
    return Map.of("errMsg", why.errMsg((String) args[1], Platform.DEFAULT));
  }

  @SuppressWarnings("unchecked")
  private static Args arguments(Object options) {
    return new Args((Map<String, Object>) options);
  }

  private final class Call implements WxCall {
    private final int id;
    private final String api;
    private final Pending pending;

    Call(int id, String api) {
      this.id = id;
      this.api = api;
      pending = loop.begin(api);
    }

    @Override
    public int id() {
      return id;
    }

    @Override
    public void succeed(Map<String, Object> result) {
      Map<String, Object> whole = new LinkedHashMap<>(result);
      whole.put("errMsg", api + ":ok");
      settle(true, whole);
    }

    @Override
    public void succeedNow(Map<String, Object> result) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void fail(Reason why) {
      settle(false, Map.of("errMsg", why.errMsg(api, Platform.DEFAULT)));
    }

    private void settle(boolean ok, Map<String, Object> result) {
      pending.settle(() -> js.turn(() -> wx.call("settle", id, ok, result)));
    }

    @Override
    public void fail(Throwable why) {
      throw new UnsupportedOperationException(why);
    }

    @Override
    public void failNow(Reason why) {
      throw new UnsupportedOperationException();
    }

    @Override
    public WxObject object() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void emit(String event, Map<String, Object> data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stream(String event, Map<String, Object> data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void after(Duration delay, Runnable turn) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void addToFailure(Supplier<Map<String, Object>> fields) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void dropDeadline() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void onMethod(String method, Runnable handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void onEnd(Runnable cleanup) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void interruptible() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void joinLane(Lane lane, Reason aborted, Step step) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long invokedAt() {
      return 0;
    }

    @Override
    public long queuedAt() {
      return 0;
    }

    @Override
    public long startedAt() {
      return 0;
    }

    @Override
    public void blocking(Callable<Map<String, Object>> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void deadline(Duration delay, Reason why, Runnable overdue) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void note(Reason what) {}

    @Override
    public void log(String what, Map<String, Object> facts) {
      throw new UnsupportedOperationException();
    }
  }
}
