package minihost.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import minihost.js.HostFunction;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;

/**
 * Routes of a lab whose answers come from another JavaScript world than that of the routes file,
 * such as a test's. That world's script has an {@code answer(number, pattern, request)}, after
 * which it calls {@code answered} or {@code failed}.
 */
public final class GuestRoutes {
  private static final Duration PEEK = Duration.ofMillis(100);

  private final Lab lab;
  private final EventLoop loop;
  private final OwedAnswers owed = new OwedAnswers();
  private JsObject script;

  /**
   * @param loop of that world
   */
  public GuestRoutes(Lab lab, EventLoop loop) {
    this.lab = lab;
    this.loop = loop;
  }

  /** Gives a world {@code kit.labAnswer} and {@code kit.labRequest}. JS thread. */
  public static void install(JsRuntime js) {
    js.install(RouteScript.class, "answers.js", Map.of());
  }

  /** What the script needs of Java, by name. */
  public Map<String, HostFunction> functions() {
    Map<String, HostFunction> functions = new HashMap<>();
    functions.put("route", args -> route((String) args[0]));
    functions.put(
        "answered", args -> HostFunction.done(() -> owed.answered(args[0], (Map<?, ?>) args[1])));
    functions.put(
        "failed", args -> HostFunction.done(() -> owed.failed(args[0], (String) args[1])));
    functions.put("labRequests", args -> requests((String) args[0]));
    return functions;
  }

  /** The script, once it is there. JS thread. */
  public void bind(JsObject script) {
    this.script = script;
  }

  private Object route(String pattern) {
    readable(pattern, () -> lab.on(pattern, request -> answer(pattern, request)));
    return null;
  }

  private static <T> T readable(String pattern, Supplier<T> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw new JsException("\"" + pattern + "\": " + e.getMessage());
    }
  }

  private Answer answer(String pattern, LabRequest request)
      throws InterruptedException, RouteFailure {
    Map<String, Object> plain = ScriptData.request(request);
    return owed.await(number -> loop.post(() -> script.call("answer", number, pattern, plain)));
  }

  /** Blocks until this many requests have reached a route; false when it is given up. */
  public boolean await(String pattern, int count) {
    try {
      while (!owed.isClosed()) {
        try {
          lab.awaitRequests(pattern, count, PEEK);
          return true;
        } catch (TimeoutException e) {
          continue;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private List<?> requests(String pattern) {
    List<LabRequest> all =
        pattern == null ? lab.requests() : readable(pattern, () -> lab.requests(pattern));
    return all.stream().map(ScriptData::request).toList();
  }

  /** Gives up those who wait; no answer will come. Any thread. */
  public void close() {
    owed.close();
  }
}
