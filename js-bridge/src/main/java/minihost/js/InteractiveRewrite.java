package minihost.js;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.VarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text edits of one wrapped input: top-level declarations become assignments, a last expression
 * is returned. Every statement gets a {@code ;} before it, so that an edit joins no two of them.
 */
final class InteractiveRewrite {
  private static final Pattern KEYWORD = Pattern.compile("\\b(const|let|var)\\b");

  /** At one place, what closes comes before what opens: inner closers, then outer ones. */
  private enum Rank {
    CLOSE,
    CLOSE_STATEMENT,
    STATEMENT,
    OPEN
  }

  private record Edit(int from, int to, Rank rank, String text) {}

  private final String source;
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private int done; // where the statements seen so far end
  private int declaring = -1; // where the open declaration has got to, or -1

  /**
   * @param from where the statements of {@code body} begin in {@code source}
   */
  InteractiveRewrite(String source, int from, Block body) {
    this.source = source;
    done = from;
    List<? extends Statement> statements = body.getStatements();
    for (Statement statement : statements) {
      if (isBinding(statement)) binding(statement);
      else whole(statement, statement == statements.getLast());
    }
    closeDeclaration();
    body.accept(new SuspendedAssignments(this));
  }

  /** The names declared by {@code const}, {@code let}, {@code var} and {@code class}. */
  List<String> names() {
    return List.copyOf(names);
  }

  String apply() {
    edits.sort(Comparator.comparingInt(Edit::from).thenComparing(Edit::rank));
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (Edit edit : edits) {
      out.append(source, copied, edit.from).append(edit.text);
      copied = edit.to;
    }
    return out.append(source, copied, source.length()).toString();
  }

  void before(int position, String text) {
    int at = start(position);
    edits.add(new Edit(at, at, Rank.OPEN, text));
  }

  void after(int position, String text) {
    int at = end(position);
    edits.add(new Edit(at, at, Rank.CLOSE, text));
  }

  void replaceFirst(String word, int from, String text) {
    int at = source.indexOf(word, from);
    edits.add(new Edit(at, at + word.length(), Rank.OPEN, text));
  }

  /** One name or pattern of {@code const}, {@code let} or {@code var}. */
  private static boolean isBinding(Statement statement) {
    if (statement instanceof VarNode variable)
      return !variable.isFunctionDeclaration() && !variable.isClassDeclaration();
    return statement instanceof ExpressionStatement pattern
        && pattern.getExpression() instanceof BinaryNode assignment
        && assignment.isTokenType(TokenType.ASSIGN_INIT);
  }

  private void binding(Statement statement) {
    int start = start(statement.getStart());
    boolean pattern = !KEYWORD.matcher(source).region(start, source.length()).lookingAt();
    // The first name starts at its keyword, a first pattern behind it, a later one behind a comma.
    int from = pattern ? Math.min(done, start) : start;
    Matcher keyword = KEYWORD.matcher(source).region(from, pattern ? start : source.length());
    if ((pattern || start >= done) && keyword.find()) openDeclaration(keyword);
    if (statement instanceof VarNode variable) {
      names.add(variable.getName().getName());
      boolean keepsValue = !variable.isLet() && !variable.isConst();
      if (!pattern && variable.getInit() == null && !keepsValue)
        after(variable.getName().getFinish(), " = undefined");
    }
    done = declaring = Math.max(declaring, end(statement.getFinish()));
  }

  /** {@code const a = 1, {b} = c} becomes {@code ;( a = 1, {b} = c)}. */
  private void openDeclaration(Matcher keyword) {
    closeDeclaration();
    String open = ";(" + " ".repeat(keyword.group().length() - 2);
    edits.add(new Edit(keyword.start(), keyword.end(), Rank.STATEMENT, open));
  }

  private void closeDeclaration() {
    if (declaring >= 0) edits.add(new Edit(declaring, declaring, Rank.CLOSE_STATEMENT, ")"));
    declaring = -1;
  }

  private void whole(Statement statement, boolean last) {
    closeDeclaration();
    int start = start(statement.getStart());
    edits.add(new Edit(start, start, Rank.STATEMENT, ";" + prefix(statement, last)));
    done = end(statement.getFinish());
  }

  private String prefix(Statement statement, boolean last) {
    if (statement instanceof VarNode declaration) {
      String name = declaration.getName().getName();
      if (declaration.isFunctionDeclaration()) return "$$." + name + " = " + name + ";";
      names.add(name);
      return name + " = ";
    }
    return last && statement instanceof ExpressionStatement ? "return " : "";
  }

  /** The parser leaves the quotes of a string literal out of its positions. */
  private int start(int position) {
    return isQuote(position - 1) ? position - 1 : position;
  }

  private int end(int position) {
    return isQuote(position) ? position + 1 : position;
  }

  private boolean isQuote(int at) {
    return "'\"`".indexOf(source.charAt(at)) >= 0;
  }
}
