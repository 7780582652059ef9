package minihost.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the demo and one of its tests, so that the launcher's archive holds the classes of both; its
 * job starts this.
 */
final class TrainingRun {
  private TrainingRun() {}

  public static void main(String[] args) throws Exception {
    Path demo = Path.of(args[0]);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Io io = new Io(InputStream.nullInputStream(), nowhere, nowhere, false, System.getenv());
    Main.run(List.of("run", "--no-repl", "--for", "10s", demo.toString()), io);
    Main.run(List.of("test", demo.resolve("tests/feed.test.js").toString()), io);
    Runtime.getRuntime().halt(ExitCodes.OK);
  }
}
