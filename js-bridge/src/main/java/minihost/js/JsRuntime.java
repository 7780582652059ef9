package minihost.js;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import minihost.loop.EventLoop;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * One program's JavaScript world: a hardened Context on the loop's thread, with timers, console and
 * error reporting. Everything but {@link #interrupt} belongs to the loop thread.
 *
 * <p>Promise jobs run whenever the outermost call into JavaScript returns, so every turn ends with
 * none left.
 */
public final class JsRuntime implements AutoCloseable {
  /** What the world outside hears of the program. Called on the loop thread. */
  public interface Listener {
    /**
     * @param level {@code log}, {@code info}, {@code warn}, {@code error} or {@code debug}
     */
    void console(String level, String text);

    void error(JsError error);
  }

  /** How the names of scripts begin that stack traces leave out. */
  public static final String INTERNAL = JsStack.INTERNAL;

  private final EventLoop loop;
  private final Listener listener;
  private final Context context;
  private final JsData data;
  private final JsStack stack;
  private final Value kit;
  private final TimerTurns timers;
  private JsObject inspector;
  private List<JsStack.Frame> stoppedAt = List.of();
  private Columns columns = (file, line, column) -> column;

  /** Begins to make the next world's Context, on a thread of its own. Any thread. */
  public static void warmUp() {
    JsEngine.makeSpare(List.of());
  }

  /** The same, and parses host scripts beside {@code owner} that {@link #install} will want. */
  public static void warmUp(Class<?> owner, String... files) {
    JsEngine.makeSpare(Stream.of(files).map(file -> JsEngine.resource(owner, file)).toList());
  }

  /** Builds the world on the loop thread, which then owns it. */
  public JsRuntime(EventLoop loop, Listener listener) {
    loop.assertOnLoop();
    this.loop = loop;
    this.listener = listener;
    context = JsEngine.newContext();
    data = new JsData(context);
    stack = new JsStack(this::column);
    kit = context.eval(JsEngine.own("object", "({})"));
    install(JsRuntime.class, "sandbox.js", Map.of());
    kit.putMember("watched", (ProxyExecutable) this::watched);
    install(
        JsRuntime.class,
        "errors.js",
        Map.of("error", this::reported, "frames", this::cleaned, "inspector", this::makeInspector));
    install(JsRuntime.class, "console.js", Map.of("write", this::written, "now", this::now));
    install(JsRuntime.class, "date.js", Map.of("epoch", args -> loop.clock().epochMillis()));
    timers = new TimerTurns(loop, this::turn);
    JsObject js = install(JsRuntime.class, "timers.js", timers.functions());
    timers.bind(js);
  }

  /**
   * Runs a host script: a resource beside {@code owner} holding one function expression {@code
   * (host, kit) => exports}.
   *
   * @param host what the script may ask of Java
   * @return the script's exports
   */
  public JsObject install(Class<?> owner, String file, Map<String, HostFunction> host) {
    return object(exports(owner, file, host));
  }

  JsObject object(Value exports) {
    return new Exports(exports);
  }

  Value exports(Class<?> owner, String file, Map<String, HostFunction> host) {
    loop.assertOnLoop();
    return context.eval(JsEngine.resource(owner, file)).execute(functions(host), kit);
  }

  /**
   * Runs program text whose value is of no interest.
   *
   * @param name what stack traces call it
   * @throws JsException what it threw
   */
  public void run(String name, String code) {
    evaluate(JsEngine.source(name, code));
  }

  /** Runs program text and gives its value as plain data. */
  public Object evaluate(String name, String code) {
    return JsData.toJava(evaluate(JsEngine.source(name, code)));
  }

  /**
   * Runs program text for its value, which a host function may give to its script as it is: a
   * function, say. The text sees nothing of the host's.
   *
   * @param name what stack traces call it; those that begin with {@link #INTERNAL} are left out
   * @throws JsException its syntax error
   */
  public Object function(String name, String code) {
    return evaluate(JsEngine.source(name, code));
  }

  Value evaluate(Source source) {
    loop.assertOnLoop();
    try {
      return context.eval(source);
    } catch (PolyglotException e) {
      throw new JsException(errorOf(e));
    }
  }

  /** Plain data as a console shows it. */
  public String inspect(Object plain) {
    return (String) inspector().call("inspect", plain, 4);
  }

  private Object makeInspector(Object... args) {
    inspector();
    return null;
  }

  /** Made when the first value is shown: most lines that programs write are strings. */
  private JsObject inspector() {
    if (inspector == null) inspector = install(JsRuntime.class, "inspect.js", Map.of());
    return inspector;
  }

  /** A turn of the program: what it throws is reported, not passed on. */
  public void turn(Runnable code) {
    try {
      code.run();
    } catch (JsException e) {
      listener.error(e.error());
    } catch (PolyglotException e) {
      listener.error(errorOf(e));
    }
  }

  private int column(String file, int line, int column) {
    if (!file.equals(Interactive.NAME)) return columns.original(file, line, column);
    return line == 1 ? Math.max(0, column - InteractiveSource.HEAD_WIDTH) : column;
  }

  /** Takes back every timer that is set. */
  public void forgetTimers() {
    timers.forget();
  }

  /** Tells how columns of running code lead to those of program files. */
  public void setColumns(Columns columns) {
    this.columns = columns;
  }

  /** Evaluates a source that may be broken. */
  Value compile(Source source) throws PolyglotException {
    loop.assertOnLoop();
    return context.eval(source);
  }

  /**
   * Stops the code that is running, however it loops; a script cannot catch it. The Context stays
   * usable. Any thread but the loop's.
   *
   * @return false when it could not be stopped within {@code patience}
   */
  public boolean interrupt(Duration patience) {
    try {
      context.interrupt(patience);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** The error of an exception that came out of this runtime. */
  JsError errorOf(PolyglotException e) {
    if (e.isInterrupted() || e.isCancelled()) return stopped(e);
    if (isOutOfMemory(e)) return outOfMemory(e);
    if (!e.isGuestException() || e.getGuestObject() == null)
      return stack.error(JsError.Kind.UNCAUGHT, "InternalError: " + e.getMessage(), frames(e));
    Value text = kit.getMember("describe").execute(e.getGuestObject());
    return thrown(text.getArrayElement(0).asString(), text.getArrayElement(1).asString());
  }

  private JsError stopped(PolyglotException e) {
    List<JsStack.Frame> innermost = stoppedAt.isEmpty() ? frames(e) : stoppedAt;
    stoppedAt = List.of();
    return stack.error(
        JsError.Kind.STOPPED, "the script did not return and was stopped", innermost);
  }

  /**
   * Applies a function of the program for a host script that will catch what it throws, and notes
   * where it is stopped: a try block in JavaScript loses that.
   */
  private Object watched(Value... call) {
    try {
      return kit.getMember("apply").execute((Object[]) call);
    } catch (PolyglotException e) {
      if (e.isInterrupted() && stoppedAt.isEmpty()) stoppedAt = frames(e);
      throw e;
    }
  }

  /** A stack that is too deep is exhausted as well, but that is a RangeError of the program's. */
  private static boolean isOutOfMemory(PolyglotException e) {
    if (e.isHostException()) return e.asHostException() instanceof OutOfMemoryError;
    return e.isResourceExhausted() && e.getGuestObject() == null;
  }

  private JsError outOfMemory(PolyglotException e) {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    String message =
        "the script needs more memory than there is (%d MB): hold less data, or give Java more"
            + " with MINIHOST_JAVA_OPTS=-Xmx2g";
    return stack.error(JsError.Kind.UNCAUGHT, message.formatted(megabytes), frames(e));
  }

  private List<JsStack.Frame> frames(PolyglotException e) {
    List<JsStack.Frame> frames = new ArrayList<>();
    for (PolyglotException.StackFrame f : e.getPolyglotStackTrace()) {
      if (!f.isGuestFrame() || f.getSourceLocation() == null) continue;
      var at = f.getSourceLocation();
      stack
          .frame(f.getRootName(), at.getSource().getName(), at.getStartLine(), at.getStartColumn())
          .ifPresent(frames::add);
    }
    return frames;
  }

  /** The error of something thrown, from its description by {@code kit.describe}. */
  JsError thrown(String message, String trace) {
    return stack.error(JsError.Kind.UNCAUGHT, message, stack.frames(trace));
  }

  private Object reported(Object... args) {
    boolean rejection = Boolean.TRUE.equals(args[0]);
    var kind = rejection ? JsError.Kind.UNHANDLED_REJECTION : JsError.Kind.UNCAUGHT;
    listener.error(stack.error(kind, (String) args[1], stack.frames((String) args[2])));
    return null;
  }

  private Object cleaned(Object... args) {
    return stack.text(stack.frames((String) args[0])).indent(4).stripTrailing();
  }

  private Object written(Object... args) {
    listener.console((String) args[0], (String) args[1]);
    return null;
  }

  private Object now(Object... args) {
    return loop.clock().nanos() / 1e6;
  }

  private Value functions(Map<String, HostFunction> host) {
    Value made = context.eval(JsEngine.own("object", "({})"));
    host.forEach((name, function) -> made.putMember(name, proxy(function)));
    return made;
  }

  /** What goes wrong in Java is a plain Error in the script, which learns no class of ours. */
  private ProxyExecutable proxy(HostFunction function) {
    return args -> {
      try {
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) plain[i] = JsData.toJava(args[i]);
        return data.toJs(function.call(plain));
      } catch (JsException e) {
        return raise(e.error().message());
      } catch (PolyglotException e) {
        throw e; // the script's own, from a getter or a proxy
      } catch (RuntimeException e) {
        return raise("minihost failed: " + e);
      }
    };
  }

  private Value raise(String message) {
    return kit.getMember("raise").execute(message);
  }

  private final class Exports implements JsObject {
    private final Value value;

    Exports(Value value) {
      this.value = value;
    }

    @Override
    public Object call(String member, Object... args) {
      loop.assertOnLoop();
      Object[] js = new Object[args.length];
      for (int i = 0; i < args.length; i++) js[i] = data.toJs(args[i]);
      try {
        return JsData.toJava(value.invokeMember(member, js));
      } catch (PolyglotException e) {
        throw new JsException(errorOf(e));
      }
    }
  }

  /** Ends the world at once, also in the middle of a loop. */
  @Override
  public void close() {
    context.close(true);
  }
}
