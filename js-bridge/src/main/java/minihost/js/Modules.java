package minihost.js;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import minihost.module.ColumnMap;
import minihost.module.ModuleFile;
import minihost.module.ModuleSyntaxException;
import minihost.module.ModuleTree;
import minihost.module.Probes;
import minihost.module.Transpiled;
import minihost.module.Transpiler;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * The {@code require} of a running program: every file of the tree is loaded once, in a wrapper of
 * its own (sheet 8.1). Loop thread.
 */
public final class Modules {
  /**
   * Names of browsers, which programs probe with {@code typeof}: declared, and undefined. The list
   * is that of compiled WeChat programs (sheet 8.1, wrapper shadowing).
   */
  private static final String SHADOWED =
      "window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,"
          + "confirm,prompt,fetch,XMLHttpRequest,WebSocket,webkit,WeixinJSCore,Reporter,"
          + "ServiceJSBridge";

  /** What the engine puts before the text of a syntax error, which counts columns from 0. */
  private static final Pattern PLACE = Pattern.compile("^SyntaxError: .+?:\\d+:\\d+ ");

  private record Loaded(int head, ColumnMap columns) {}

  private final JsRuntime js;
  private final ModuleTree tree;
  private final Transpiler transpiler;
  private final String shadowed;
  private final Map<String, ModuleFile> files = new HashMap<>();
  private final Map<String, Loaded> loaded = new HashMap<>();
  private final Map<String, Probes> counted = new HashMap<>();
  private final Value exports;
  private final JsObject require;

  /** Gives the program of {@code tree} its {@code require}; nothing is loaded yet. */
  public Modules(JsRuntime js, ModuleTree tree, Transpiler transpiler) {
    this(js, tree, transpiler, true);
  }

  /**
   * @param shadowing false for a mini game, whose adapter gives it a {@code window} and the like
   */
  public Modules(JsRuntime js, ModuleTree tree, Transpiler transpiler, boolean shadowing) {
    this.js = js;
    this.tree = tree;
    this.transpiler = transpiler;
    shadowed = shadowing ? SHADOWED : "";
    js.setColumns(this::originalColumn);
    exports = js.exports(Modules.class, "require.js", functions());
    require = js.object(exports);
  }

  private Map<String, HostFunction> functions() {
    return Map.of(
        "find", args -> id(tree.file((String) args[0])),
        "resolve", args -> id(resolve((String) args[0], (String) args[1], (boolean) args[2])),
        "missing", args -> tree.missing((String) args[0], (String) args[1]),
        "interop", args -> js.evaluate(JsEngine.resource(ModuleTree.class, "es-interop.js")),
        "load", args -> load(files.get((String) args[0])),
        "counters", args -> counted.getOrDefault((String) args[0], Probes.NONE).count());
  }

  private Optional<ModuleFile> resolve(String from, String specifier, boolean waits) {
    return waits ? tree.resolve(from, specifier) : tree.atHand(from, specifier);
  }

  /**
   * Runs a program file and what it requires; does nothing when it has run before.
   *
   * @param id path from the root, with or without {@code .js}
   * @throws JsException what the file threw, or that there is no such file
   */
  public void run(String id) {
    require.call("run", id);
  }

  /** Adds how often what ran of the files that are counted. The loop may have ended. */
  public void countInto(Coverage coverage) {
    counted.forEach(
        (id, probes) -> {
          Object counts = JsData.toJava(exports.invokeMember("counts", id));
          if (counts instanceof List<?> list) coverage.add(files.get(id).path(), probes, list);
        });
  }

  /** The author's column for a place in a stack trace; 0 for a place in the wrapper. */
  int originalColumn(String file, int line, int column) {
    Loaded module = loaded.get(file);
    if (module == null) {
      return column;
    }
    int inCode = line == 1 ? column - module.head : column;
    return inCode < 1 ? 0 : module.columns.original(line, inCode);
  }

  private String id(Optional<ModuleFile> found) {
    found.ifPresent(file -> files.put(file.id(), file));
    return found.map(ModuleFile::id).orElse(null);
  }

  /** The wrapper function of a file, or the text of the syntax error in it. */
  private Object load(ModuleFile file) {
    try {
      Transpiled code = transpiler.transpile(file);
      String head = head(code);
      loaded.put(file.id(), new Loaded(head.length(), code.columns()));
      if (!code.probes().isEmpty()) counted.put(file.id(), code.probes());
      Inspection.loaded(file, head.length(), code.columns());
      return compile(file, code, head);
    } catch (ModuleSyntaxException e) {
      return e.getMessage();
    } catch (UncheckedIOException e) {
      throw new JsException(e.getMessage());
    }
  }

  /**
   * The author's code is the body of a function within the wrapper, so that it may declare the
   * shadowed names itself; an arrow function, so that it is one frame in a stack.
   */
  private String head(Transpiled code) {
    String counters = code.probes().isEmpty() ? "" : code.probes().name() + ",";
    String names = "require,module,exports," + code.helper() + "," + counters + shadowed;
    return "(function(" + names + "){" + (code.strict() ? "'use strict';" : "") + "return()=>{";
  }

  private Value compile(ModuleFile file, Transpiled code, String head) {
    try {
      return js.compile(
          JsEngine.source(file.id(), head + code.code() + "\n}})", file.path().toUri()));
    } catch (PolyglotException e) {
      if (!e.isSyntaxError() || e.getSourceLocation() == null) {
        throw e;
      }
      int line = e.getSourceLocation().getStartLine();
      int column = originalColumn(file.id(), line, e.getSourceLocation().getStartColumn());
      String text = PLACE.matcher(e.getMessage()).replaceFirst("").lines().findFirst().orElse("");
      throw new ModuleSyntaxException(file.id(), file.read(), line, Math.max(1, column), text);
    }
  }
}
