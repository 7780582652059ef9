package minihost.config;

import java.util.List;
import java.util.stream.Collectors;
import minihost.reason.Reason;

/** Why a mini program cannot be run as configured: every problem found, at once. */
public final class ConfigProblems extends Exception {
  private final transient List<Reason> problems;

  public ConfigProblems(List<Reason> problems) {
    super(problems.stream().map(Reason::text).collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  public List<Reason> problems() {
    return problems;
  }
}
