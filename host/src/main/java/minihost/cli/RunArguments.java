package minihost.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments of {@code minihost run} when nothing is wrong with them. */
final class RunArguments {
  private final RunOptions.Draft draft = new RunOptions.Draft();
  private final Set<RunOption> seen = EnumSet.noneOf(RunOption.class);
  private boolean folderSeen;

  private RunArguments() {}

  /**
   * The options, or nothing when the arguments need a better reader: help is asked for, or an
   * option is unknown, repeated, or has a bad value.
   */
  static Optional<RunOptions> read(List<String> arguments) {
    RunArguments reader = new RunArguments();
    try {
      return reader.readAll(arguments) ? Optional.of(reader.draft.done()) : Optional.empty();
    } catch (IllegalArgumentException bad) {
      return Optional.empty();
    }
  }

  private boolean readAll(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("-")) {
        if (!folder(argument)) return false;
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      RunOption option = RunOption.of(name).orElse(null);
      if (option == null || !seen.add(option) && !option.mayRepeat()) return false;
      boolean apart = option.takesValue() && equals < 0;
      if (apart && (++i == arguments.size() || arguments.get(i).startsWith("-"))) return false;
      if (!option.takesValue() && equals >= 0) return false;
      option.set(draft, apart ? arguments.get(i) : argument.substring(equals + 1));
    }
    return true;
  }

  private boolean folder(String argument) {
    if (folderSeen || argument.isEmpty()) return false;
    folderSeen = true;
    draft.folder = Path.of(argument);
    return true;
  }
}
