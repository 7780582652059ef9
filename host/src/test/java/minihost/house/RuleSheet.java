package minihost.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the conformance sheets in short words, and why some of them have no test. */
final class RuleSheet {
  /**
   * Rules that belong together.
   *
   * @param title {@code REQ: what is sent}
   */
  record Chapter(String title, Map<RuleId, String> rules) {}

  private static final Path FOLDER = House.root().resolve("host/src/test/resources/minihost/house");

  private RuleSheet() {}

  /**
   * As {@code rules.txt} has them: {@code == title} begins a chapter, {@code id | words} a rule.
   */
  static List<Chapter> chapters() {
    Map<String, Map<RuleId, String>> chapters = new LinkedHashMap<>();
    Map<RuleId, String> rules = Map.of();
    for (String line : lines("rules.txt"))
      if (line.startsWith("== ")) {
        rules = new LinkedHashMap<>();
        chapters.put(line.substring(3), rules);
      } else {
        String[] parts = parts(line);
        rules.put(RuleId.in(parts[0]).getFirst(), parts[1]);
      }
    return chapters.entrySet().stream().map(c -> new Chapter(c.getKey(), c.getValue())).toList();
  }

  /** Rules without a test, with the reason: {@code no-test.txt}. */
  static Map<RuleId, String> reasons() {
    Map<RuleId, String> reasons = new TreeMap<>();
    for (String line : lines("no-test.txt"))
      for (RuleId id : RuleId.in(parts(line)[0])) reasons.put(id, parts(line)[1]);
    return reasons;
  }

  /** Members of WeChat's network category, with why each is not there yet: {@code network.txt}. */
  static Map<String, String> networkCategory() {
    Map<String, String> members = new LinkedHashMap<>();
    for (String line : lines("network.txt"))
      for (String member : parts(line)[0].split(", ")) members.put(member, parts(line)[1]);
    return members;
  }

  private static String[] parts(String line) {
    String[] parts = line.split("\\|", 2);
    if (parts.length == 1) return new String[] {line.strip(), ""};
    return new String[] {parts[0].strip(), parts[1].strip()};
  }

  /** Leaves out reasons for what has a test by now, or is there. */
  static void dropOldReasons(Set<RuleId> tested, Set<String> there) throws IOException {
    rewrite("no-test.txt", line -> withoutTested(line, tested));
    rewrite("network.txt", line -> withoutReason(line, there));
  }

  private static String withoutTested(String line, Set<RuleId> tested) {
    List<RuleId> ids = RuleId.in(parts(line)[0]);
    List<RuleId> left = ids.stream().filter(id -> !tested.contains(id)).toList();
    if (left.size() == ids.size()) return line;
    String names = left.stream().map(RuleId::toString).collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : names + " | " + parts(line)[1];
  }

  private static String withoutReason(String line, Set<String> there) {
    boolean all = Stream.of(parts(line)[0].split(", ")).allMatch(there::contains);
    return all ? parts(line)[0] : line;
  }

  private static void rewrite(String file, UnaryOperator<String> change) throws IOException {
    Path path = FOLDER.resolve(file);
    String text =
        House.text(path)
            .lines()
            .map(line -> line.startsWith("#") ? line : change.apply(line))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(path, text);
  }

  private static List<String> lines(String file) {
    return House.text(FOLDER.resolve(file))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
