package minihost.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time that is moved past several timers at once. */
class CatchUpTest {
  private final List<String> log = new ArrayList<>();
  private final EventLoop loop =
      new EventLoop(new VirtualClock(), t -> log.add("failed " + t.getMessage()));

  @Test
  void whatATimerSetsGoingRunsAtItsMomentBeforeTheNextTimer() throws InterruptedException {
    loop.run(
        () -> {
          loop.afterQuietly(
              Duration.ofSeconds(5),
              () -> {
                log("timer");
                loop.begin("a call").settle(() -> log("settled"));
                loop.post(() -> log("posted"));
                loop.post(() -> log("posted too"));
              });
          loop.afterQuietly(Duration.ofSeconds(6), () -> log("next timer"));
          loop.advance(Duration.ofSeconds(60));
        });
    assertEquals(List.of("5 timer", "5 settled", "5 posted", "5 posted too", "6 next timer"), log);
  }

  @Test
  void turnsThatPostTurnsDoNotStarveTimers() throws InterruptedException {
    loop.run(
        () -> {
          loop.after(Duration.ofSeconds(1), this::again);
          loop.after(Duration.ofSeconds(1), loop::stop);
        });
    assertEquals(List.of(), log);
  }

  private void again() {
    loop.post(this::again);
  }

  private void log(String what) {
    log.add(loop.clock().nanos() / 1_000_000_000 + " " + what);
  }
}
