package minihost.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code .answer}: what functions of wx that need a person or a server answer from now on. */
final class AnswerCommand {
  private static final String OFF = "off";
  private static final String EXAMPLE =
      "write for example .answer showModal {\"confirm\":false}, .answer scanCode"
          + " {\"fail\":\"cancel\"} or .answer showModal off";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static final ReplCommand ANSWER =
      new ReplCommand(
              ".answer",
              "[NAME {JSON} | NAME off]",
              "answer a function of wx in the place of a person, the phone or WeChat's servers;"
                  + " have it made up again; or tell who answers what",
              AnswerCommand::answer)
          .completing(AnswerCommand::next);

  private AnswerCommand() {}

  private static List<String> next(Session session, List<String> before) {
    if (before.isEmpty()) return List.copyOf(new TreeSet<>(session.host().answerable()));
    return before.size() == 1 ? List.of(OFF) : List.of();
  }

  private static void answer(Session session, String arguments) throws ReplCommand.Misuse {
    String[] words = arguments.strip().split("\\s+", 2);
    if (words[0].isEmpty()) {
      session.screen().say(shown(session.host().answers()));
      return;
    }
    if (words.length < 2) throw new ReplCommand.Misuse("answer what? " + EXAMPLE);
    Optional<Map<String, Object>> answer =
        words[1].equals(OFF) ? Optional.empty() : Optional.of(read(words[1], EXAMPLE));
    Optional<String> trouble = session.host().answer(words[0], answer, "the REPL");
    if (trouble.isPresent()) throw new ReplCommand.Misuse(trouble.get());
  }

  /**
   * @param example what to write, for a person who wrote something else
   */
  static Map<String, Object> read(String json, String example) throws ReplCommand.Misuse {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new ReplCommand.Misuse(
          json + " is no JSON object: " + e.getOriginalMessage() + "; " + example);
    }
  }

  private static String shown(Map<String, String> answers) {
    if (answers.isEmpty())
      return "nobody answers anything: minihost.json does, or answers are made up";
    return new TreeMap<>(answers)
        .entrySet().stream()
            .map(e -> e.getKey() + " is answered by " + e.getValue())
            .collect(Collectors.joining("\n"));
  }
}
