package minihost.module;

import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.Token;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.ImportNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Scope;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a file says without being run: which members of a global object it uses, by the object's
 * name, by another name for it ({@code const w = wx}) and taken apart ({@code const {a} = wx});
 * which functions it calls with literal text, and its literal URLs.
 */
public final class SourceScan extends NodeVisitor<LexicalContext> {
  /**
   * A member that is used.
   *
   * @param name {@code request}, or {@code cloud.init}
   * @param wanted it is called or taken apart; else it is read, as a question or to be passed on
   */
  public record Use(String name, int line, boolean wanted) {}

  /**
   * A literal text.
   *
   * @param function whose first argument it is, {@code require}, {@code wx.canIUse}, but not one
   *     that the file declares, as bundles do with {@code require}; {@code url} for a URL, wherever
   *     it stands
   */
  public record Text(String function, String text, int line) {}

  /** Both in the order of the file. */
  public record Facts(List<Use> uses, List<Text> texts) {}

  public static final String REQUIRE = "require";
  public static final String URL = "url";

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:https?|wss?)://[^/?#\\s'\"`]+.*", Pattern.CASE_INSENSITIVE);

  private final String source;
  private final String object;
  private final int[] ends; // of lines
  private final Set<String> others = new HashSet<>();
  private final Set<Integer> seen = new HashSet<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  private SourceScan(String source, String object) {
    super(new LexicalContext());
    this.source = source;
    this.object = object;
    ends = IntStream.range(0, source.length()).filter(i -> source.charAt(i) == '\n').toArray();
  }

  /**
   * Reads a file.
   *
   * @param js its text, without types
   * @param object the global object
   * @throws ModuleSyntaxException when it does not parse
   */
  public static Facts of(String id, String js, String object) {
    SourceScan scan = new SourceScan(js, object);
    FunctionNode parsed = parsed(id, js);
    if (parsed.getModule() != null)
      for (ModuleRequest request : parsed.getModule().getRequestedModules()) {
        String specifier = request.specifier().toJavaStringUncached();
        scan.texts.add(new Text(REQUIRE, specifier, scan.importLine(parsed, specifier)));
      }
    parsed.accept(scan);
    return new Facts(List.copyOf(scan.uses), List.copyOf(scan.texts));
  }

  private static FunctionNode parsed(String id, String js) {
    try {
      return JsParser.script(id, js);
    } catch (ParserException notAScript) {
      try {
        return JsParser.module(id, js);
      } catch (ParserException e) {
        boolean module = JsParser.stoppedAtModuleWord(notAScript);
        throw JsParser.problem(id, js, module ? e : notAScript);
      }
    }
  }

  private int importLine(FunctionNode parsed, String specifier) {
    for (ImportNode node : parsed.getModule().getImports())
      if (node.getModuleSpecifier().getString().equals(specifier)) return line(node.getStart());
    return 1;
  }

  @Override
  public boolean enterVarNode(VarNode node) {
    if (isObject(node.getInit())) others.add(node.getName().getName());
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (node.isAssignment()
        && node.getAssignmentDest() instanceof ObjectNode pattern
        && isObject(node.getAssignmentSource()))
      for (PropertyNode property : pattern.getElements())
        if (property.getKey() instanceof IdentNode || property.getKey() instanceof LiteralNode)
          add(property.getKeyName(), property.getStart(), true);
    return true;
  }

  @Override
  public boolean enterAccessNode(AccessNode node) {
    String name = member(node);
    if (!name.isEmpty()) add(name, node.getFinish(), isWanted(node.getFinish()));
    return true;
  }

  /** The member that an expression reads; empty for anything else. */
  private String member(Expression node) {
    if (!(node instanceof AccessNode access)) return "";
    if (isObject(access.getBase())) return access.getProperty();
    boolean inCloud = member(access.getBase()).equals("cloud");
    return inCloud ? "cloud." + access.getProperty() : "";
  }

  @Override
  public boolean enterCallNode(CallNode call) {
    if (!call.getArgs().isEmpty()
        && call.getArgs().getFirst() instanceof LiteralNode<?> literal
        && literal.isString()) {
      String function = function(call.getFunction());
      if (!function.isEmpty()) texts.add(new Text(function, literal.getString(), lineOf(literal)));
    }
    return true;
  }

  private String function(Expression called) {
    if (called instanceof IdentNode name) return isGlobal(name.getName()) ? name.getName() : "";
    if (called instanceof AccessNode access && access.getBase() instanceof IdentNode base)
      return isObject(base)
          ? object + "." + access.getProperty()
          : base.getName() + "." + access.getProperty();
    return "";
  }

  @Override
  public boolean enterLiteralNode(LiteralNode<?> literal) {
    if (literal.isString()
        && ABSOLUTE.matcher(literal.getString()).matches()
        && seen.add(-1 - Token.descPosition(literal.getToken())))
      texts.add(new Text(URL, literal.getString(), lineOf(literal)));
    return true;
  }

  private void add(String name, int at, boolean wanted) {
    if (seen.add(at)) uses.add(new Use(name, line(at), wanted));
  }

  /** Whether what was read is called, or read from, at once. */
  private boolean isWanted(int end) {
    int at = end;
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) at++;
    return source.startsWith("(", at) || source.startsWith(".", at) || source.startsWith("[", at);
  }

  private boolean isObject(Expression node) {
    if (!(node instanceof IdentNode name)) return false;
    if (others.contains(name.getName())) return true;
    return name.getName().equals(object) && isGlobal(object);
  }

  private boolean isGlobal(String name) {
    for (Scope scope = lc.getCurrentScope(); scope != null; scope = scope.getParent())
      if (scope.hasSymbol(name)) return false;
    return true;
  }

  private int lineOf(Expression node) {
    return line(Token.descPosition(node.getToken()));
  }

  private int line(int at) {
    int found = Arrays.binarySearch(ends, at);
    return 1 + (found < 0 ? -1 - found : found);
  }
}
