package minihost.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a rule of the conformance sheets, as comments write it: {@code REQ-7}, {@code E2b},
 * {@code row 13}, {@code S-row 22}.
 *
 * @param suffix the letter of {@code E2b}; empty for most
 */
record RuleId(String family, int number, String suffix) implements Comparable<RuleId> {
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\w.-])(?:([A-Z]{2,4})-(\\d+)(?: to (?:\\1-)?(\\d+))?"
              + "|E(\\d+)(?:([a-z])|(?: to E?(\\d+)))?"
              + "|(S-)?rows? (\\d+)(?: to (\\d+))?)(?!\\w)");

  private static final Comparator<RuleId> ORDER =
      Comparator.comparing(RuleId::family)
          .thenComparing(RuleId::number)
          .thenComparing(RuleId::suffix);

  /** Every rule that a text names; {@code E12 to E15} are four. */
  static List<RuleId> in(String text) {
    List<RuleId> found = new ArrayList<>();
    for (Matcher m = MENTION.matcher(text); m.find(); ) {
      if (m.group(1) != null) add(found, m.group(1), m.group(2), m.group(3));
      else if (m.group(5) != null)
        found.add(new RuleId("E", Integer.parseInt(m.group(4)), m.group(5)));
      else if (m.group(4) != null) add(found, "E", m.group(4), m.group(6));
      else add(found, m.group(7) == null ? "row" : "S-row", m.group(8), m.group(9));
    }
    return found;
  }

  private static void add(List<RuleId> found, String family, String from, String to) {
    int first = Integer.parseInt(from);
    int last = to == null ? first : Integer.parseInt(to);
    for (int number = first; number <= last; number++) found.add(new RuleId(family, number, ""));
  }

  @Override
  public int compareTo(RuleId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String between = family.equals("E") ? "" : family.endsWith("row") ? " " : "-";
    return family + between + number + suffix;
  }
}
