package minihost.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private final LoopRun run = new LoopRun();

  @Test
  void timeGoesToTheNextTimerByItself() {
    run.run(
        () -> {
          run.loop.after(Duration.ofHours(1), () -> run.log.add("at " + run.now()));
          run.loop.after(Duration.ofMillis(5), () -> run.log.add("at " + run.now()));
        });
    assertEquals(List.of("at 5", "at 3600000"), run.log);
  }

  @Test
  void aTimerSetByATimerCountsFromItsMoment() {
    run.run(
        () ->
            run.loop.after(
                Duration.ofMillis(7),
                () -> run.loop.after(Duration.ofMillis(3), () -> run.log.add("at " + run.now()))));
    assertEquals(List.of("at 10"), run.log);
  }

  @Test
  void moveOverManyTimersFiresEachAtItsMomentInOrder() throws InterruptedException {
    CountDownLatch armed = new CountDownLatch(1);
    CountDownLatch past = new CountDownLatch(1);
    Pending[] hold = new Pending[1];
    Thread thread =
        run.start(
            () -> {
              hold[0] = run.loop.begin("holds virtual time");
              for (int ms : List.of(300, 100, 200, 900))
                run.loop.after(Duration.ofMillis(ms), () -> run.log.add(ms + " at " + run.now()));
              run.loop.after(
                  Duration.ofMillis(150),
                  () ->
                      run.loop.after(
                          Duration.ofMillis(100), () -> run.log.add("new at " + run.now())));
              run.loop.after(Duration.ofMillis(600), past::countDown);
              armed.countDown();
            });
    armed.await();
    run.loop.advance(Duration.ofMillis(600));
    assertTrue(past.await(30, TimeUnit.SECONDS));
    hold[0].settle(() -> run.log.add("settled at " + run.now()));
    run.end(thread);
    assertEquals(
        List.of(
            "100 at 100", "200 at 200", "new at 250", "300 at 300", "settled at 600", "900 at 900"),
        run.log);
  }

  @Test
  void anHourOfTenMillisecondTicksIsSoonOver() {
    int[] ticks = {0};
    Runnable[] tick = new Runnable[1];
    tick[0] =
        () -> {
          if (++ticks[0] < 360_000) run.loop.afterScript(Duration.ofMillis(10), tick[0]);
        };
    run.run(() -> run.loop.afterScript(Duration.ofMillis(10), tick[0]));
    assertEquals(360_000, ticks[0]);
    assertEquals(3_600_000, run.now());
  }

  @Test
  void theEpochBeginsWhereItIsToldAndMovesAlong() {
    VirtualClock clock = new VirtualClock(Instant.parse("2030-05-06T07:08:09Z"));
    assertEquals(Instant.parse("2030-05-06T07:08:09Z").toEpochMilli(), clock.epochMillis());
    clock.advance(Duration.ofMillis(1500));
    assertEquals(Duration.ofMillis(1500).toNanos(), clock.horizon());
    assertEquals(0, clock.nanos());
    clock.reach(Duration.ofMillis(700).toNanos());
    clock.reach(0);
    assertEquals(Duration.ofMillis(700).toNanos(), clock.nanos());
    assertEquals(Instant.parse("2030-05-06T07:08:09.700Z").toEpochMilli(), clock.epochMillis());
  }

  @Test
  void twoRunsSeeTheSameTime() {
    assertEquals(new VirtualClock().epochMillis(), new VirtualClock().epochMillis());
  }
}
