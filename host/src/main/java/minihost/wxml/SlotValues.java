package minihost.wxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a component's slots hand to the children of its element, which take it by {@code slot:item}
 * or {@code slot:item="name"} (dynamic slots of glass-easel).
 *
 * @param variables by the name that the slot gives
 */
record SlotValues(Map<String, Scope.Variable> variables) {
  static final SlotValues NONE = new SlotValues(Map.of());
  private static final String PREFIX = "slot:";
  private static final Pattern DASH = Pattern.compile("-([a-z])");

  /** Those that the children of an element take. */
  static SlotValues of(Markup.Element e, int number) {
    Map<String, Scope.Variable> variables = new LinkedHashMap<>();
    for (Markup child : e.children())
      if (child instanceof Markup.Element element)
        for (Markup.Attribute a : element.attributes())
          if (a.name().startsWith(PREFIX)) {
            String name = name(a.name().substring(PREFIX.length()));
            String suffix = number + "_" + variables.size();
            variables.putIfAbsent(name, new Scope.Variable(name, "s" + suffix, "t" + suffix, ""));
          }
    return new SlotValues(variables);
  }

  /** {@code list-index} and {@code listIndex} are one. */
  static String name(String written) {
    return DASH.matcher(written).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  boolean isEmpty() {
    return variables.isEmpty();
  }

  /** What a child sees. */
  Scope within(Scope scope, Markup.Element child) {
    Scope whole = scope;
    for (Markup.Attribute a : child.attributes()) {
      if (!a.name().startsWith(PREFIX)) continue;
      Scope.Variable given = variables.get(name(a.name().substring(PREFIX.length())));
      if (given == null) continue;
      String alias = a.text().filter(text -> !text.isBlank()).orElse(given.name()).strip();
      whole = whole.with(new Scope.Variable(alias, given.value(), given.change(), ""));
    }
    return whole;
  }

  /** Reads them, where children are made and updated: of {@code V}, changed as {@code O} says. */
  String declarations() {
    StringBuilder js = new StringBuilder();
    variables.forEach(
        (name, v) -> {
          String key = JsText.string(name);
          js.append("const ").append(v.value()).append("=V?V[").append(key).append("]:undefined,");
          js.append(v.change()).append("=O?O[").append(key).append("]:undefined;\n");
        });
    return js.toString();
  }

  String names() {
    List<String> quoted = variables.keySet().stream().map(JsText::string).toList();
    return "[" + String.join(",", quoted) + "]";
  }
}
