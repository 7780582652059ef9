package minihost.wxml;

/** Constants as JavaScript writes them. */
final class JsText {
  private JsText() {}

  static String string(String text) {
    StringBuilder js = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') js.append('\\').append(c);
      else if (c < ' ' || c > '~') js.append("\\u%04x".formatted((int) c));
      else js.append(c);
    }
    return js.append('"').toString();
  }

  static String literal(Expression.Literal literal) {
    if (literal.isUndefined()) return "undefined";
    return switch (literal.value()) {
      case null -> "null";
      case String s -> string(s);
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> Long.toString(d.longValue());
      default -> literal.value().toString();
    };
  }
}
