package minihost.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import minihost.app.CallOutcome;

/** Commands that look at the elements of a page and touch them. */
final class TreeCommands {
  private TreeCommands() {}

  static void tap(Session session, String selector) throws ReplCommand.Misuse {
    if (selector.isBlank())
      throw new ReplCommand.Misuse(
          "what? write for example .tap #submit; .tree lists what is there");
    session.host().inside(inside -> inside.tap(selector.strip(), answerOf(session)));
  }

  private static CallOutcome answerOf(Session session) {
    return new CallOutcome() {
      @Override
      public void returned(Object head) {
        session.screen().say("tapped " + head);
      }

      @Override
      public void failed(String message) {
        session.screen().complain(message);
      }
    };
  }

  static void tree(Session session, String arguments) throws ReplCommand.Misuse {
    AtomicReference<Optional<String>> seen = new AtomicReference<>(Optional.empty());
    session.host().inside(inside -> seen.set(inside.pageTree()));
    session.screen().say(seen.get().orElseThrow(() -> new ReplCommand.Misuse("no page is open")));
  }
}
