package minihost.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** Collects everything wrong or doubtful, so that it is said at once. One thread. */
final class Problems {
  private final List<Reason> problems = new ArrayList<>();
  private final List<Reason> warnings = new ArrayList<>();

  /**
   * @param args fill the wording of the code, in its order
   */
  void problem(ConfigCode code, Origin origin, Object... args) {
    problems.add(code.reason(origin, args));
  }

  void warning(ConfigCode code, Origin origin, Object... args) {
    warnings.add(code.reason(origin, args));
  }

  /** A value of a type its key does not take. */
  void wrongType(Json value, String key, String expected, String example) {
    problem(ConfigCode.WRONG_TYPE, value.origin(), key, expected, value.shown(), example);
  }

  void wrongType(Json value, String expected, String example) {
    wrongType(value, value.origin().key(), expected, example);
  }

  List<Reason> warnings() {
    return inFileOrder(warnings);
  }

  /** Problems and warnings. */
  List<Reason> all() {
    return Stream.concat(problems.stream(), warnings.stream()).toList();
  }

  void throwIfAny() throws ConfigProblems {
    if (!problems.isEmpty()) throw new ConfigProblems(inFileOrder(problems));
  }

  /** By line within a file; files as they were read. */
  private static List<Reason> inFileOrder(List<Reason> reasons) {
    List<String> files = reasons.stream().map(r -> r.origin().file()).distinct().toList();
    return reasons.stream()
        .sorted(
            Comparator.comparingInt((Reason r) -> files.indexOf(r.origin().file()))
                .thenComparingInt(r -> r.origin().line()))
        .toList();
  }
}
