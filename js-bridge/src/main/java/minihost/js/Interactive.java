package minihost.js;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * A person's conversation with a running program: inputs are JavaScript with top-level {@code
 * await}, in a scope of their own over the program's globals. What an input declares is seen by
 * later inputs and not by the program. JS thread, unless said otherwise.
 */
public final class Interactive {
  /** What stack traces call an input. */
  static final String NAME = "repl";

  private record Waiting(Consumer<String> done, Consumer<JsError> failed) {}

  private final JsRuntime runtime;
  private final Value repl;
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private int last;

  /**
   * @param names further names in scope, each with the JavaScript expression that is its value
   *     whenever it is read
   */
  public Interactive(JsRuntime runtime, Map<String, String> names) {
    this.runtime = runtime;
    repl =
        runtime.exports(
            Interactive.class,
            "interactive.js",
            Map.of("done", this::done, "failed", this::failed));
    names.forEach(
        (name, expression) -> {
          String function = "() => (" + expression + ")";
          Value read = runtime.evaluate(JsEngine.source(JsStack.INTERNAL + name, function));
          repl.invokeMember("name", name, read);
        });
  }

  /** Whether {@code code} breaks off where further lines could make it whole. Any thread. */
  public static boolean isIncomplete(String code) {
    return InteractiveParser.isIncomplete(code);
  }

  /**
   * Runs one input. Exactly one of the consumers is called, on the JS thread: at once, or, when the
   * input awaits, once its promise has settled. An input that is stopped while it awaits tells
   * neither.
   *
   * @param done takes the value of the last expression, inspected; empty for {@code undefined}
   */
  public void evaluate(String code, Consumer<String> done, Consumer<JsError> failed) {
    int id = ++last;
    waiting.put(id, new Waiting(done, failed));
    try {
      InteractiveSource source = InteractiveSource.of(code);
      source.names().forEach(name -> repl.invokeMember("declare", name));
      Value function = runtime.evaluate(JsEngine.source(NAME, source.code()));
      repl.invokeMember("run", id, function, source.awaits());
    } catch (JsException e) {
      waiting.remove(id).failed.accept(e.error());
    } catch (PolyglotException e) {
      waiting.remove(id).failed.accept(runtime.errorOf(e));
    }
  }

  /**
   * The member names of the value at a path of plain properties, for completion: own ones first.
   * Runs no getter; of a path that leads nowhere there are none.
   *
   * @param path {@code wx}, {@code app.globalData}; empty for what is in scope
   */
  public List<String> members(String path) {
    Value names = repl.invokeMember("members", path);
    return JsData.toJava(names) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private Object done(Object... args) {
    Waiting input = waiting.remove(((Double) args[0]).intValue());
    input.done.accept((String) args[1]);
    return null;
  }

  private Object failed(Object... args) {
    Waiting input = waiting.remove(((Double) args[0]).intValue());
    input.failed.accept(runtime.thrown((String) args[1], (String) args[2]));
    return null;
  }
}
