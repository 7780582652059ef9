package minihost.cli;

import java.util.List;

/** The words of a line. */
final class Words {
  private Words() {}

  static List<String> split(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }
}
