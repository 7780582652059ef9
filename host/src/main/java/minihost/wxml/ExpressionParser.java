package minihost.wxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands between {@code {{} and {@code }}}. */
final class ExpressionParser {
  /** Binary operators by level, the loosest first; longer ones before their beginnings. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("??"),
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("===", "!==", "==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of(">>>", "<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private static final String FIX =
      "write a value, a path such as item.name, operators or a call of a wxs function";

  private final Scanner in;
  private final int start;

  ExpressionParser(Scanner in) {
    this.in = in;
    start = in.position();
  }

  /** Reads up to the closing braces, which it takes; the opening ones have been taken. */
  Expression braced() throws WxmlException {
    in.skipBlanks();
    if (in.take("}}")) return Expression.Literal.of("");
    Expression value = looksLikeFields() ? fields("}}") : conditional();
    in.skipBlanks();
    if (!in.take("}}")) throw unexpected();
    return value;
  }

  /** The value of {@code data} of a template: always fields. */
  Expression bracedFields() throws WxmlException {
    in.skipBlanks();
    if (in.take("}}")) return new Expression.ObjectOf(List.of());
    Expression value = in.peek() == '{' ? conditional() : fields("}}");
    in.skipBlanks();
    if (!in.take("}}")) throw unexpected();
    return value;
  }

  /** {@code {{a: 1, ...b}}} is an object, as {@code {{ {a: 1, ...b} }}} is. */
  private boolean looksLikeFields() {
    int from = in.position();
    boolean spread = in.looksAt("...");
    String name = in.takeWhile(ExpressionParser::isNamePart);
    in.skipBlanks();
    boolean fields = spread || !name.isEmpty() && (in.peek() == ':' || in.peek() == ',');
    in.moveTo(from);
    return fields;
  }

  private WxmlException unexpected() {
    String seen = in.atEnd() ? "the end of the file" : "'" + in.peek() + "'";
    return in.error(in.position(), "unexpected " + seen + " after {{" + head(), FIX);
  }

  private String head() {
    String text = in.since(start).strip();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private Expression conditional() throws WxmlException {
    Expression test = binary(0);
    in.skipBlanks();
    if (in.peek() != '?') return test;
    in.next();
    Expression yes = conditional();
    expect(":");
    return new Expression.Conditional(test, yes, conditional());
  }

  private void expect(String words) throws WxmlException {
    in.skipBlanks();
    if (!in.take(words)) throw unexpected();
  }

  private Expression binary(int level) throws WxmlException {
    if (level == LEVELS.size()) return unary();
    Expression left = binary(level + 1);
    while (true) {
      Optional<String> operator = operator(level);
      if (operator.isEmpty()) return left;
      left = new Expression.Binary(operator.get(), left, binary(level + 1));
    }
  }

  private Optional<String> operator(int level) {
    in.skipBlanks();
    for (String operator : LEVELS.get(level)) {
      if (!in.looksAt(operator)) continue;
      char after = in.peek(operator.length());
      boolean longer =
          operator.length() == 1 && "&|<>".contains(operator) && after == operator.charAt(0);
      if (longer) continue;
      in.take(operator);
      return Optional.of(operator);
    }
    return Optional.empty();
  }

  private Expression unary() throws WxmlException {
    in.skipBlanks();
    for (String operator : List.of("!", "~", "+", "-"))
      if (in.take(operator)) return new Expression.Unary(operator, unary());
    if (in.looksAt("typeof") && !isNamePart(in.peek(6))) {
      in.take("typeof");
      return new Expression.Unary("typeof ", unary());
    }
    return postfix(primary());
  }

  private Expression postfix(Expression of) throws WxmlException {
    Expression value = of;
    while (true) {
      in.skipBlanks();
      if (in.peek() == '.' && in.peek(1) != '.') {
        in.next();
        in.skipBlanks();
        value = new Expression.Member(value, name());
      } else if (in.take("[")) {
        value = new Expression.Index(value, conditional());
        expect("]");
      } else if (in.take("(")) {
        value = new Expression.Call(value, list(")"));
      } else {
        return value;
      }
    }
  }

  /** What JavaScript takes for part of a name as well. */
  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private String name() throws WxmlException {
    if (!isNamePart(in.peek()) || Character.isDigit(in.peek())) throw unexpected();
    return in.takeWhile(ExpressionParser::isNamePart);
  }

  private Expression primary() throws WxmlException {
    in.skipBlanks();
    char c = in.peek();
    if (in.take("(")) {
      Expression inner = conditional();
      expect(")");
      return inner;
    }
    if (in.take("[")) return new Expression.ArrayOf(list("]"));
    if (in.take("{")) {
      Expression object = fields("}");
      expect("}");
      return object;
    }
    if (c == '\'' || c == '"') return Expression.Literal.of(string());
    if (Character.isDigit(c) || c == '.' && Character.isDigit(in.peek(1))) return number();
    return word(name());
  }

  private static Expression word(String name) {
    return switch (name) {
      case "true" -> Expression.Literal.of(true);
      case "false" -> Expression.Literal.of(false);
      case "null" -> Expression.Literal.of(null);
      case "undefined" -> new Expression.Literal(null, true);
      default -> new Expression.Name(name);
    };
  }

  private Expression number() throws WxmlException {
    int from = in.position();
    String digits = in.takeWhile(c -> Character.isLetterOrDigit(c) || c == '.');
    if (digits.matches(".*[eE]") && (in.peek() == '-' || in.peek() == '+'))
      digits += in.next() + in.takeWhile(Character::isDigit);
    try {
      boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
      return Expression.Literal.of(
          hex ? Long.parseLong(digits.substring(2), 16) : Double.parseDouble(digits));
    } catch (NumberFormatException e) {
      throw in.error(from, "'" + digits + "' is not a number", FIX);
    }
  }

  private String string() throws WxmlException {
    int from = in.position();
    char quote = in.next();
    StringBuilder text = new StringBuilder();
    while (in.peek() != quote) {
      if (in.atEnd()) throw in.error(from, "a string does not end", "close it with " + quote);
      char c = in.next();
      text.append(c == '\\' && !in.atEnd() ? escaped(in.next()) : c);
    }
    in.next();
    return text.toString();
  }

  private char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '0' -> '\0';
      case 'u' -> unicode(4);
      case 'x' -> unicode(2);
      default -> c;
    };
  }

  private char unicode(int digits) {
    int code = 0;
    for (int i = 0; i < digits && Character.digit(in.peek(), 16) >= 0; i++)
      code = code * 16 + Character.digit(in.next(), 16);
    return (char) code;
  }

  private List<Expression> list(String end) throws WxmlException {
    List<Expression> items = new ArrayList<>();
    while (true) {
      in.skipBlanks();
      if (in.take(end)) return items;
      items.add(in.take("...") ? new Expression.Spread(conditional()) : conditional());
      in.skipBlanks();
      if (!in.take(",") && !in.looksAt(end)) throw unexpected();
    }
  }

  /** Fields up to {@code end}, which stays. */
  private Expression fields(String end) throws WxmlException {
    List<Expression.Field> fields = new ArrayList<>();
    while (true) {
      in.skipBlanks();
      if (in.looksAt(end)) return new Expression.ObjectOf(fields);
      fields.add(field());
      in.skipBlanks();
      if (!in.take(",") && !in.looksAt(end)) throw unexpected();
    }
  }

  private Expression.Field field() throws WxmlException {
    if (in.take("...")) return new Expression.Field(Optional.empty(), conditional());
    char c = in.peek();
    boolean quoted = c == '\'' || c == '"';
    String name =
        quoted ? string() : Character.isDigit(c) ? in.takeWhile(Character::isDigit) : name();
    in.skipBlanks();
    if (in.take(":")) return new Expression.Field(Optional.of(name), conditional());
    if (quoted) throw unexpected();
    return new Expression.Field(Optional.of(name), word(name));
  }
}
