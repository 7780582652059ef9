package minihost.wx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.config.PlainJson;

/**
 * A row of {@code members.txt}, whose head says how to write one: a member of {@code wx} that needs
 * no more than an answer.
 *
 * @param section the heading that it stands under
 * @param required parameters that must be there, with the type that is checked
 * @param answer {@code ok}, {@code cancel} or JSON; of objects, the script that makes them
 */
public record Member(
    String section, Kind kind, String name, Map<String, String> required, String answer) {
  /** How a member answers: the first word of its row. */
  public enum Kind {
    /** Later, by callbacks or a Promise. */
    LATER,
    /** Later, by callbacks, beside which there is the task of a transfer, or a Promise. */
    TASK,
    /** At once. */
    SYNC,
    /** An object that a script makes, on record as made up. */
    OBJECT,
    /** {@code onX} and {@code offX}. */
    EVENT
  }

  private static final Pattern ROW =
      Pattern.compile("(?:(task|sync|object|event) )?([\\w.]+)(?:\\(([^)]*)\\))?(?: {2}(.+))?");
  private static final Map<String, Object> CANCELLED = Map.of(Answering.FAIL, "cancel");
  private static final List<Member> TABLE = read();

  /** All rows, in the order of the table. */
  public static List<Member> table() {
    return TABLE;
  }

  /** Nothing is made up of what happens when it is called: nothing is to be answered. */
  public boolean isSilent() {
    return answer.equals("ok");
  }

  Shape shape() {
    return switch (kind) {
      case LATER -> requiring(Shape.async(name));
      case TASK -> requiring(Shape.transfer(name));
      case SYNC -> Shape.immediate(name);
      case OBJECT -> Shape.immediate(name).withScript(answer);
      case EVENT -> Shape.event(name);
    };
  }

  private Shape requiring(Shape shape) {
    Shape whole = shape;
    for (Map.Entry<String, String> parameter : required.entrySet())
      whole = whole.requiring(parameter.getKey(), parameter.getValue());
    return whole;
  }

  /** What is made up for a call with these options. */
  Map<String, Object> answer(Args args) {
    if (kind == Kind.OBJECT || isSilent()) return Map.of();
    if (answer.equals("cancel")) return CANCELLED;
    Map<String, Object> whole = new LinkedHashMap<>(PlainJson.object(answer));
    whole.replaceAll((key, value) -> parameter(value, args));
    return whole;
  }

  private static Object parameter(Object value, Args args) {
    return value instanceof String s && s.startsWith("$") ? args.raw().get(s.substring(1)) : value;
  }

  private static List<Member> read() {
    List<Member> rows = new ArrayList<>();
    String section = "";
    for (String line : text().lines().toList())
      if (line.startsWith("## ")) section = line.substring(3);
      else if (!line.isEmpty() && !line.startsWith("#")) rows.add(row(section, line));
    return List.copyOf(rows);
  }

  private static Member row(String section, String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) throw new IllegalStateException("members.txt: no row: " + line);
    Kind kind =
        row.group(1) == null ? Kind.LATER : Kind.valueOf(row.group(1).toUpperCase(Locale.ROOT));
    String answer = row.group(4) == null ? "" : row.group(4).strip();
    return new Member(section, kind, row.group(2), parameters(row.group(3)), answer);
  }

  private static Map<String, String> parameters(String written) {
    Map<String, String> all = new LinkedHashMap<>();
    if (written == null) return all;
    for (String parameter : written.split(", ")) {
      String[] words = parameter.split(": ");
      all.put(words[0], words[1]);
    }
    return all;
  }

  private static String text() {
    try (InputStream in = Member.class.getResourceAsStream("members.txt")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
