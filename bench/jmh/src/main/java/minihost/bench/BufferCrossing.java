package minihost.bench;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minihost.js.JsError;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.loop.Handle;
import minihost.loop.SystemClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An ArrayBuffer of 1 MB on its way between Java and JavaScript, in the interpreter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BufferCrossing {
  private static final int EACH = 20;

  private final byte[] bytes = new byte[1 << 20];
  private final EventLoop loop = new EventLoop(new SystemClock(), Throwable::printStackTrace);
  private final Handle open = loop.open("the benchmark");
  private Thread thread;
  private JsObject script;
  private JsRuntime js;

  @Setup
  public void begin() throws Exception {
    CompletableFuture<Void> ready = new CompletableFuture<>();
    thread = new Thread(() -> live(ready), "minihost-js");
    thread.start();
    ready.get();
  }

  private void live(CompletableFuture<Void> ready) {
    try {
      loop.run(
          () -> {
            js = new JsRuntime(loop, new Silent());
            script =
                js.install(BufferCrossing.class, "crossing.js", Map.of("take", args -> args[0]));
            ready.complete(null);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      js.close();
    }
  }

  @TearDown
  public void end() throws InterruptedException {
    open.close();
    thread.join();
  }

  /** As the data of a message comes to the program. */
  @Benchmark
  @OperationsPerInvocation(EACH)
  public void toJavaScript() throws Exception {
    crossings("give", bytes);
  }

  /** There, back to Java as the data of a call does, and there again. */
  @Benchmark
  @OperationsPerInvocation(EACH)
  public void thereBackAndThereAgain() throws Exception {
    crossings("echo", bytes);
  }

  private void crossings(String function, byte[] data) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.post(
        () -> {
          for (int i = 0; i < EACH; i++) script.call(function, (Object) data);
          done.complete(null);
        });
    done.get();
  }

  private static final class Silent implements JsRuntime.Listener {
    @Override
    public void console(String level, String text) {}

    @Override
    public void error(JsError error) {
      throw new IllegalStateException(error.message());
    }
  }
}
