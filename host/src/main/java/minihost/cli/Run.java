package minihost.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import minihost.config.ConfigProblems;
import minihost.config.Settings;
import minihost.host.Ending;
import minihost.inspect.DevTools;

/**
 * {@code minihost run}: one mini program, with a prompt, with commands from a pipe, or by itself.
 */
final class Run {
  private final RunOptions options;
  private final Io io;
  private final boolean prompt;

  Run(RunOptions options, Io io) {
    this.options = options;
    this.io = io;
    prompt = options.session() && io.terminal() && !options.json() && !options.visitAll();
  }

  /**
   * Runs to the end.
   *
   * @return one of {@link ExitCodes}
   */
  int call() throws IOException, InterruptedException {
    if (options.inspect().isEmpty()) return run();
    Optional<DevTools> tools = options.inspect().get().open(io);
    if (tools.isEmpty()) return ExitCodes.USAGE;
    try (DevTools _ = tools.get()) {
      return run();
    }
  }

  private int run() throws IOException, InterruptedException {
    ZoneId zone = options.virtualTime() ? ZoneOffset.UTC : ZoneId.systemDefault();
    if (prompt) return withPrompt(zone);
    var lines = TextScreen.lines(io.out());
    Screen screen =
        asLoud(options.json() ? new JsonScreen(lines) : new TextScreen(io.palette(), zone, lines));
    if (options.visitAll()) return visit(new PageVisits(screen, options.pageTime()));
    boolean piped = options.session() && !io.terminal();
    try (Session session = new Session(options, io.environment(), screen, piped);
        LastWords _ = new LastWords(session)) {
      return started(session) ? unattended(session, piped) : ExitCodes.USAGE;
    }
  }

  private int visit(PageVisits visits) throws IOException, InterruptedException {
    try (Session session = new Session(options, io.environment(), visits, true);
        LastWords _ = new LastWords(session)) {
      if (!started(session)) return ExitCodes.USAGE;
      try (Watchdog watchdog = watch(session)) {
        visits.start(session);
        int code = code(session.await(), watchdog, false);
        visits.tell();
        return code == ExitCodes.OK && visits.hasFailed() ? ExitCodes.FAILED : code;
      }
    }
  }

  private int withPrompt(ZoneId zone) throws IOException, InterruptedException {
    try (Repl repl = Repl.open(io);
        Session session =
            new Session(
                options,
                io.environment(),
                asLoud(new TextScreen(repl.palette(), zone, repl)),
                true)) {
      if (!started(session)) return ExitCodes.USAGE;
      try (Watchdog watchdog = watch(session)) {
        repl.converse(session);
        return code(session.await(), watchdog, true);
      }
    }
  }

  private Screen asLoud(Screen screen) {
    return options.quiet() ? new QuietScreen(screen) : screen;
  }

  private boolean started(Session session) throws IOException, InterruptedException {
    try {
      Settings settings = session.load();
      session.start(settings);
      return true;
    } catch (ConfigProblems e) {
      io.err().println(new ProblemText(io.palette()).of(e.problems()));
      return false;
    }
  }

  private int unattended(Session session, boolean piped) throws InterruptedException {
    PipedSession commands = new PipedSession(session);
    try (Watchdog watchdog = watch(session)) {
      if (piped) commands.start(io.in());
      int code = code(session.await(), watchdog, commands.wasUsed());
      return code == ExitCodes.OK && commands.hasFailed() ? ExitCodes.FAILED : code;
    }
  }

  private Watchdog watch(Session session) {
    return Watchdog.start(options.limit(), session);
  }

  private static int code(Ending ending, Watchdog watchdog, boolean attended)
      throws InterruptedException {
    if (watchdog.stoppedScript()) return ExitCodes.STOPPED;
    boolean failed = !ending.launched() || !attended && ending.errors() > 0;
    return failed ? ExitCodes.FAILED : ExitCodes.OK;
  }
}
