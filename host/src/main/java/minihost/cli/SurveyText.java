package minihost.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import minihost.survey.Finding;
import minihost.survey.Survey;

/** What a program's scripts want, as a table for a person. */
final class SurveyText {
  private SurveyText() {}

  static String of(Survey survey) {
    String head =
        "%d scripts; of wx they use %d members: %d work, %d are answered, %d are absent"
            .formatted(
                survey.files(),
                survey.members().size(),
                count(survey, Survey.State.WORKS),
                count(survey, Survey.State.ANSWERED),
                count(survey, Survey.State.ABSENT));
    if (survey.findings().isEmpty()) return head;
    Table table = new Table();
    for (Finding finding : survey.findings())
      table.row(
          word(finding.kind()),
          finding.what(),
          finding.place() + (finding.times() > 1 ? " and " + (finding.times() - 1) + " more" : ""));
    return head + "\n" + table + fixes(survey);
  }

  static long count(Survey survey, Survey.State state) {
    return survey.members().values().stream().filter(state::equals).count();
  }

  /** {@code made up}, for one. */
  static String word(Finding.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What to do about a kind of thing is much the same for all of them: said once. */
  private static String fixes(Survey survey) {
    return survey.findings().stream()
        .filter(finding -> !finding.fix().isEmpty())
        .collect(
            Collectors.toMap(
                Finding::kind, Finding::fix, (first, _) -> first, java.util.TreeMap::new))
        .entrySet()
        .stream()
        .map(e -> "\nfix " + word(e.getKey()) + ": " + Visible.line(e.getValue()))
        .collect(Collectors.joining());
  }
}
