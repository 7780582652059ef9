package minihost.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the conformance sheets in short words, and why some of them have no test. */
final class RuleSheet {
  /**
   * Rules that belong together.
   *
   * @param title {@code REQ: what is sent}
   */
  record Chapter(String title, Map<RuleId, String> rules) {}

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

  private static List<String> lines(String resource) {
    try (InputStream in = RuleSheet.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
