package minihost.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import minihost.config.ConfigProblems;
import minihost.journal.Event;

/** Commands about the session itself. */
final class SessionCommands {
  private static final int LOG_LENGTH = 20;

  static final List<ReplCommand> ALL =
      List.of(
          new ReplCommand(
              ".log",
              "[N]",
              "the last N events, " + LOG_LENGTH + " if not said",
              SessionCommands::log),
          new ReplCommand(
              ".reload", "", "start again from the files as they are now", SessionCommands::reload),
          new ReplCommand(".help", "", "this list", SessionCommands::help),
          new ReplCommand(".exit", "", "end the run", (session, arguments) -> session.exit()));

  /** In characters; what is longer has its help on the next line. */
  private static final int USAGE_WIDTH = 24;

  private SessionCommands() {}

  private static void log(Session session, String count) throws ReplCommand.Misuse {
    if (!count.matches("\\d{0,6}"))
      throw new ReplCommand.Misuse("\"" + count + "\" is not a number; write for example .log 50");
    int wanted = count.isEmpty() ? LOG_LENGTH : Integer.parseInt(count);
    List<Event> all = session.host().journal().events();
    List<Event> last = all.subList(Math.max(0, all.size() - wanted), all.size());
    session.screen().say(new EventText(Palette.PLAIN, ZoneId.systemDefault()).of(last));
  }

  private static void reload(Session session, String arguments)
      throws ReplCommand.Misuse, IOException, InterruptedException {
    try {
      session.reload();
    } catch (ConfigProblems e) {
      throw new ReplCommand.Misuse(
          new ProblemText(Palette.PLAIN).of(e.problems()) + "\nthe run goes on as it was");
    }
  }

  private static void help(Session session, String arguments) {
    StringBuilder lines = new StringBuilder();
    for (ReplCommand command : ReplCommands.ALL) {
      String usage = (command.name() + " " + command.usage()).strip();
      boolean fits = usage.length() <= USAGE_WIDTH;
      String gap = " ".repeat(USAGE_WIDTH - (fits ? usage.length() : 0));
      lines.append(usage).append(fits ? gap : "\n" + gap).append("  ").append(command.help());
      lines.append('\n');
    }
    session.screen().say(lines + "Anything else is JavaScript, with app, page, wx and await.");
  }
}
