package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Types commands into a piped session, one when the answer to the one before has been seen. */
final class Typist implements AutoCloseable {
  private final PipedOutputStream keys = new PipedOutputStream();
  private final Output out = new Output();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private int expected = ExitCodes.OK;

  Typist(Path folder) throws IOException {
    PipedInputStream in = new PipedInputStream(keys);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Io io = new Io(in, print, print, false, Map.of());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                exit.complete(Main.run(List.of(folder.toString()), io));
              } catch (Throwable t) {
                exit.completeExceptionally(t);
              }
            });
  }

  /** What the process is to end with, if not with 0. */
  Typist exits(int code) {
    expected = code;
    return this;
  }

  Typist type(String line) {
    try {
      keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Typist sees(String text) throws InterruptedException {
    assertTrue(out.find(text), () -> "no \"" + text + "\" in\n" + out);
    return this;
  }

  @Override
  public void close() throws IOException {
    keys.close();
    int code = exit.orTimeout(Output.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    assertEquals(expected, code, out::toString);
  }
}
