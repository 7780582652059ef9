package minihost.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Commands about the run's clock. */
final class TimeCommands {
  static final List<ReplCommand> ALL =
      List.of(
          new ReplCommand(
              ".wait",
              "DURATION",
              "wait, by the run's clock: " + Durations.FORMS,
              TimeCommands::pause),
          new ReplCommand(
              ".clock",
              "[+DURATION]",
              "the run's time; or move it forward, timers on the way coming due",
              TimeCommands::clock));

  private TimeCommands() {}

  private static void pause(Session session, String duration) throws Exception {
    if (duration.isEmpty()) throw new ReplCommand.Misuse("how long? write for example .wait 6s");
    session.pause(Durations.parse(duration));
  }

  private static void clock(Session session, String arguments) throws Exception {
    if (!arguments.isEmpty()) session.host().pass(forward(arguments)).get();
    session.screen().say(Instant.ofEpochMilli(session.host().status().epochMillis()).toString());
  }

  private static Duration forward(String text) {
    return Durations.parse(text.startsWith("+") ? text.substring(1) : text);
  }
}
