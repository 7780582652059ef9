package minihost.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import minihost.js.JsError;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.loop.Handle;
import minihost.loop.SystemClock;

/**
 * The routes file at work: a JavaScript world of its own, apart from the mini program's, on a
 * thread of its own. Handlers run one at a time; what one awaits does not hold up the others.
 */
final class RouteScript implements AutoCloseable {
  private static final String HEAD = "minihostModule(function (module, exports, require) {";
  private static final String TAIL = "\n});";
  private static final int STACK_BYTES = 8 << 20;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final RouteFiles files;
  private final Consumer<LabEvent> listener;
  private final EventLoop loop;
  private final Handle open;
  private final Thread thread;
  private final OwedAnswers owed = new OwedAnswers();
  private final CompletableFuture<List<String>> patterns = new CompletableFuture<>();
  private volatile JsRuntime js;
  private JsObject lab; // JS thread only, as is the next field
  private JsException notParsed;

  /** Begins to load the file; {@link #patterns} waits for the end of that. */
  RouteScript(RouteFiles files, Consumer<LabEvent> listener) {
    this.files = files;
    this.listener = listener;
    loop = new EventLoop(new SystemClock(), t -> print("error", "lab: " + t));
    open = loop.open("lab routes");
    thread = new Thread(null, this::live, "lab-js", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The patterns of the file, in its order.
   *
   * @throws JsException what loading it threw
   */
  List<String> patterns() throws InterruptedException, JsException {
    try {
      return patterns.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof JsException thrown) throw thrown;
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Checks a route that always answers the same.
   *
   * @throws JsException or {@link IllegalArgumentException} saying what will not do about the
   *     answer
   */
  void check(String pattern) throws InterruptedException {
    CompletableFuture<Answer> checked = new CompletableFuture<>();
    loop.post(
        () -> {
          try {
            Object constant = lab.call("constant", pattern);
            checked.complete(constant instanceof Map<?, ?> map ? ScriptData.answer(map) : null);
          } catch (JsException | IllegalArgumentException e) {
            checked.completeExceptionally(e);
          }
        });
    try {
      checked.get();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  /** Runs the handler of a pattern and waits for its answer. Any thread but the lab's own. */
  Answer answer(String pattern, LabRequest request) throws InterruptedException, RouteFailure {
    return owed.await(number -> loop.post(() -> begin(number, pattern, request)));
  }

  private void begin(int number, String pattern, LabRequest request) {
    try {
      lab.call("answer", number, pattern, ScriptData.request(request));
    } catch (JsException e) {
      owed.failed(number, e.error().text());
    }
  }

  private void live() {
    try {
      loop.run(this::load);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      patterns.cancel(false);
      if (js != null) js.close();
    }
  }

  private void load() {
    js = new JsRuntime(loop, new Listener());
    js.setColumns((file, line, column) -> line == 1 ? column - HEAD.length() : column);
    js.install(RouteScript.class, "answers.js", Map.of());
    lab =
        js.install(
            RouteScript.class,
            "lab.js",
            Map.of(
                "resolve", args -> files.resolve((String) args[0], (String) args[1]),
                "text", args -> files.text((String) args[0]),
                "run", this::run,
                "answered", this::answered,
                "failed", this::failed));
    try {
      List<?> found = (List<?>) lab.call("load", files.main());
      patterns.complete(found.stream().map(String.class::cast).toList());
    } catch (JsException e) {
      patterns.completeExceptionally(placed(e));
    }
  }

  /** A syntax error loses its place on the way through {@code require}. */
  private JsException placed(JsException e) {
    boolean same = notParsed != null && e.getMessage().endsWith(notParsed.getMessage());
    return same ? notParsed : e;
  }

  private Object run(Object... args) {
    String id = (String) args[0];
    try {
      js.run(id, HEAD + files.text(id) + TAIL);
    } catch (JsException e) {
      notParsed = e;
      throw e;
    }
    return null;
  }

  private Object answered(Object... args) {
    owed.answered(args[0], (Map<?, ?>) args[1]);
    return null;
  }

  private Object failed(Object... args) {
    String frames = (String) args[2];
    owed.failed(args[0], args[1] + (frames.isEmpty() ? "" : "\n" + frames));
    return null;
  }

  private void print(String level, String text) {
    listener.accept(new LabEvent.Printed(level, text));
  }

  /** Ends the handlers, also one that does not return. */
  @Override
  public void close() {
    owed.close();
    loop.stop();
    open.close();
    try {
      while (!thread.join(PATIENCE)) if (js != null) js.interrupt(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements JsRuntime.Listener {
    @Override
    public void console(String level, String text) {
      print(level, text);
    }

    @Override
    public void error(JsError error) {
      print("error", error.text());
    }
  }
}
