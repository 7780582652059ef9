package minihost.wxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one WXML file, and what it includes. */
final class MarkupParser {
  private static final int MAX_INCLUDES = 32;

  /** Text of a file of the program, by path. */
  private final Function<String, Optional<String>> read;

  private final String path;
  private final Scanner in;
  private final int depth;
  private final Map<String, List<Markup>> templates = new LinkedHashMap<>();
  private final List<String> imports = new ArrayList<>();
  private final List<Markup.Script> scripts = new ArrayList<>();

  private MarkupParser(
      String path, String text, int depth, Function<String, Optional<String>> read) {
    this.path = path;
    this.read = read;
    this.depth = depth;
    in = new Scanner(path, text);
  }

  /**
   * @param path of the file, from the program's root
   */
  static Markup.File parse(String path, String text, Function<String, Optional<String>> read)
      throws WxmlException {
    return new MarkupParser(path, text, 0, read).file();
  }

  private Markup.File file() throws WxmlException {
    List<Markup> nodes = children("");
    return new Markup.File(path, nodes, templates, imports, scripts);
  }

  /** Nodes up to the end tag of {@code parent}, which is taken; "" is the file itself. */
  private List<Markup> children(String parent) throws WxmlException {
    List<Markup> nodes = new ArrayList<>();
    int opened = in.position();
    while (true) {
      if (in.atEnd()) {
        if (parent.isEmpty()) return nodes;
        throw in.error(opened, "<" + parent + "> is not closed", "add </" + parent + ">");
      }
      if (in.take("<!--")) in.takeUntil("-->", "a comment does not end");
      else if (in.looksAt("</")) {
        if (endTag(parent)) return nodes;
      } else if (in.peek() == '<' && isTagStart(in.peek(1))) element().ifPresent(nodes::addAll);
      else text().ifPresent(nodes::add);
    }
  }

  private static boolean isTagStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNameChar(int c) {
    return !Character.isWhitespace(c) && "/>=\"'<".indexOf(c) < 0;
  }

  private boolean endTag(String parent) throws WxmlException {
    int from = in.position();
    in.take("</");
    String name = in.takeWhile(MarkupParser::isNameChar);
    in.skipBlanks();
    if (!in.take(">")) throw in.error(from, "</" + name + " does not end", "close it with >");
    if (name.equals(parent)) return true;
    throw in.error(
        from,
        parent.isEmpty()
            ? "</" + name + "> closes nothing"
            : "</" + name + "> stands where </" + parent + "> was expected",
        parent.isEmpty() ? "take it out, or open the tag" : "close <" + parent + "> first");
  }

  private Optional<Markup> text() throws WxmlException {
    List<Expression> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (!in.atEnd()
        && !(in.peek() == '<'
            && (isTagStart(in.peek(1)) || in.looksAt("</") || in.looksAt("<!--")))) {
      if (in.take("{{")) {
        flush(plain, parts);
        parts.add(new ExpressionParser(in).braced());
      } else plain.append(in.next());
    }
    flush(plain, parts);
    boolean blank =
        parts.size() == 1
            && parts.getFirst() instanceof Expression.Literal l
            && l.asText().filter(String::isBlank).isPresent();
    return parts.isEmpty() || blank
        ? Optional.empty()
        : Optional.of(new Markup.Text(joined(parts)));
  }

  private static void flush(StringBuilder plain, List<Expression> parts) {
    if (plain.isEmpty()) return;
    parts.add(Expression.Literal.of(Entities.decode(plain.toString())));
    plain.setLength(0);
  }

  private static Expression joined(List<Expression> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Expression.Joined(List.copyOf(parts));
  }

  /** An element; empty for what only declares something, several for what is included. */
  private Optional<List<Markup>> element() throws WxmlException {
    Place place = in.place(in.position());
    in.next();
    String name = in.takeWhile(MarkupParser::isNameChar);
    List<Markup.Attribute> attributes = new ArrayList<>();
    boolean closed = attributes(name, attributes);
    Markup.Element head = new Markup.Element(place, name, attributes, List.of());
    if (name.equals("wxs")) {
      script(head, closed ? "" : in.takeUntil("</wxs>", "<wxs> is not closed"));
      return Optional.empty();
    }
    List<Markup> children = closed ? List.of() : children(name);
    return switch (name) {
      case "import" -> {
        imports.add(path(source(head)));
        yield Optional.empty();
      }
      case "include" -> Optional.of(included(head));
      case "template" -> template(head, children);
      default -> Optional.of(List.of(new Markup.Element(place, name, attributes, children)));
    };
  }

  private Optional<List<Markup>> template(Markup.Element head, List<Markup> children) {
    Optional<String> name = head.attribute("name").flatMap(Markup.Attribute::text);
    if (name.isPresent()) templates.putIfAbsent(name.get(), children);
    return name.isPresent() ? Optional.empty() : Optional.of(List.of(head));
  }

  private void script(Markup.Element head, String code) throws WxmlException {
    String module = head.attribute("module").flatMap(Markup.Attribute::text).orElse("");
    if (module.isEmpty())
      throw error(head, "<wxs> has no module", "give it a name: <wxs module=\"m\">");
    Optional<String> src = head.attribute("src").flatMap(Markup.Attribute::text);
    String file = src.isPresent() ? Paths.resolve(path, src.get()) : "";
    scripts.add(new Markup.Script(head.place(), module, code, file));
  }

  private String source(Markup.Element head) throws WxmlException {
    return head.attribute("src")
        .flatMap(Markup.Attribute::text)
        .orElseThrow(
            () ->
                error(head, "<" + head.name() + "> has no src", "name the file: src=\"./a.wxml\""));
  }

  private String path(String src) {
    String resolved = Paths.resolve(path, src);
    return resolved.endsWith(".wxml") ? resolved : resolved + ".wxml";
  }

  private List<Markup> included(Markup.Element head) throws WxmlException {
    String file = path(source(head));
    if (depth == MAX_INCLUDES)
      throw error(head, "includes go in a circle", "take the include of " + file + " out");
    String text =
        read.apply(file)
            .orElseThrow(() -> error(head, "there is no " + file, "correct the src of <include>"));
    List<Markup> nodes = new MarkupParser(file, text, depth + 1, read).children("");
    List<Markup.Attribute> control =
        head.attributes().stream().filter(a -> a.name().startsWith("wx:")).toList();
    return control.isEmpty()
        ? nodes
        : List.of(new Markup.Element(head.place(), "block", control, nodes));
  }

  private static WxmlException error(Markup.Element at, String why, String fix) {
    return new WxmlException(at.place(), why, fix);
  }

  /** Reads attributes and the end of the tag; whether the tag closes itself. */
  private boolean attributes(String tag, List<Markup.Attribute> into) throws WxmlException {
    Set<String> seen = new HashSet<>();
    while (true) {
      in.skipBlanks();
      if (in.take("/>")) return true;
      if (in.take(">")) return false;
      if (in.atEnd() || in.peek() == '<')
        throw in.error(in.position(), "the tag <" + tag + "> does not end", "close it with >");
      Markup.Attribute attribute = attribute(tag);
      // The first of two counts.
      if (seen.add(attribute.name())) into.add(attribute);
    }
  }

  private Markup.Attribute attribute(String tag) throws WxmlException {
    int from = in.position();
    String name = in.takeWhile(MarkupParser::isNameChar);
    if (name.isEmpty())
      throw in.error(
          from,
          "unexpected '" + in.peek() + "' in <" + tag + ">",
          "take it out, or quote the value");
    int end = in.position();
    in.skipBlanks();
    if (!in.take("=")) {
      in.moveTo(end);
      return new Markup.Attribute(name, Optional.empty());
    }
    in.skipBlanks();
    boolean fields = tag.equals("template") && name.equals("data");
    return new Markup.Attribute(name, Optional.of(value(from, name, fields)));
  }

  private Expression value(int from, String name, boolean fields) throws WxmlException {
    char quote = in.peek();
    boolean quoted = quote == '"' || quote == '\'';
    if (quoted) in.next();
    List<Expression> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (true) {
      if (in.atEnd())
        throw in.error(from, "the value of " + name + " does not end", "close it with " + quote);
      if (quoted ? in.peek() == quote : !isNameChar(in.peek()) && in.peek() != '=') break;
      if (in.take("{{")) {
        flush(plain, parts);
        ExpressionParser parser = new ExpressionParser(in);
        parts.add(fields ? parser.bracedFields() : parser.braced());
      } else plain.append(in.next());
    }
    if (quoted) in.next();
    flush(plain, parts);
    if (parts.size() > 1) dropOuterBlanks(parts);
    return parts.isEmpty() ? Expression.Literal.of("") : joined(parts);
  }

  /** {@code " {{a}} "} is the value of a, not a text with blanks around it. */
  private static void dropOuterBlanks(List<Expression> parts) {
    boolean alone = parts.stream().filter(p -> !isBlank(p)).count() == 1;
    if (alone) parts.removeIf(MarkupParser::isBlank);
  }

  private static boolean isBlank(Expression part) {
    return part instanceof Expression.Literal l && l.asText().filter(String::isBlank).isPresent();
  }
}
