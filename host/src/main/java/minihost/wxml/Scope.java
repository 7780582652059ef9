package minihost.wxml;

import java.util.Optional;

/**
 * The names that an expression sees besides the data: script modules, and item and index of the
 * loops around it. Immutable.
 */
final class Scope {
  static final Scope NONE = new Scope(null, null);

  /**
   * @param value JavaScript for its value
   * @param change JavaScript for what of it has changed, empty for what never does
   * @param path JavaScript for its path in the data, or null; empty for what is no data
   */
  record Variable(String name, String value, String change, String path) {}

  private final Scope outer;
  private final Variable variable;

  private Scope(Scope outer, Variable variable) {
    this.outer = outer;
    this.variable = variable;
  }

  Scope with(Variable variable) {
    return new Scope(this, variable);
  }

  Optional<Variable> find(String name) {
    for (Scope at = this; at.variable != null; at = at.outer)
      if (at.variable.name().equals(name)) return Optional.of(at.variable);
    return Optional.empty();
  }
}
