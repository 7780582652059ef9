package minihost.cli;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import minihost.api.WxFailure;
import minihost.config.Suggestion;
import minihost.js.JsException;
import minihost.reason.Explained;
import minihost.reason.Reason;

/** Does what a person types, one input at a time; whatever goes wrong, the session goes on. */
final class CommandLoop {
  private final Session session;
  private volatile boolean failed;

  CommandLoop(Session session) {
    this.session = session;
  }

  /** Whether an input is a command rather than JavaScript: {@code .5 + 1} is not. */
  static boolean isCommand(String input) {
    return input.length() > 1 && input.startsWith(".") && Character.isLetter(input.charAt(1));
  }

  /** Does one input. Interrupting the thread gives up waiting for it. */
  void run(String input) {
    try {
      if (isCommand(input.strip())) command(input.strip());
      else if (!input.isBlank()) session.screen().say(session.await(session.host().eval(input)));
    } catch (InterruptedException e) {
      session.screen().complain("given up; what was started goes on");
    } catch (Exception e) {
      failed = true;
      session.screen().complain(text(e));
    }
  }

  /** Whether any input failed. */
  boolean hasFailed() {
    return failed;
  }

  private void command(String input) throws Exception {
    String[] parts = input.split("\\s+", 2);
    ReplCommand command = ReplCommands.named(parts[0]).orElseThrow(() -> unknown(parts[0]));
    command.action().run(session, parts.length > 1 ? parts[1] : "");
  }

  private static ReplCommand.Misuse unknown(String name) {
    String meant =
        Suggestion.nearest(name, ReplCommands.names())
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse(".help lists all commands");
    return new ReplCommand.Misuse("there is no command " + name + "; " + meant);
  }

  static String text(Throwable e) {
    Throwable cause =
        e instanceof ExecutionException || e instanceof CompletionException ? e.getCause() : e;
    return switch (cause) {
      case JsException js -> "Uncaught " + js.error().text();
      case WxFailure failure -> text(failure.reason());
      case Explained explained -> text(explained.reason());
      case ReplCommand.Misuse misuse -> misuse.getMessage();
      case IllegalArgumentException misuse -> misuse.getMessage();
      case IllegalStateException ended -> ended.getMessage();
      default -> cause.toString();
    };
  }

  private static String text(Reason reason) {
    return new ProblemText(Palette.PLAIN).lines(reason).stream().collect(Collectors.joining("\n"));
  }
}
