package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** A session with a prompt on a terminal without cursor, colours and Unicode. */
final class Prompted implements AutoCloseable {
  private final PipedOutputStream keys = new PipedOutputStream();
  private final Output out = new Output();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Terminal terminal;
  private final Repl repl;
  private final Session session;

  Prompted(String folder) throws Exception {
    terminal =
        new DumbTerminal(
            "test", "dumb", new PipedInputStream(keys), out, StandardCharsets.US_ASCII);
    terminal.setSize(Size.of(120, 40));
    repl = new Repl(terminal, new Io(null, null, null, true, Map.of("TERM", "dumb")));
    RunOptions options = RunArguments.read(List.of(folder)).orElseThrow();
    Screen screen = new TextScreen(repl.palette(), ZoneOffset.UTC, repl);
    session = new Session(options, Map.of(), screen, true);
    session.start(session.load());
    session.host().launched().join();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                repl.converse(session);
                exit.complete(session.await().launched() ? 0 : 1);
              } catch (Throwable t) {
                exit.completeExceptionally(t);
              }
            });
  }

  Prompted type(String line) {
    try {
      keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Prompted sees(String text) throws InterruptedException {
    assertTrue(out.find(text), () -> "no \"" + text + "\" in\n" + out);
    return this;
  }

  /** ^C. */
  Prompted interrupt() {
    terminal.raise(Terminal.Signal.INT);
    return this;
  }

  void end() throws IOException {
    keys.close();
  }

  int exit() {
    return exit.orTimeout(Output.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    session.close();
    repl.close();
  }
}
