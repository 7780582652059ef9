package minihost.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A loop run for one test on its own thread: what the test wrote down, and what turns threw. */
final class LoopRun {
  static final Duration LONG = Duration.ofSeconds(30);

  final Clock clock;
  final EventLoop loop;
  final List<String> log = new ArrayList<>(); // loop thread, then the test's
  final List<Throwable> thrown = new ArrayList<>(); // likewise

  LoopRun() {
    this(new VirtualClock());
  }

  LoopRun(Clock clock) {
    this.clock = clock;
    loop = new EventLoop(clock, thrown::add);
  }

  /** Starts the loop with {@code first}; the result ends with it. */
  Thread start(Runnable first) {
    AtomicReference<Thread> started = new AtomicReference<>();
    started.set(
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    loop.run(first);
                  } catch (InterruptedException e) {
                    log.add("interrupted");
                  }
                }));
    return started.get();
  }

  /** Runs until idle; gives back what was written down. */
  List<String> run(Runnable first) {
    end(start(first));
    return log;
  }

  void end(Thread thread) {
    try {
      if (!thread.join(LONG))
        throw new AssertionError("still waiting for " + loop.waitingFor() + " after " + log);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Runnable writes(String line) {
    return () -> log.add(line);
  }

  void after(long ms, String line) {
    loop.after(Duration.ofMillis(ms), writes(line));
  }

  void script(long ms, String line) {
    loop.afterScript(Duration.ofMillis(ms), writes(line));
  }

  /** Ms since the clock began. */
  long now() {
    return TimeUnit.NANOSECONDS.toMillis(clock.nanos());
  }
}
