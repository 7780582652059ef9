package minihost.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command reads and writes.
 *
 * @param terminal a person sits at both ends of it
 */
record Io(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment) {
  static Io system() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new Io(System.in, System.out, System.err, terminal, System.getenv());
  }

  Palette palette() {
    return Palette.of(terminal, environment);
  }
}
