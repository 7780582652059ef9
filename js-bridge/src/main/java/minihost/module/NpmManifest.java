package minihost.module;

import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a package.json says of the files of its package. JSON is an expression of JavaScript, so the
 * engine's parser reads it; what is no JSON says nothing.
 */
final class NpmManifest {
  /** In this order: the first that names a file is the package's entry. */
  private static final List<String> ENTRIES = List.of("main", "module");

  private static final List<String> CONDITIONS = List.of("require", "default", "import", "node");
  private final Optional<ObjectNode> json;

  NpmManifest(String id, String text) {
    json = parsed(id, text);
  }

  private static Optional<ObjectNode> parsed(String id, String text) {
    try {
      for (Statement s : JsParser.script(id, "(" + text + "\n)").getBody().getStatements())
        if (s instanceof ExpressionStatement e && e.getExpression() instanceof ObjectNode object)
          return Optional.of(object);
    } catch (ParserException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The folder of a package made for mini programs: its field {@code miniprogram}. */
  String miniprogram() {
    return json.flatMap(j -> member(j, "miniprogram")).flatMap(NpmManifest::text).orElse("");
  }

  /** Paths of the package's entry, the likeliest first; they may lead nowhere. */
  List<String> entries() {
    List<String> found = new ArrayList<>();
    for (String key : ENTRIES)
      json.flatMap(j -> member(j, key)).flatMap(NpmManifest::text).ifPresent(found::add);
    json.flatMap(j -> member(j, "exports")).ifPresent(e -> exported(e, found));
    return found;
  }

  private static void exported(Expression exports, List<String> found) {
    text(exports).ifPresent(found::add);
    if (!(exports instanceof ObjectNode object)) return;
    member(object, ".").ifPresent(e -> exported(e, found));
    for (String condition : CONDITIONS)
      member(object, condition).ifPresent(e -> exported(e, found));
  }

  private static Optional<Expression> member(ObjectNode object, String key) {
    for (PropertyNode p : object.getElements())
      if (p.getKeyName().equals(key)) return Optional.ofNullable(p.getValue());
    return Optional.empty();
  }

  private static Optional<String> text(Expression value) {
    return value instanceof LiteralNode<?> literal && literal.isString()
        ? Optional.of(literal.getString())
        : Optional.empty();
  }
}
