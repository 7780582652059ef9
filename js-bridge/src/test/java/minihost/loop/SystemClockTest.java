package minihost.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemClockTest {
  private final LoopRun run = new LoopRun(new SystemClock());

  @Test
  void aTimerIsNeverEarly() {
    long[] took = new long[1];
    run.run(
        () -> {
          long begun = System.nanoTime();
          run.loop.after(Duration.ofMillis(60), () -> took[0] = System.nanoTime() - begun);
        });
    assertTrue(took[0] >= Duration.ofMillis(60).toNanos(), () -> took[0] + " ns");
  }

  @Test
  void workFromOutsideWakesTheLoop() {
    run.run(
        () -> {
          Pending ticket = run.loop.begin("work");
          Thread.startVirtualThread(() -> ticket.settle(run.writes("answer")));
          Runnable[] late = {run.loop.after(Duration.ofHours(1), run.writes("never"))};
          run.loop.post(late[0]);
        });
    assertEquals(List.of("answer"), run.log);
  }

  @Test
  void aMoveForwardFiresWhatIsOnItsWayInOrderEachAtItsMoment() throws InterruptedException {
    CountDownLatch armed = new CountDownLatch(1);
    CountDownLatch past = new CountDownLatch(1);
    long[] begun = new long[1];
    Thread thread =
        run.start(
            () -> {
              begun[0] = run.clock.nanos();
              for (int minutes : List.of(30, 10, 20))
                run.loop.after(
                    Duration.ofMinutes(minutes),
                    () -> run.log.add(minutes + " at " + minutesSince(begun[0])));
              run.loop.after(Duration.ofMinutes(40), past::countDown);
              armed.countDown();
            });
    armed.await();
    run.loop.advance(Duration.ofHours(1));
    assertTrue(past.await(30, TimeUnit.SECONDS));
    run.end(thread);
    assertEquals(List.of("10 at 10", "20 at 20", "30 at 30"), run.log);
  }

  private long minutesSince(long begun) {
    return Duration.ofNanos(run.clock.nanos() - begun).toMinutes();
  }

  @Test
  void theEpochMovesAlongWithTheClock() {
    SystemClock clock = new SystemClock();
    long before = clock.epochMillis();
    clock.advance(Duration.ofDays(1));
    long behind = clock.epochMillis() - before;
    assertTrue(behind < Duration.ofHours(1).toMillis(), "the day is still to be lived through");
    clock.reach(clock.horizon());
    long moved = clock.epochMillis() - before;
    assertTrue(moved >= Duration.ofDays(1).toMillis(), () -> "moved " + moved + " ms");
  }

  @Test
  void timeNeverGoesBack() {
    SystemClock clock = new SystemClock();
    long last = clock.nanos();
    for (int i = 0; i < 1000; i++) {
      if (i % 10 == 0) clock.advance(Duration.ofMillis(50));
      if (i % 3 == 0) clock.reach(clock.nanos() + Duration.ofMillis(10).toNanos());
      long now = clock.nanos();
      assertTrue(now >= last, "at step " + i);
      last = now;
    }
  }
}
