package minihost.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.reason.Origin;

/**
 * What a program wants and whether it is here.
 *
 * @param files how many scripts were read
 * @param members members of {@code wx} that are used, by name, and how it is with them
 * @param findings one for each thing, the gravest kind first, then by place
 */
public record Survey(int files, Map<String, State> members, List<Finding> findings) {
  /** How it is with a member of {@code wx}. */
  public enum State {
    WORKS,
    ANSWERED,
    ABSENT
  }

  /** Findings on their way in: of the same thing the first place and the number are kept. */
  static final class Findings {
    private final Map<String, Finding> all = new LinkedHashMap<>();

    void add(Finding.Kind kind, String what, String fix, Origin place) {
      all.merge(
          kind + what,
          new Finding(kind, what, fix, place, 1),
          (first, _) -> new Finding(kind, what, first.fix(), first.place(), first.times() + 1));
    }

    List<Finding> sorted() {
      List<Finding> sorted = new ArrayList<>(all.values());
      sorted.sort(Comparator.comparing(Finding::kind));
      return List.copyOf(sorted);
    }
  }
}
