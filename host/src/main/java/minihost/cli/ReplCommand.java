package minihost.cli;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A command of a session: {@code .name arguments}.
 *
 * @param name with its dot
 * @param usage its arguments, as help shows them
 * @param completion what may follow the words already there, for Tab
 */
record ReplCommand(
    String name,
    String usage,
    String help,
    Action action,
    BiFunction<Session, List<String>, List<String>> completion) {

  /** Does the work. What it throws is told to the person, and the session goes on. */
  @FunctionalInterface
  interface Action {
    /**
     * @param arguments the rest of the line without blanks around it
     */
    void run(Session session, String arguments) throws Exception;
  }

  /** What a person did wrong, in a sentence with the fix. */
  static final class Misuse extends Exception {
    Misuse(String message) {
      super(message);
    }
  }

  ReplCommand(String name, String usage, String help, Action action) {
    this(name, usage, help, action, (session, before) -> List.of());
  }

  /** Offers words for the first argument. */
  ReplCommand completing(BiFunction<Session, List<String>, List<String>> words) {
    return new ReplCommand(name, usage, help, action, words);
  }
}
