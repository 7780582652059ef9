package minihost.js;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The engine's own parser put to questions about a line being typed. It is not public API of the
 * engine: the version is pinned, and tests guard every answer. Any thread.
 */
final class InteractiveParser {
  private static final int ECMASCRIPT_2025 = 16;

  private InteractiveParser() {}

  static FunctionNode script(String code) {
    return parser(code).parse();
  }

  private static FunctionNode module(String code) {
    return parser(code).parseModule("repl");
  }

  /** Whether more lines could make {@code code} whole: brackets, templates or comments are open. */
  static boolean isIncomplete(String code) {
    if (endsTooEarly(code)) return true;
    boolean literal = code.stripLeading().startsWith("{") && !isScript(code);
    if (literal && !isScript("(" + code + "\n)") && endsTooEarly("(" + code)) return true;
    return code.contains("`") && mayFollow(code, "`")
        || code.contains("/*") && mayFollow(code, "*/");
  }

  static boolean isScript(String code) {
    return problem(() -> script(code)).isEmpty();
  }

  /** What is wrong with {@code code} as a script in which {@code await} may stand. */
  static Optional<ParserException> problem(String code) {
    boolean awaits = code.contains("await");
    return problem(() -> awaits ? module(code) : script(code));
  }

  /** A script knows no top-level await and a module no sloppy mode: either may be what is meant. */
  private static boolean endsTooEarly(String code) {
    Optional<ParserException> script = problem(() -> script(code));
    if (script.isEmpty()) return false;
    if (script.get().isIncompleteSource()) return true;
    return problem(() -> module(code)).filter(ParserException::isIncompleteSource).isPresent();
  }

  /** Whether {@code closer} repairs code that breaks off inside a template or a comment. */
  private static boolean mayFollow(String code, String closer) {
    if (problem(code).isEmpty()) return false;
    return problem(code + closer).map(ParserException::isIncompleteSource).orElse(true);
  }

  private static Optional<ParserException> problem(Supplier<FunctionNode> parse) {
    try {
      parse.get();
      return Optional.empty();
    } catch (ParserException e) {
      return Optional.of(e);
    }
  }

  private static Parser parser(String code) {
    ScriptEnvironment environment =
        ScriptEnvironment.builder()
            .ecmaScriptVersion(ECMASCRIPT_2025)
            .annexB(true)
            .allowBigInt(true)
            .classFields(true)
            .privateFieldsIn(true)
            .topLevelAwait(true)
            .emptyStatements(false)
            .syntaxExtensions(false)
            .build();
    return new Parser(
        environment, Source.sourceFor("repl", code), new ErrorManager.ThrowErrorManager());
  }
}
