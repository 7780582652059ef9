package minihost.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who calls what on {@code wx}, as the sources of the tests and of the families' scripts say. */
final class WxUse {
  private static final Pattern CALL = Pattern.compile("\\bwx\\.(\\w+|%)");

  /** A helper that calls whatever member it is told. */
  private static final String ANY = "%";

  private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\\b");
  private static final Pattern METHOD =
      Pattern.compile("^  (?=\\w)[\\w<>\\[\\], .?]+ (\\w+)\\(", Pattern.MULTILINE);
  private static final Pattern READ =
      Pattern.compile(
          "\\boptions\\.(\\w+)|\\{([^{}]*)\\} = options\\b|finish\\(\\w+, \\{([^{}]*)\\}");

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

  /** Methods of classes that help tests, with what they call on {@code wx}. */
  private final Map<String, Map<String, Set<String>>> helpers = new TreeMap<>();

  private final Map<String, Set<String>> classes = new TreeMap<>();

  WxUse() {
    Map<String, String> tests = new TreeMap<>();
    for (Path file : House.javaSources("test")) {
      String name = file.getFileName().toString().replace(".java", "");
      if (name.endsWith("Test")) tests.put(name, House.text(file));
      else helpers.put(name, helper(JAVADOC.matcher(House.text(file)).replaceAll("")));
    }
    tests.forEach((name, text) -> used(text).forEach(member -> note(member, name)));
  }

  private void note(String member, String test) {
    classes.computeIfAbsent(member, m -> new TreeSet<>()).add(test);
  }

  /** Test classes that call the member, themselves or through a helper. */
  Set<String> classesThatCall(String member) {
    return classes.getOrDefault(member, Set.of());
  }

  private Set<String> used(String test) {
    Set<String> used = called(test);
    helpers.forEach(
        (helper, methods) -> {
          if (!mentions(test, helper + "\\b")) return;
          methods.forEach(
              (method, members) -> {
                if (mentions(test, method + "\\(")) used.addAll(members);
              });
        });
    if (used.remove(ANY)) QUOTED.matcher(test).results().forEach(m -> used.add(m.group(1)));
    return used;
  }

  private static boolean mentions(String text, String pattern) {
    return Pattern.compile("\\b" + pattern).matcher(text).find();
  }

  /** Methods call each other: what one calls on {@code wx}, its callers do. */
  private static Map<String, Set<String>> helper(String text) {
    Map<String, String> bodies = new LinkedHashMap<>();
    List<MatchResult> methods = METHOD.matcher(text).results().toList();
    for (int i = 0; i < methods.size(); i++) {
      int end = i + 1 < methods.size() ? methods.get(i + 1).start() : text.length();
      bodies.merge(
          methods.get(i).group(1), text.substring(methods.get(i).end(), end), String::concat);
    }
    Map<String, Set<String>> calls = new TreeMap<>();
    bodies.forEach((name, body) -> calls.put(name, called(body)));
    for (int round = 0; round < bodies.size(); round++)
      bodies.forEach(
          (name, body) ->
              bodies.keySet().stream()
                  .filter(other -> mentions(body, other + "\\("))
                  .forEach(other -> calls.get(name).addAll(Set.copyOf(calls.get(other)))));
    return calls;
  }

  private static Set<String> called(String text) {
    Set<String> members = new TreeSet<>();
    CALL.matcher(text).results().forEach(m -> members.add(m.group(1)));
    return members;
  }

  /** What a function's own script reads of its options; empty for a function without one. */
  static Set<String> options(String member) {
    String file = member.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".js";
    Path script = House.root().resolve("host/src/main/resources/minihost/wx").resolve(file);
    if (!Files.exists(script)) return Set.of();
    Set<String> read = new LinkedHashSet<>();
    READ.matcher(House.text(script))
        .results()
        .flatMap(m -> Stream.of(1, 2, 3).map(m::group).filter(group -> group != null))
        .flatMap(names -> Stream.of(names.split(",")))
        .map(name -> name.strip().replaceAll("[:= ].*", ""))
        .filter(name -> !name.isEmpty())
        .forEach(read::add);
    return read;
  }
}
