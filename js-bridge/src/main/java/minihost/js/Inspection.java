package minihost.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import minihost.module.ColumnMap;
import minihost.module.ModuleFile;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.io.MessageEndpoint;

/**
 * A debugging session of all scripts of the process, by the Chrome DevTools protocol: its messages
 * are carried by whoever opened it. One at a time; any thread.
 */
public final class Inspection implements AutoCloseable {
  /**
   * A file that runs, as its author wrote it. Lines are the same in what runs.
   *
   * @param head characters that stand before the author's on the first line of what runs
   */
  public record Original(String text, int head, ColumnMap columns) {
    /** The author's column for one of what runs; both from 0, as is the line. */
    public int author(int line, int column) {
      int inCode = line == 0 ? column - head : column;
      return inCode < 0 ? 0 : columns.original(line + 1, inCode + 1) - 1;
    }

    /** The other way. */
    public int running(int line, int column) {
      int inCode = columns.rewritten(line + 1, column + 1) - 1;
      // What stands before the author's first character is no place to stop at.
      if (line > 0) return column == 0 ? 0 : inCode;
      return head + inCode;
    }
  }

  private static final AtomicReference<Inspection> CURRENT = new AtomicReference<>();

  private final Consumer<String> client;
  private final Map<String, Original> originals = new ConcurrentHashMap<>();
  private final Engine engine;
  private volatile MessageEndpoint inspector;

  /**
   * Opens it before the first script is made ready.
   *
   * @param suspend whether the first script stops at its first line until the client lets it go
   * @param client takes what the debugger says
   * @throws IllegalStateException when there is one already
   */
  public Inspection(boolean suspend, Consumer<String> client) {
    if (!CURRENT.compareAndSet(null, this))
      throw new IllegalStateException("scripts are inspected already");
    this.client = client;
    try {
      engine = engine(suspend);
    } catch (RuntimeException e) {
      CURRENT.set(null);
      throw e;
    }
    JsEngine.inspect(engine);
  }

  private Engine engine(boolean suspend) {
    return Engine.newBuilder("js")
        .allowExperimentalOptions(true)
        .option("engine.WarnInterpreterOnly", "false")
        .serverTransport(this::connect)
        .option("inspect", "9229")
        .option("inspect.Suspend", String.valueOf(suspend))
        .build();
  }

  /** Called at the start, and again whenever a client has gone. */
  private MessageEndpoint connect(URI address, MessageEndpoint inspector) {
    this.inspector = inspector;
    return new ToClient();
  }

  /** A message of the client. */
  public void receive(String message) {
    try {
      inspector.sendText(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client has gone: its breakpoints go with it, and a script that stands goes on. */
  public void detached() {
    try {
      inspector.sendClose();
    } catch (IOException closed) {
      // the debugging has ended
    }
  }

  static void loaded(ModuleFile file, int head, ColumnMap columns) {
    Inspection now = CURRENT.get();
    if (now == null) return;
    Original original = new Original(file.read(), head, columns);
    now.originals.put(file.path().toUri().toString(), original);
  }

  /** The file of a script. */
  public Optional<Original> original(String url) {
    return Optional.ofNullable(originals.get(url));
  }

  /** Ends it; all contexts must have been closed. */
  @Override
  public void close() {
    JsEngine.inspect(null);
    CURRENT.compareAndSet(this, null);
    engine.close(true);
  }

  private final class ToClient implements MessageEndpoint {
    @Override
    public void sendText(String text) {
      client.accept(text);
    }

    @Override
    public void sendBinary(ByteBuffer data) {
      // the protocol is text
    }

    @Override
    public void sendPing(ByteBuffer data) throws IOException {
      inspector.sendPong(data);
    }

    @Override
    public void sendPong(ByteBuffer data) {
      // we never ping
    }

    @Override
    public void sendClose() {
      // the client's connection is its own
    }
  }
}
