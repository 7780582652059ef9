package minihost.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every command there is, in the order of {@code .help}. */
final class ReplCommands {
  static final List<ReplCommand> ALL =
      Stream.of(
              AppCommands.ALL,
              List.of(AnswerCommand.ANSWER, RaiseCommand.RAISE),
              NetworkCommands.ALL,
              TimeCommands.ALL,
              SessionCommands.ALL)
          .flatMap(List::stream)
          .toList();

  private ReplCommands() {}

  static Optional<ReplCommand> named(String name) {
    return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(ReplCommand::name).toList();
  }
}
