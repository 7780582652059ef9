package minihost.cli;

import java.io.IOException;
import java.util.function.Consumer;
import minihost.host.Host;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/**
 * The prompt: what is typed goes to a session, and what happens meanwhile is printed above it. The
 * only class that is loaded with JLine, and only for a terminal.
 */
final class Repl implements Consumer<String>, AutoCloseable {
  private final Terminal terminal;
  private final Palette palette;
  private final Prompt prompt;
  private final ReplCompleter completer = new ReplCompleter();
  private final LineReaderImpl reader;
  private volatile Session session;
  private Work working; // while a command is at work; guarded by this, as the next
  private Thread reading; // the thread that reads, while it does

  /** Opens the process's terminal. */
  static Repl open(Io io) throws IOException {
    Terminal terminal = TerminalBuilder.builder().name("minihost").system(true).build();
    return new Repl(terminal, io);
  }

  Repl(Terminal terminal, Io io) {
    this.terminal = terminal;
    palette = Palette.of(true, io.environment());
    prompt = new Prompt(palette, terminal.outputEncoding());
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("minihost")
            .parser(new ReplParser())
            .completer(completer)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.INSERT_TAB, false)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, prompt.continued());
    HistoryFile.prepare(UserFolders.cache(io.environment()))
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    reader = (LineReaderImpl) builder.build();
    terminal.handle(Terminal.Signal.INT, signal -> interrupt());
  }

  Palette palette() {
    return palette;
  }

  /**
   * Prints whole lines above the prompt, which shows how the run stands from now on. Any thread.
   */
  @Override
  public void accept(String lines) {
    if (session != null && reader.isReading()) reader.setPrompt(prompt.of(session));
    reader.printAbove(AttributedString.fromAnsi(lines, terminal));
  }

  /** Reads and does commands until {@code .exit} or ^D, or until the run ends by itself. */
  void converse(Session session) throws InterruptedException {
    this.session = session;
    completer.session(session);
    CommandLoop commands = new CommandLoop(session);
    Thread.ofVirtual().name("minihost-end").start(() -> breakOff(session));
    while (!session.isOver()) {
      try {
        work(commands, read(session));
      } catch (UserInterruptException cancelled) {
        if (cancelled.getPartialLine().isBlank()) interruptScript();
      } catch (EndOfFileException end) {
        session.exit();
        break;
      }
    }
  }

  private String read(Session session) {
    reading(Thread.currentThread());
    try {
      return reader.readLine(prompt.of(session));
    } finally {
      reading(null);
      Thread.interrupted();
    }
  }

  private synchronized void reading(Thread thread) {
    reading = thread;
  }

  /** Nobody reads on when the run has ended by itself: the reader gives up when interrupted. */
  private void breakOff(Session session) {
    try {
      session.await();
      synchronized (this) {
        if (reading != null) reading.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One command, and the thread that waits for it. */
  private static final class Work {
    private final Thread waits = Thread.currentThread();
  }

  private void work(CommandLoop commands, String input) {
    working(new Work());
    try {
      commands.run(input);
    } finally {
      working(null);
      Thread.interrupted();
    }
  }

  private synchronized void working(Work work) {
    working = work;
  }

  /** ^C while a command is at work: stops the script that runs, and gives up waiting. */
  private synchronized void interrupt() {
    Work now = working;
    if (now != null) terminal.writer().println();
    Thread.ofVirtual().start(() -> interrupt(now));
  }

  private void interrupt(Work work) {
    if (session == null) return;
    Host host = session.host();
    if (host.interrupt()) host.turn().exceptionally(ended -> null).join(); // it may tell first
    giveUp(work);
  }

  private synchronized void giveUp(Work work) {
    if (work != null && work == working) work.waits.interrupt();
  }

  private void interruptScript() {
    if (session.host().status().busy()) interrupt();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
