package minihost.wxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the nodes of one template as the functions that glass-easel makes and updates a tree by:
 * {@code T} a text, {@code E} an element, {@code B} a branch, {@code F} a loop, {@code S} a slot,
 * {@code J} nodes of their own; {@code C} while it is made, {@code D} the data, {@code U} the tree
 * of its changes.
 */
final class TemplateWriter {
  private static final String CHILDREN = "(C,T,E,B,F,S,J)=>{\n";

  /** The same with values of slots, {@code V}, and the tree of their changes. */
  private static final String CHILDREN_OF_SLOTS = "(C,T,E,B,F,S,J,V,O)=>{\n";

  private final StringBuilder js;
  private int variables;

  TemplateWriter(StringBuilder js) {
    this.js = js;
  }

  void write(List<Markup> nodes, Scope scope) throws WxmlException {
    write(nodes, scope, SlotValues.NONE);
  }

  /**
   * @param slots what the slots of the component around the nodes hand to them
   */
  private void write(List<Markup> nodes, Scope scope, SlotValues slots) throws WxmlException {
    for (int i = 0; i < nodes.size(); i++) {
      switch (nodes.get(i)) {
        case Markup.Text t -> text(t, new ExpressionWriter(scope));
        case Markup.Element e -> {
          if (e.attribute("wx:if").isEmpty() || loop(e).isPresent())
            element(e, slots.within(scope, e));
          else i = branches(nodes, i, scope, slots);
        }
      }
    }
  }

  private void text(Markup.Text t, ExpressionWriter writer) {
    String when = ExpressionWriter.isConstant(t.value()) ? "C" : writer.when(t.value());
    js.append(when).append("?T(").append(writer.text(t.value())).append("):T();\n");
  }

  private static Optional<Expression> loop(Markup.Element e) {
    return e.attribute("wx:for")
        .or(() -> e.attribute("wx:for-items"))
        .flatMap(Markup.Attribute::value);
  }

  /** Writes a chain of wx:if, wx:elif and wx:else; the index of its last element. */
  private int branches(List<Markup> nodes, int from, Scope scope, SlotValues slots)
      throws WxmlException {
    List<Markup.Element> chain = new ArrayList<>();
    chain.add((Markup.Element) nodes.get(from));
    int last = from;
    while (last + 1 < nodes.size()
        && nodes.get(last + 1) instanceof Markup.Element e
        && isElse(e)
        && chain.getLast().attribute("wx:else").isEmpty()) {
      chain.add(e);
      last++;
    }
    String key = "b" + variables++;
    js.append("{const ").append(key).append('=');
    for (int i = 0; i < chain.size(); i++) {
      ExpressionWriter writer = new ExpressionWriter(slots.within(scope, chain.get(i)));
      Optional<Markup.Attribute> test = chain.get(i).attribute("wx:if").or(elif(chain.get(i)));
      String condition = test.flatMap(Markup.Attribute::value).map(writer::value).orElse("true");
      js.append(condition).append('?').append(i + 1).append(':');
    }
    js.append("0;\nB(").append(key).append(',').append(CHILDREN);
    for (int i = 0; i < chain.size(); i++) {
      js.append("if(").append(key).append("===").append(i + 1).append("){\n");
      body(chain.get(i), slots.within(scope, chain.get(i)));
      js.append("}\n");
    }
    js.append("})}\n");
    return last;
  }

  private static java.util.function.Supplier<Optional<Markup.Attribute>> elif(Markup.Element e) {
    return () -> e.attribute("wx:elif");
  }

  private static boolean isElse(Markup.Element e) {
    return e.attribute("wx:elif").isPresent() || e.attribute("wx:else").isPresent();
  }

  private void element(Markup.Element e, Scope scope) throws WxmlException {
    Optional<Expression> list = loop(e);
    if (list.isPresent()) forEach(e, list.get(), scope);
    else if (isElse(e))
      throw new WxmlException(
          e.place(),
          "wx:elif or wx:else of <" + e.name() + "> has no wx:if before it",
          "put it right after the element with wx:if");
    else body(e, scope);
  }

  private void forEach(Markup.Element e, Expression list, Scope scope) throws WxmlException {
    ExpressionWriter writer = new ExpressionWriter(scope);
    int n = variables++;
    String change = writer.change(list);
    js.append("F(").append(writer.value(list)).append(',').append(key(e)).append(',');
    js.append(change.isEmpty() ? "K||undefined" : "K||" + change).append(',');
    js.append(writer.path(list).orElse("null"));
    js.append(",(C,a%1$d,i%1$d,u%1$d,v%1$d,p%1$d,T,E,B,F,S,J)=>{\n".formatted(n));
    Scope inner =
        scope
            .with(new Scope.Variable(word(e, "wx:for-item", "item"), "a" + n, "u" + n, "p" + n))
            .with(new Scope.Variable(word(e, "wx:for-index", "index"), "i" + n, "v" + n, ""));
    Markup.Element one = without(e, "wx:for", "wx:for-items");
    if (one.attribute("wx:if").isPresent()) branches(List.of(one), 0, inner, SlotValues.NONE);
    else body(one, inner);
    js.append("});\n");
  }

  private static Markup.Element without(Markup.Element e, String... names) {
    List<String> dropped = List.of(names);
    List<Markup.Attribute> kept =
        e.attributes().stream().filter(a -> !dropped.contains(a.name())).toList();
    return new Markup.Element(e.place(), e.name(), kept, e.children());
  }

  private static String key(Markup.Element e) {
    return e.attribute("wx:key").flatMap(Markup.Attribute::text).map(JsText::string).orElse("null");
  }

  private static String word(Markup.Element e, String attribute, String absent) {
    return e.attribute(attribute).flatMap(Markup.Attribute::text).orElse(absent);
  }

  /** An element without its wx:for and wx:if. */
  private void body(Markup.Element e, Scope scope) throws WxmlException {
    switch (e.name()) {
      case "block" -> block(e, scope);
      case "slot" -> slot(e, scope);
      case "template" -> template(e, new ExpressionWriter(scope));
      default -> normal(e, scope);
    }
  }

  private void block(Markup.Element e, Scope scope) throws WxmlException {
    js.append("J(").append(CHILDREN);
    write(e.children(), scope);
    js.append('}').append(slotOf(e, new ExpressionWriter(scope))).append(");\n");
  }

  private static String slotOf(Markup.Element e, ExpressionWriter writer) {
    return e.attribute("slot")
        .flatMap(Markup.Attribute::value)
        .map(v -> "," + writer.text(v))
        .orElse("");
  }

  private void slot(Markup.Element e, Scope scope) {
    ExpressionWriter writer = new ExpressionWriter(scope);
    String name =
        e.attribute("name").flatMap(Markup.Attribute::value).map(writer::text).orElse("\"\"");
    String slot = slotOf(e, writer);
    js.append("S(").append(name);
    if (e.attributes().stream().anyMatch(Attributes::isSlotValue)) {
      js.append(",(N)=>{\n");
      new Attributes(writer, js).slotValues(e.attributes());
      js.append('}');
    } else if (!slot.isEmpty()) js.append(",undefined");
    js.append(slot).append(");\n");
  }

  private void template(Markup.Element e, ExpressionWriter writer) {
    String name =
        e.attribute("is").flatMap(Markup.Attribute::value).map(writer::text).orElse("\"\"");
    Expression data =
        e.attribute("data")
            .flatMap(Markup.Attribute::value)
            .orElse(new Expression.ObjectOf(List.of()));
    String key = "b" + variables++;
    js.append("{const ").append(key).append('=').append(name).append(";\nB(").append(key);
    js.append(',').append(CHILDREN).append("const t=I(").append(key).append(");if(t)t(R,C,X(");
    js.append(writer.value(data)).append("),K||").append(writer.changeTree(data));
    js.append(").C(C,T,E,B,F,S,J)})}\n");
  }

  private void normal(Markup.Element e, Scope scope) throws WxmlException {
    ExpressionWriter writer = new ExpressionWriter(scope);
    js.append("E(").append(JsText.string(e.name())).append(",{").append(generics(e));
    js.append("},(N,C)=>{\n");
    new Attributes(writer, js).write(e.attributes());
    SlotValues slots = SlotValues.of(e, variables++);
    js.append("},").append(slots.isEmpty() ? CHILDREN : CHILDREN_OF_SLOTS);
    js.append(slots.declarations());
    write(e.children(), scope, slots);
    String slot = slotOf(e, writer);
    js.append('}').append(slot.isEmpty() && !slots.isEmpty() ? ",undefined" : slot);
    js.append(slots.isEmpty() ? "" : "," + slots.names()).append(");\n");
  }

  private static String generics(Markup.Element e) {
    StringBuilder generics = new StringBuilder();
    for (Markup.Attribute a : e.attributes()) {
      if (!a.name().startsWith("generic:")) continue;
      String name = a.name().substring("generic:".length());
      generics.append(JsText.string(name)).append(':');
      generics.append(JsText.string(a.text().orElse(""))).append(',');
    }
    return generics.toString();
  }
}
