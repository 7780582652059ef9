package minihost.wxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes expressions as JavaScript: their value, and whether an update of the data changes it. The
 * helpers {@code X Y Z P M L} are those of templates.js.
 */
final class ExpressionWriter {
  private static final String NEVER = "";
  private final Scope scope;

  ExpressionWriter(Scope scope) {
    this.scope = scope;
  }

  /** The value; what lies below undefined is undefined. */
  String value(Expression e) {
    return switch (e) {
      case Expression.Literal l -> JsText.literal(l);
      case Expression.Name n ->
          scope.find(n.name()).map(Scope.Variable::value).orElse("D." + n.name());
      case Expression.Member m -> "X(" + value(m.of()) + ")." + m.name();
      case Expression.Index i -> "X(" + value(i.of()) + ")[" + value(i.index()) + "]";
      case Expression.Call c -> "P(" + value(c.function()) + ")(" + values(c.args()) + ")";
      case Expression.Unary u -> "(" + u.operator() + value(u.operand()) + ")";
      case Expression.Binary b ->
          "(" + value(b.left()) + " " + b.operator() + " " + value(b.right()) + ")";
      case Expression.Conditional c ->
          "(" + value(c.test()) + "?" + value(c.yes()) + ":" + value(c.no()) + ")";
      case Expression.ArrayOf a -> "[" + values(a.items()) + "]";
      case Expression.ObjectOf o ->
          o.fields().stream().map(this::field).collect(Collectors.joining(",", "({", "})"));
      case Expression.Spread s -> "...(" + value(s.value()) + "??[])";
      case Expression.Joined j ->
          j.parts().stream().map(this::text).collect(Collectors.joining("+", "(", ")"));
    };
  }

  private String values(List<Expression> all) {
    return all.stream().map(this::value).collect(Collectors.joining(","));
  }

  private String field(Expression.Field f) {
    return f.name()
        .map(name -> "[" + JsText.string(name) + "]:" + value(f.value()))
        .orElseGet(() -> "...X(" + value(f.value()) + ")");
  }

  /** The value as text, in which undefined and null are nothing. */
  String text(Expression e) {
    boolean isText =
        e instanceof Expression.Joined
            || e instanceof Expression.Literal l && l.asText().isPresent();
    return isText ? value(e) : "Y(" + value(e) + ")";
  }

  /** Whether nothing changes it. */
  static boolean isConstant(Expression e) {
    return switch (e) {
      case Expression.Literal l -> true;
      case Expression.Joined j -> j.parts().stream().allMatch(ExpressionWriter::isConstant);
      default -> false;
    };
  }

  /** When it must be written again: {@code C||K||…} */
  String when(Expression e) {
    String change = change(e);
    return change.isEmpty() ? "C||K" : "C||K||" + change;
  }

  /** Truthy where the value has changed; below a path, the part of the tree of changes. */
  String change(Expression e) {
    return switch (e) {
      case Expression.Literal l -> NEVER;
      case Expression.Name n ->
          scope
              .find(n.name())
              .map(Scope.Variable::change)
              .orElse("Z(U," + JsText.string(n.name()) + ")");
      case Expression.Member m -> below(change(m.of()), JsText.string(m.name()));
      case Expression.Index i -> any(below(change(i.of()), value(i.index())), change(i.index()));
      case Expression.Call c ->
          any(Stream.concat(Stream.of(c.function()), c.args().stream()).map(this::change));
      case Expression.Unary u -> any(change(u.operand()));
      case Expression.Binary b -> any(change(b.left()), change(b.right()));
      case Expression.Conditional c -> conditional(c);
      case Expression.ArrayOf a -> any(a.items().stream().map(this::change));
      case Expression.ObjectOf o -> any(o.fields().stream().map(f -> change(f.value())));
      case Expression.Spread s -> any(change(s.value()));
      case Expression.Joined j -> any(j.parts().stream().map(this::change));
    };
  }

  private String conditional(Expression.Conditional c) {
    String yes = change(c.yes());
    String no = change(c.no());
    String branch =
        yes.isEmpty() && no.isEmpty()
            ? NEVER
            : "(" + value(c.test()) + "?" + orFalse(yes) + ":" + orFalse(no) + ")";
    String test = any(change(c.test()));
    if (test.isEmpty()) return branch;
    return branch.isEmpty() ? test : "(" + test + "||" + branch + ")";
  }

  private static String orFalse(String change) {
    return change.isEmpty() ? "false" : change;
  }

  private static String below(String change, String key) {
    return change.isEmpty() ? NEVER : "Z(" + change + "," + key + ")";
  }

  private static String any(String... changes) {
    return any(Stream.of(changes));
  }

  private static String any(Stream<String> changes) {
    String all = changes.filter(c -> !c.isEmpty()).collect(Collectors.joining("||"));
    return all.isEmpty() ? NEVER : "!!(" + all + ")";
  }

  /** The tree of changes of the data that a template is given. */
  String changeTree(Expression data) {
    if (!(data instanceof Expression.ObjectOf o)) return orFalse(change(data));
    List<String> spreads = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Expression.Field f : o.fields()) {
      String change = orFalse(change(f.value()));
      if (f.name().isPresent()) fields.add("[" + JsText.string(f.name().get()) + "]:" + change);
      else spreads.add(change);
    }
    return "M([" + String.join(",", spreads) + "],{" + String.join(",", fields) + "})";
  }

  /** The path of the data that the value is, as an array or null; empty if it is no data. */
  Optional<String> path(Expression e) {
    return switch (e) {
      case Expression.Name n ->
          scope.find(n.name()).isEmpty()
              ? Optional.of("[" + JsText.string(n.name()) + "]")
              : scope.find(n.name()).map(Scope.Variable::path).filter(p -> !p.isEmpty());
      case Expression.Member m ->
          path(m.of()).map(p -> "L(" + p + "," + JsText.string(m.name()) + ")");
      case Expression.Index i -> path(i.of()).map(p -> "L(" + p + "," + value(i.index()) + ")");
      default -> Optional.empty();
    };
  }
}
