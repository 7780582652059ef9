package minihost.wxml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what the attributes of an element mean: properties, events, data-* and marks. */
final class Attributes {
  private static final Pattern EVENT = Pattern.compile("(capture-)?(mut-)?(bind|catch):?(.+)");

  private final ExpressionWriter writer;
  private final StringBuilder js;

  Attributes(ExpressionWriter writer, StringBuilder js) {
    this.writer = writer;
    this.js = js;
  }

  /** Those that make no call of their own: they say where the element stands. */
  static boolean isPlacement(String name) {
    return name.equals("slot")
        || name.startsWith("wx:")
        || name.startsWith("generic:")
        || name.startsWith("slot:");
  }

  /** What a slot hands to those who fill it. */
  void slotValues(List<Markup.Attribute> attributes) {
    for (Markup.Attribute a : attributes)
      if (isSlotValue(a)) named("Q.V(R)", SlotValues.name(a.name()), a);
  }

  static boolean isSlotValue(Markup.Attribute a) {
    return !isPlacement(a.name()) && !a.name().equals("name");
  }

  void write(List<Markup.Attribute> attributes) {
    for (Markup.Attribute a : attributes) if (!isPlacement(a.name())) write(a);
  }

  private void write(Markup.Attribute a) {
    String name = a.name();
    Matcher event = EVENT.matcher(name);
    if (event.matches()) event(event, a);
    else if (name.equals("id")) call("R.i", a, text(a));
    else if (name.equals("class")) call("R.c", a, text(a));
    else if (name.equals("style")) call("R.y", a, value(a));
    else if (name.startsWith("data-")) named("R.d", camel(name.substring(5)), a);
    else if (name.startsWith("data:")) named("R.d", name.substring(5), a);
    else if (name.startsWith("mark:")) named("R.m", name.substring(5), a);
    else if (name.startsWith("model:")) model(name.substring(6), a);
    else if (name.startsWith("change:")) named("R.p", name.substring(7), a);
    else if (!name.startsWith("worklet:") && !name.startsWith("extra-attr:")) named("R.r", name, a);
  }

  /** {@code data-user-name} is userName, {@code data-userName} username, as in HTML. */
  private static String camel(String name) {
    Matcher dash = Pattern.compile("-([a-z])").matcher(name.toLowerCase(Locale.ROOT));
    return dash.replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  private String value(Markup.Attribute a) {
    return a.value().map(writer::value).orElse("true");
  }

  private String text(Markup.Attribute a) {
    return a.value().map(writer::text).orElse("\"\"");
  }

  private String when(Markup.Attribute a) {
    return a.value().filter(v -> !ExpressionWriter.isConstant(v)).map(writer::when).orElse("C");
  }

  private void call(String function, Markup.Attribute a, String arguments) {
    js.append("if(").append(when(a)).append(')').append(function).append("(N,");
    js.append(arguments).append(");\n");
  }

  private void named(String function, String name, Markup.Attribute a) {
    call(function, a, JsText.string(name) + "," + value(a));
  }

  private void model(String name, Markup.Attribute a) {
    Optional<String> path = a.value().flatMap(writer::path);
    String to = path.map(p -> "," + p).orElse("");
    call("R.r", a, JsText.string(name) + "," + value(a) + to);
  }

  private void event(Matcher event, Markup.Attribute a) {
    boolean constant = a.value().map(ExpressionWriter::isConstant).orElse(true);
    String handler = a.value().map(writer::value).orElse("\"\"");
    boolean capture = event.group(1) != null;
    boolean mutual = event.group(2) != null;
    boolean ends = event.group(3).equals("catch");
    call(
        "R.v",
        a,
        "%s,%s,%b,%b,%b,%b"
            .formatted(JsText.string(event.group(4)), handler, ends, mutual, capture, !constant));
  }
}
