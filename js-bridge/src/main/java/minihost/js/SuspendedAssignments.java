package minihost.js;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;

/**
 * Rewords {@code x = await y} as {@code [x] = [await y]}: GraalJS 25.0.3 fails on the former inside
 * {@code with} (ClassCastException: GeneratorWrapperNode to WriteNode), and {@code with} is what
 * gives a person a scope of their own.
 */
final class SuspendedAssignments extends NodeVisitor<LexicalContext> {
  private final InteractiveRewrite rewrite;

  SuspendedAssignments(InteractiveRewrite rewrite) {
    super(new LexicalContext());
    this.rewrite = rewrite;
  }

  /** Whether a node awaits or yields, not counting functions in it. */
  static boolean suspends(Node node) {
    boolean[] found = {false};
    node.accept(
        new NodeVisitor<>(new LexicalContext()) {
          @Override
          public boolean enterFunctionNode(FunctionNode function) {
            return false;
          }

          @Override
          public boolean enterUnaryNode(UnaryNode unary) {
            TokenType type = unary.tokenType();
            found[0] |=
                type == TokenType.AWAIT || type == TokenType.YIELD || type == TokenType.YIELD_STAR;
            return true;
          }

          @Override
          public boolean enterForNode(ForNode loop) {
            found[0] |= loop.isForAwaitOf();
            return true;
          }
        });
    return found[0];
  }

  @Override
  public boolean enterVarNode(VarNode variable) {
    if (variable.isFunctionDeclaration() || variable.isClassDeclaration()) return true;
    Expression value = variable.getInit();
    if (value == null || !suspends(value)) return true;
    IdentNode name = variable.getName();
    rewrite.before(name.getStart(), "[");
    rewrite.after(name.getFinish(), "]");
    rewrite.before(value.getStart(), "[");
    return true;
  }

  @Override
  public Node leaveVarNode(VarNode variable) {
    if (variable.isFunctionDeclaration() || variable.isClassDeclaration()) return variable;
    Expression value = variable.getInit();
    if (value != null && suspends(value)) rewrite.after(value.getFinish(), "]");
    return variable;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (!isAffected(node)) return true;
    IdentNode name = (IdentNode) node.getAssignmentDest();
    rewrite.before(name.getStart(), "([");
    rewrite.after(name.getFinish(), "]");
    if (node.isTokenType(TokenType.ASSIGN)) {
      rewrite.before(node.getAssignmentSource().getStart(), "[");
    } else {
      String operator = node.tokenType().getName();
      String plain = operator.substring(0, operator.length() - 1);
      rewrite.replaceFirst(operator, name.getFinish(), "= [" + name.getName() + " " + plain + " (");
    }
    return true;
  }

  @Override
  public Node leaveBinaryNode(BinaryNode node) {
    if (isAffected(node)) {
      String close = node.isTokenType(TokenType.ASSIGN) ? "])[0]" : ")])[0]";
      rewrite.after(node.getAssignmentSource().getFinish(), close);
    }
    return node;
  }

  private static boolean isAffected(BinaryNode node) {
    return node.isAssignment()
        && !node.isTokenType(TokenType.ASSIGN_INIT)
        && !node.isLogical()
        && node.getAssignmentDest() instanceof IdentNode
        && suspends(node.getAssignmentSource());
  }
}
