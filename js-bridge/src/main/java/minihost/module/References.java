package minihost.module;

import com.oracle.js.parser.Token;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Scope;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites every use of an imported name to a read of the exporting module, by the scopes the
 * parser found: {@code name} becomes {@code $m0.name}. Also rewrites {@code import()}, and refuses
 * what a synchronous loader cannot give.
 */
final class References extends NodeVisitor<LexicalContext> {
  /** How an identifier is used, where that needs more than a read. */
  private enum Use {
    CALL,
    OPTIONAL_CALL,
    ASSIGN
  }

  private final String id;
  private final String source;
  private final Names names;
  private final Map<Integer, Use> uses = new HashMap<>();
  private final Set<Integer> keys = new HashSet<>();

  /** The parser desugars, so one identifier of the text can be met more than once. */
  private final Set<Integer> rewritten = new HashSet<>();

  private Edits edits;
  private boolean module;

  References(String id, String source, Names names) {
    super(new LexicalContext());
    this.id = id;
    this.source = source;
    this.names = names;
  }

  Names names() {
    return names;
  }

  Transpiled rewrite(FunctionNode parsed, Edits edits, boolean module) {
    this.edits = edits;
    this.module = module;
    parsed.accept(this);
    Edits.Edited edited = edits.apply();
    return new Transpiled(edited.code(), names.helper, module, edited.columns(), Probes.NONE);
  }

  @Override
  public boolean enterCallNode(CallNode call) {
    if (call.isImport()) {
      int at = start(call.getFunction());
      if (rewritten.add(at)) {
        edits.replace(at, at + "import".length(), names.helper + ".dynamic");
      }
    } else if (call.getFunction() instanceof IdentNode name && !call.isNew()) {
      uses.put(start(name), call.isOptional() ? Use.OPTIONAL_CALL : Use.CALL);
    }
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (node.isAssignment()) {
      assigned(node.getAssignmentDest());
    }
    return true;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode node) {
    if (node.isAssignment()) {
      assigned(node.getExpression());
    } else if (node.isTokenType(TokenType.AWAIT)) {
      refuseTopLevelAwait(node);
    }
    return true;
  }

  @Override
  public boolean enterForNode(ForNode node) {
    if (node.isForInOrOf()) {
      assigned(node.getInit());
    }
    if (node.isForAwaitOf()) {
      refuseTopLevelAwait(node);
    }
    return true;
  }

  @Override
  public boolean enterIdentNode(IdentNode name) {
    int at = start(name);
    if (name.isImportMeta()) {
      throw problem(at, "import.meta is not available in a mini program");
    }
    if (name.isPropertyName()) {
      keys.add(at);
    } else if (isImported(name) && rewritten.add(at)) {
      int end = at + Token.descLength(name.getToken());
      if (keys.contains(at)) {
        edits.insert(end, ":" + expression(name, at));
      } else {
        edits.replace(at, end, expression(name, at));
      }
    }
    return false;
  }

  private String expression(IdentNode name, int at) {
    String read = names.expression(name.getName());
    return switch (uses.get(at)) {
      case null -> read;
      // A plain call would pass the exporting module as this. The replacement begins with a name,
      // as the original did, so that it cannot continue the line before.
      case CALL -> names.helper + ".callee(" + read + "," + Names.quote(name.getName()) + ")";
      case OPTIONAL_CALL -> names.helper + ".value(" + read + ")";
      case ASSIGN ->
          names.helper + (".constant(()=>" + read + "," + Names.quote(name.getName()) + ").value");
    };
  }

  private boolean isImported(IdentNode name) {
    if (!names.isImported(name.getName()) || name.isInternal()) {
      return false;
    }
    for (Scope scope = lc.getCurrentScope(); scope != null; scope = scope.getParent()) {
      if (scope.hasSymbol(name.getName())) {
        return scope.isModuleScope() && isWritten(name);
      }
    }
    return false;
  }

  /** Not invented by the parser: the identifier stands in the text, escaped or not. */
  private boolean isWritten(IdentNode name) {
    int at = start(name);
    int end = at + Token.descLength(name.getToken());
    if (at < 0 || end > source.length()) {
      return false;
    }
    String text = source.substring(at, end);
    return text.equals(name.getName()) || text.contains("\\u");
  }

  private void assigned(Node target) {
    switch (target) {
      case IdentNode name -> uses.put(start(name), Use.ASSIGN);
      case BinaryNode withDefault when withDefault.isTokenType(TokenType.ASSIGN) ->
          assigned(withDefault.getLhs());
      case UnaryNode spread -> assigned(spread.getExpression());
      case ObjectNode pattern -> {
        for (PropertyNode property : pattern.getElements()) {
          assigned(property.getValue());
        }
      }
      case LiteralNode.ArrayLiteralNode pattern -> {
        for (Expression element : pattern.getElementExpressions()) {
          assigned(element);
        }
      }
      case null, default -> {}
    }
  }

  private void refuseTopLevelAwait(Node node) {
    FunctionNode function = lc.getCurrentFunction();
    if (function != null && function.isModule()) {
      throw problem(
          node.getStart(),
          "await is only allowed inside an async function: a mini program's modules load at once");
    }
  }

  private ModuleSyntaxException problem(int at, String text) {
    return ModuleSyntaxException.at(id, source, at, text);
  }

  private static int start(Expression node) {
    return Token.descPosition(node.getToken());
  }
}
