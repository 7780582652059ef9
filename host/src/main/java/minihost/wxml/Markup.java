package minihost.wxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a WXML file says, as a tree. */
sealed interface Markup {
  /** Text between tags, never blank only. */
  record Text(Expression value) implements Markup {}

  /**
   * @param attributes in the order written
   */
  record Element(Place place, String name, List<Attribute> attributes, List<Markup> children)
      implements Markup {
    Optional<Attribute> attribute(String name) {
      return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }
  }

  /**
   * @param value empty for a name alone, which is true
   */
  record Attribute(String name, Optional<Expression> value) {
    /** The text of a value without {@code {{}}}. */
    Optional<String> text() {
      return value.flatMap(v -> v instanceof Expression.Literal l ? l.asText() : Optional.empty());
    }
  }

  /**
   * A script module of a file.
   *
   * @param code of an inline module; empty for one with {@code src}
   * @param src path of the file, from the program's root; empty for an inline one
   */
  record Script(Place place, String name, String code, String src) {}

  /**
   * A whole file.
   *
   * @param imports files whose templates can be used, by path
   */
  record File(
      String path,
      List<Markup> nodes,
      Map<String, List<Markup>> templates,
      List<String> imports,
      List<Script> scripts) {}
}
