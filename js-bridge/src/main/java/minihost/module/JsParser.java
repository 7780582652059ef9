package minihost.module;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.Token;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.FunctionNode;

/**
 * The engine's own parser, so that a file means here what it means when it runs. These classes are
 * not public API: the version is pinned, they are used on the class path, and tests guard them.
 */
final class JsParser {
  private static final int ECMASCRIPT_2025 = 16;

  private JsParser() {}

  /** Parses as a module, top-level {@code await} included so that it can be refused by name. */
  static FunctionNode module(String id, String source) {
    return parser(id, source).parseModule(id);
  }

  /**
   * Parses as a sloppy script, in which {@code import} and {@code export} statements are errors.
   */
  static FunctionNode script(String id, String source) {
    return parser(id, source).parse();
  }

  /** Whether parsing stopped at a word that only a module may hold. */
  static boolean stoppedAtModuleWord(ParserException e) {
    TokenType type = Token.descType(e.getToken());
    return type == TokenType.IMPORT || type == TokenType.EXPORT;
  }

  static ModuleSyntaxException problem(String id, String source, ParserException e) {
    int line = Math.max(1, e.getLineNumber());
    int column = Math.max(0, e.getColumnNumber()) + 1;
    int at = e.getPosition();
    String text =
        at >= 0 && at < source.length() && source.charAt(at) == '@'
            ? "Decorators are not supported"
            : e.getRawMessage();
    return new ModuleSyntaxException(id, source, line, column, text);
  }

  private static Parser parser(String id, String source) {
    ScriptEnvironment environment =
        ScriptEnvironment.builder()
            .ecmaScriptVersion(ECMASCRIPT_2025)
            .annexB(true)
            .allowBigInt(true)
            .classFields(true)
            .privateFieldsIn(true)
            .importAttributes(true)
            .importAssertions(true)
            .topLevelAwait(true)
            .emptyStatements(false)
            .syntaxExtensions(false)
            .build();
    return new Parser(
        environment, Source.sourceFor(id, source), new ErrorManager.ThrowErrorManager());
  }
}
