package minihost.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import minihost.js.Interactive;

/** Commands from a pipe: read line by line, no prompt, no echo. */
final class PipedSession {
  private final Session session;
  private final CommandLoop commands;
  private final StringBuilder input = new StringBuilder();
  private volatile boolean used;

  PipedSession(Session session) {
    this.session = session;
    commands = new CommandLoop(session);
  }

  /** Whether there was any command at all. */
  boolean wasUsed() {
    return used;
  }

  /** Whether one of them failed. */
  boolean hasFailed() {
    return commands.hasFailed();
  }

  /**
   * Reads to the end on a thread of its own, then lets the run end; reading cannot be interrupted.
   */
  void start(java.io.InputStream in) {
    Thread.ofPlatform()
        .daemon()
        .name("minihost-commands")
        .start(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                read(lines);
              } catch (IOException closed) {
                // no more commands
              } finally {
                session.letEnd();
              }
            });
  }

  private void read(BufferedReader lines) throws IOException {
    for (String line; (line = lines.readLine()) != null; ) {
      if (!used) session.host().launched().join();
      used |= !line.isBlank();
      if (input.isEmpty() && CommandLoop.isCommand(line.strip())) commands.run(line);
      else {
        input.append(line).append('\n');
        if (!Interactive.isIncomplete(input.toString())) flush();
      }
    }
    flush();
  }

  private void flush() {
    String whole = input.toString();
    input.setLength(0);
    commands.run(whole);
  }
}
