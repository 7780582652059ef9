package minihost.module;

import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ir.ExportNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.ImportNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Module.ExportEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * ES modules rewritten to CommonJS, as the WeChat tools do before they ship a program: imports are
 * hoisted {@code require} calls, exports are getters on {@code exports}, so both stay live and
 * cycles work.
 *
 * <p>The rewriting is a set of text edits: no line moves, and a file without {@code import} and
 * {@code export} statements is left alone, sloppy mode included.
 */
public final class EsModules {
  private EsModules() {}

  /**
   * The file as CommonJS.
   *
   * @param id names the file in errors
   * @throws ModuleSyntaxException when a module does not parse, or uses top-level {@code await} or
   *     {@code import.meta}, which a synchronous loader cannot give
   */
  public static Transpiled rewrite(String id, String source) {
    return rewrite(id, source, Instrumenter.Places.NONE);
  }

  /** The same, with counters at these places of the source. */
  static Transpiled rewrite(String id, String source, Instrumenter.Places places) {
    if (!Words.mayBeModule(source)) return Transpiled.counted(source, places);
    return module(id, source, places)
        .orElseGet(() -> script(id, source, places))
        .with(places.probes());
  }

  private static Optional<Transpiled> module(String id, String source, Instrumenter.Places places) {
    FunctionNode parsed;
    try {
      parsed = JsParser.module(id, source);
    } catch (ParserException e) {
      if (isScript(id, source)) {
        return Optional.empty();
      }
      throw JsParser.problem(id, source, e);
    }
    Module module = parsed.getModule();
    References references = new References(id, source, new Names(source));
    for (Module.ModuleRequest request : module.getRequestedModules()) {
      references.names().module(request.specifier().toJavaStringUncached());
    }
    module.getImports().forEach(references.names()::bind);
    if (module.getImports().isEmpty() && module.getExports().isEmpty()) {
      Edits edits = new Edits(source);
      places.apply(edits);
      return Optional.of(references.rewrite(parsed, edits, false));
    }
    Edits edits = new Edits(source);
    edits.insert(0, new Prologue(references.names(), module).text());
    places.apply(edits); // before all that follows at the same place
    for (ImportNode node : module.getImports()) {
      Statements.removeImport(node, edits);
    }
    // One node per declared name: export const a, b is one statement with two nodes.
    Set<Integer> seen = new HashSet<>();
    for (ExportNode node : module.getExports()) {
      if (seen.add(node.getStart())) {
        Statements.removeExport(source, node, references.names().defaultExport, edits);
      }
    }
    return Optional.of(references.rewrite(parsed, edits, true));
  }

  /**
   * Whether a file that is no module can be left to the engine: it is a script, or it has an error
   * of its own that the engine will report.
   */
  private static boolean isScript(String id, String source) {
    try {
      JsParser.script(id, source);
      return true;
    } catch (ParserException e) {
      return !JsParser.stoppedAtModuleWord(e);
    }
  }

  /** A sloppy script: only its {@code import()} calls are rewritten. */
  private static Transpiled script(String id, String source, Instrumenter.Places places) {
    try {
      Edits edits = new Edits(source);
      places.apply(edits);
      return new References(id, source, new Names(source))
          .rewrite(JsParser.script(id, source), edits, false);
    } catch (ParserException e) {
      return Transpiled.counted(source, places);
    }
  }

  /** The name of a local entry's binding; anonymous defaults get a generated one. */
  static String local(ExportEntry entry, Names names) {
    return entry.getLocalName().equals(Module.DEFAULT_EXPORT_BINDING_NAME)
        ? names.defaultExport
        : entry.getLocalName().toJavaStringUncached();
  }
}
