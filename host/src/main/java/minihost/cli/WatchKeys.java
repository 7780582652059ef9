package minihost.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * The keys of watching: single ones at a terminal, which is given back as it was; lines from a
 * pipe, whose end is {@code q}. A thread of its own, which cannot be interrupted.
 */
final class WatchKeys implements AutoCloseable {
  private static final int CONTROL_D = 4;

  private final AutoCloseable end;

  private WatchKeys(AutoCloseable end) {
    this.end = end;
  }

  static WatchKeys of(Io io, Consumer<Watch.Wish> wishes) throws IOException {
    return io.terminal() ? keys(io, wishes) : lines(io, wishes);
  }

  private static WatchKeys lines(Io io, Consumer<Watch.Wish> wishes) {
    start(
        () -> {
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(io.in(), StandardCharsets.UTF_8));
          for (String line; (line = lines.readLine()) != null; ) {
            String typed = line.strip();
            if (typed.equals("q")) break;
            if (typed.isEmpty()) wishes.accept(new Watch.Wish.Key('\n', ""));
            else wishes.accept(new Watch.Wish.Key(typed.charAt(0), typed.substring(1).strip()));
          }
          wishes.accept(new Watch.Wish.Key('q', ""));
        });
    return new WatchKeys(() -> {});
  }

  private static WatchKeys keys(Io io, Consumer<Watch.Wish> wishes) throws IOException {
    Terminal terminal = TerminalBuilder.builder().name("minihost").system(true).build();
    Attributes before = terminal.enterRawMode();
    // Also when a signal ends the process.
    Thread restore = new Thread(() -> terminal.setAttributes(before), "minihost-terminal");
    Runtime.getRuntime().addShutdownHook(restore);
    start(
        () -> {
          NonBlockingReader reader = terminal.reader();
          // Nothing is read after q: the terminal cannot be closed under a reader.
          for (int c; (c = reader.read()) >= 0 && c != 'q' && c != CONTROL_D; ) {
            char key = c == '\r' ? '\n' : (char) c;
            String typed = key == 'p' || key == 't' ? line(reader, io, key) : "";
            if (typed != null) wishes.accept(new Watch.Wish.Key(key, typed));
          }
          wishes.accept(new Watch.Wish.Key('q', ""));
        });
    return new WatchKeys(
        () -> {
          terminal.setAttributes(before);
          try {
            Runtime.getRuntime().removeShutdownHook(restore);
          } catch (IllegalStateException going) {
            // it has run
          }
          terminal.close();
        });
  }

  /** What is typed up to Enter; null for Escape. */
  private static String line(NonBlockingReader reader, Io io, char key) throws IOException {
    StringBuilder line = new StringBuilder();
    io.out().print(key == 'p' ? "files that match: " : "tests that match: ");
    io.out().flush();
    for (int c; (c = reader.read()) >= 0 && c != '\r' && c != '\n'; ) {
      if (c == 27) {
        io.out().println();
        return null;
      }
      boolean back = c == 127 || c == '\b';
      if (back && line.isEmpty()) continue;
      if (back) line.setLength(line.length() - 1);
      else line.append((char) c);
      io.out().print(back ? "\b \b" : String.valueOf((char) c));
      io.out().flush();
    }
    io.out().println();
    return line.toString();
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static void start(Reading reading) {
    Thread.ofPlatform()
        .daemon()
        .name("minihost-keys")
        .start(
            () -> {
              try {
                reading.run();
              } catch (IOException closed) {
                // no more keys
              }
            });
  }

  @Override
  public void close() throws IOException {
    try {
      end.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
