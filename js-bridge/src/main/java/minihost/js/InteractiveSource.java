package minihost.js;

import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.WithNode;
import java.util.List;

/**
 * One input of a person, made into a function of a scope: {@code (async function ($$) { with ($$) {
 * … } })}. Top-level declarations become assignments to the scope, so that they outlive the input
 * and may be repeated; the value of a last expression is returned. Lines stay where they are.
 *
 * @param code evaluates to the function
 * @param names what the scope must have before the function runs
 * @param awaits whether the function is asynchronous
 */
record InteractiveSource(String code, List<String> names, boolean awaits) {
  /** Both heads have one width, which is taken off the columns of line 1. */
  private static final String ASYNC = "(async function ($$) { with ($$) {";

  private static final String SYNC = "(function ($$) { with ($$) {      ";
  private static final String TAIL = "\n}})";
  static final int HEAD_WIDTH = ASYNC.length();

  /**
   * @throws JsException when it does not parse
   */
  static InteractiveSource of(String input) {
    boolean literal = input.stripLeading().startsWith("{") && !input.stripTrailing().endsWith(";");
    String code = literal && parses("(" + input + "\n)") ? "(" + input + "\n)" : input;
    if (!parses(code)) throw syntaxError(input);
    Block body = body(InteractiveParser.script(ASYNC + code + TAIL));
    boolean awaits = SuspendedAssignments.suspends(body);
    String wrapped = (awaits ? ASYNC : SYNC) + code + TAIL;
    InteractiveRewrite rewrite = new InteractiveRewrite(wrapped, HEAD_WIDTH, body);
    return new InteractiveSource(rewrite.apply(), rewrite.names(), awaits);
  }

  private static boolean parses(String code) {
    return InteractiveParser.isScript(ASYNC + code + TAIL);
  }

  private static Block body(FunctionNode script) {
    ExpressionStatement wrapper = (ExpressionStatement) script.getBody().getStatements().getFirst();
    FunctionNode function = (FunctionNode) wrapper.getExpression();
    return ((WithNode) function.getBody().getStatements().getFirst()).getBody();
  }

  private static JsException syntaxError(String input) {
    ParserException problem =
        InteractiveParser.problem(input)
            .orElseGet(() -> new ParserException("the input is not one script"));
    int line = Math.max(1, problem.getLineNumber());
    int column = Math.max(0, problem.getColumnNumber());
    String excerpt =
        input
            .lines()
            .skip(line - 1L)
            .findFirst()
            .map(text -> "\n    " + text + "\n    " + " ".repeat(column) + "^")
            .orElse("");
    String message = "SyntaxError: " + problem.getRawMessage() + excerpt;
    return new JsException(
        new JsError(JsError.Kind.UNCAUGHT, message, "", Interactive.NAME, line, column + 1));
  }
}
