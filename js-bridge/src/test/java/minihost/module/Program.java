package minihost.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A few files in memory, rewritten and run with the smallest possible require. */
final class Program implements AutoCloseable {
  private static final Engine ENGINE =
      Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();

  private final Context context = Context.newBuilder("js").engine(ENGINE).build();
  private final Map<String, String> files = new HashMap<>();
  private final Value loader;

  Program() {
    Value interop = context.eval("js", interop());
    loader =
        context
            .eval(
                "js",
                """
                (compile, interop) => {
                  const cache = new Map();
                  return function require(name) {
                    const id = String(name).replace(/^\\.\\//, '').replace(/\\.js$/, '') + '.js';
                    if (cache.has(id)) return cache.get(id).exports;
                    const module = { exports: {} };
                    cache.set(id, module);
                    const exports = module.exports;
                    compile(id)(require, module, exports, interop(require, exports));
                    return module.exports;
                  };
                }\
                """)
            .execute((ProxyExecutable) arguments -> compile(arguments[0].asString()), interop);
  }

  static String interop() {
    try (InputStream in = EsModules.class.getResourceAsStream("es-interop.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Program file(String id, String source) {
    files.put(id, source);
    return this;
  }

  private Value compile(String id) {
    if (!files.containsKey(id)) {
      throw new AssertionError("no file " + id);
    }
    Transpiled code = EsModules.rewrite(id, files.get(id));
    String head = "(function(require,module,exports," + code.helper() + "){";
    String strict = code.strict() ? "'use strict';" : "";
    return context.eval(
        Source.newBuilder("js", head + strict + "return(()=>{" + code.code() + "\n})()})", id)
            .buildLiteral());
  }

  /** The JSON of what main.js exports as {@code out}, with promises settled. */
  String run() {
    Value out = loader.execute("main").getMember("out");
    return context.eval("js", "(x) => JSON.stringify(x)").execute(out).asString();
  }

  Value eval(String code) {
    return context.eval("js", code);
  }

  @Override
  public void close() {
    context.close();
  }
}
