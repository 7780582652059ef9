package minihost.js;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The one engine of the process, which keeps parsed sources, and the one way to make a Context: no
 * Java, no files, no environment, no threads, no code from strings. Thread-safe.
 */
final class JsEngine {
  private JsEngine() {}

  /** Lets a ByteBuffer be seen as a buffer, and nothing else of Java. */
  private static final HostAccess DATA_ONLY =
      HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

  private static final class Shared {
    static final Engine ENGINE =
        Engine.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
  }

  private record Resource(Class<?> owner, String file) {}

  /** Held, since the engine forgets what it has parsed when nobody holds the source any more. */
  private static final Map<Resource, Source> RESOURCES = new ConcurrentHashMap<>();

  static Engine shared() {
    return Shared.ENGINE;
  }

  /** The engine of a debugging session, which takes the place of the shared one; null for none. */
  private static volatile Engine inspected;

  /** From now on, contexts are made in this engine; null for the shared one. */
  static void inspect(Engine engine) {
    inspected = engine;
    FutureTask<Context> spare = SPARE.getAndSet(null);
    if (spare != null) spare.cancel(false);
  }

  /** One Context made ahead of its use, by whoever had the time. */
  private static final AtomicReference<FutureTask<Context>> SPARE = new AtomicReference<>();

  /**
   * Makes the JVM ready for scripts that use up the stack: a class that is first needed down there,
   * such as what reads jars, would fail to initialize and stay unusable for good.
   */
  private static void prepareForDeepStacks() {
    new CRC32().update(1);
    new Inflater(true).end();
    text(JsEngine.class, "data.js");
    text(JsEngine.class, "inspect.js");
  }

  /**
   * @param scripts to be parsed in it as well, for all that come after
   */
  static void makeSpare(List<Source> scripts) {
    FutureTask<Context> task = new FutureTask<>(() -> buildAndInitialize(scripts));
    if (SPARE.compareAndSet(null, task))
      Thread.ofPlatform().daemon().name("minihost-warm-up").start(task);
  }

  private static Context buildAndInitialize(List<Source> scripts) {
    Context context = build();
    context.initialize("js");
    prepareForDeepStacks();
    scripts.forEach(context::parse);
    return context;
  }

  static Context newContext() {
    FutureTask<Context> spare = SPARE.getAndSet(null);
    if (spare == null) return build();
    try {
      return spare.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return build();
    } catch (ExecutionException e) {
      return build();
    }
  }

  private static Context build() {
    return Context.newBuilder("js")
        .engine(inspected == null ? Shared.ENGINE : inspected)
        .allowExperimentalOptions(true)
        .allowHostAccess(DATA_ONLY)
        .allowIO(IOAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .option("js.allow-eval", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false")
        .option("js.global-arguments", "false")
        .option("js.java-package-globals", "false")
        .option("js.polyglot-builtin", "false")
        .option("js.unhandled-rejections", "handler")
        .option("js.lazy-translation", "true")
        .build();
  }

  /** Program code: its name is what stack traces show. */
  static Source source(String name, CharSequence code) {
    return Source.newBuilder("js", code, name).cached(true).buildLiteral();
  }

  /** Program code of a file, which a debugger finds by its address. */
  static Source source(String name, CharSequence code, URI file) {
    if (inspected == null) return source(name, code);
    try {
      return Source.newBuilder("js", file.toURL()).name(name).content(code).cached(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A resource beside {@code owner}, named {@code minihost:file} so that traces can leave it out.
   */
  static Source resource(Class<?> owner, String file) {
    if (inspected != null) return own(file, text(owner, file));
    return RESOURCES.computeIfAbsent(new Resource(owner, file), r -> own(file, text(owner, file)));
  }

  /** Code of the host, which a debugger neither shows nor enters. */
  static Source own(String name, String code) {
    return Source.newBuilder("js", code, JsStack.INTERNAL + name)
        .cached(true)
        .internal(inspected != null)
        .buildLiteral();
  }

  static String text(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null)
        throw new IllegalArgumentException("no resource " + file + " beside " + owner);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
