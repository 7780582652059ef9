package minihost.wxml;

import java.util.List;
import java.util.Optional;

/** What stands in {@code {{}}}, and the texts around it. */
sealed interface Expression {
  /**
   * @param value a String, Double, Boolean or null
   * @param isUndefined {@code undefined}, with a null value
   */
  record Literal(Object value, boolean isUndefined) implements Expression {
    static Literal of(Object value) {
      return new Literal(value, false);
    }

    Optional<String> asText() {
      return value instanceof String s ? Optional.of(s) : Optional.empty();
    }
  }

  record Name(String name) implements Expression {}

  record Member(Expression of, String name) implements Expression {}

  record Index(Expression of, Expression index) implements Expression {}

  record Call(Expression function, List<Expression> args) implements Expression {}

  record Unary(String operator, Expression operand) implements Expression {}

  record Binary(String operator, Expression left, Expression right) implements Expression {}

  record Conditional(Expression test, Expression yes, Expression no) implements Expression {}

  /** Items may be {@link Spread}. */
  record ArrayOf(List<Expression> items) implements Expression {}

  record ObjectOf(List<Field> fields) implements Expression {}

  /**
   * @param name empty for a spread
   */
  record Field(Optional<String> name, Expression value) {}

  record Spread(Expression value) implements Expression {}

  /** Texts and values one after the other: {@code a{{b}}c}. */
  record Joined(List<Expression> parts) implements Expression {}
}
