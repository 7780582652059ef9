package minihost.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code .raise}: an event of wx that on a phone the phone or a person would raise. */
final class RaiseCommand {
  private static final String EXAMPLE =
      "write for example .raise MemoryWarning {\"level\":10} or .raise UserCaptureScreen";

  static final ReplCommand RAISE =
      new ReplCommand(
              ".raise",
              "EVENT [JSON]",
              "raise an event of wx for the program's listeners, as the phone would",
              RaiseCommand::raise)
          .completing(
              (session, before) ->
                  before.isEmpty() ? List.copyOf(session.host().events().names()) : List.of());

  private RaiseCommand() {}

  private static void raise(Session session, String arguments) throws ReplCommand.Misuse {
    String[] words = arguments.strip().split("\\s+", 2);
    if (words[0].isEmpty()) throw new ReplCommand.Misuse("which event? " + EXAMPLE);
    Map<String, Object> data = words.length < 2 ? Map.of() : AnswerCommand.read(words[1], EXAMPLE);
    Optional<String> trouble = session.host().events().raise(words[0], data);
    if (trouble.isPresent()) throw new ReplCommand.Misuse(trouble.get());
  }
}
