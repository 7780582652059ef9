package minihost.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The text of docs/api-coverage.md. */
final class ApiCoveragePage {
  private static final String HEAD =
      """
      # What is tested

      This page is made by `ApiCoverageTest` from the comments beside the annotations of the tests, and
      a build in which it differs from them fails. It is written anew with

      ```
      %s
      ```

      The rules are those of the project's conformance sheets, in short; a rule without a test has its
      reason here. Disabled tests do not count.

      %d of %d rules have a test.
      """;

  private final Map<RuleId, List<NamedTest>> tests;
  private final Map<RuleId, String> reasons;
  private final StringBuilder text = new StringBuilder();

  ApiCoveragePage(Map<RuleId, List<NamedTest>> tests, Map<RuleId, String> reasons) {
    this.tests = tests;
    this.reasons = reasons;
  }

  /**
   * @param members what is on {@code wx}
   * @param there members of the network category that are there
   * @param states every member of {@code wx} in WeChat's typings, and {@code works}, {@code
   *     answered} or {@code absent}
   */
  String text(String command, Set<String> members, Set<String> there, Map<String, String> states) {
    List<RuleSheet.Chapter> chapters = RuleSheet.chapters();
    long all = chapters.stream().mapToLong(c -> c.rules().size()).sum();
    text.append(HEAD.formatted(command, tests.size(), all));
    for (RuleSheet.Chapter chapter : chapters) {
      table(chapter.title(), "rule", "what it says", "tests, or why there is none");
      chapter.rules().forEach((id, words) -> row(id.toString(), words, proof(id)));
    }
    WxUse use = new WxUse();
    table("What is on `wx`", "member", "options its script reads", "test classes that call it");
    for (String member : members)
      row("`" + member + "`", code(WxUse.options(member)), code(use.classesThatCall(member)));
    states(states);
    table("WeChat's `network` category", "member", "there, or why not");
    RuleSheet.networkCategory()
        .forEach((member, reason) -> row(code(Set.of(member)), there(member, reason, there)));
    return text.toString();
  }

  private void states(Map<String, String> states) {
    table("Every member of `wx` in WeChat's typings", "how it is here", "how many", "which");
    for (String state : List.of("works", "answered", "absent")) {
      Set<String> names = new TreeSet<>();
      states.forEach(
          (name, own) -> {
            if (own.equals(state)) names.add(name);
          });
      row(state, String.valueOf(names.size()), code(names));
    }
    row("all", String.valueOf(states.size()), "");
  }

  private static String there(String member, String reason, Set<String> there) {
    return there.contains(member) ? "there" : reason;
  }

  private String proof(RuleId id) {
    List<NamedTest> named = tests.getOrDefault(id, List.of());
    if (named.isEmpty()) return reasons.getOrDefault(id, "");
    Map<String, List<String>> byClass = new TreeMap<>();
    for (NamedTest test : named)
      byClass.computeIfAbsent(test.file(), f -> new ArrayList<>()).add(test.toString());
    return byClass.values().stream()
        .flatMap(List::stream)
        .distinct()
        .map(test -> "`" + test + "`")
        .collect(Collectors.joining("<br>"));
  }

  private static String code(Set<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }

  private void table(String title, String... columns) {
    text.append("\n## ").append(title).append("\n\n");
    row(columns);
    text.append("|---".repeat(columns.length)).append("|\n");
  }

  private void row(String... cells) {
    for (String cell : cells) text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    text.append("|\n");
  }
}
