package minihost.cli;

import java.util.List;
import java.util.Optional;
import minihost.config.Suggestion;

/** The names of the commands, for whoever must not load the commands. */
final class CommandNames {
  static final List<String> ALL =
      List.of(
          "run",
          "test",
          "merge-reports",
          "explain",
          "config",
          "doctor",
          "lab",
          "types",
          "completion",
          "help");

  static final List<String> GLOBAL_OPTIONS = List.of("--help", "-h", "--version", "-V");

  private CommandNames() {}

  /** What a word that is no command was probably meant to be. */
  static Optional<String> nearest(String word) {
    boolean plain = word.matches("[A-Za-z]{3,12}");
    return plain ? Suggestion.nearest(word, ALL) : Optional.empty();
  }
}
