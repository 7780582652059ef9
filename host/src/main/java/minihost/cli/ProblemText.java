package minihost.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Reasons as lines: where and what, then the fix below. */
final class ProblemText {
  private static final String INDENT = "    ";

  private final Palette palette;

  ProblemText(Palette palette) {
    this.palette = palette;
  }

  /** Problems under each other. */
  String of(List<Reason> reasons) {
    return reasons.stream().flatMap(r -> lines(r).stream()).collect(Collectors.joining("\n"));
  }

  List<String> lines(Reason reason) {
    List<String> lines = new ArrayList<>();
    String where = reason.origin() == Origin.BUILT_IN ? "" : reason.origin() + "  ";
    lines.add(palette.bold(Visible.line(where)) + Visible.line(reason.why()));
    if (!reason.fix().isEmpty())
      lines.add(INDENT + palette.green("fix") + "  " + Visible.line(reason.fix()));
    return lines;
  }
}
