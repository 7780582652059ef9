package minihost.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minihost.app.Lifecycle.State;
import minihost.app.Lifecycle.Times;
import minihost.app.Lifecycle.Trigger;
import minihost.loop.Clock;
import minihost.loop.EventLoop;
import minihost.loop.Handle;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
  @ParameterizedTest
  @CsvSource({
    "FOREGROUND, HIDE,           BACKGROUND",
    "FOREGROUND, SHOW,           ",
    "FOREGROUND, FIVE_SECONDS,   ",
    "FOREGROUND, THIRTY_MINUTES, ",
    "FOREGROUND, DESTROY,        DESTROYED",
    "BACKGROUND, HIDE,           ",
    "BACKGROUND, SHOW,           FOREGROUND",
    "BACKGROUND, FIVE_SECONDS,   SUSPENDED",
    "BACKGROUND, THIRTY_MINUTES, ",
    "BACKGROUND, DESTROY,        DESTROYED",
    "SUSPENDED,  HIDE,           ",
    "SUSPENDED,  SHOW,           FOREGROUND",
    "SUSPENDED,  FIVE_SECONDS,   ",
    "SUSPENDED,  THIRTY_MINUTES, DESTROYED",
    "SUSPENDED,  DESTROY,        DESTROYED",
    "DESTROYED,  HIDE,           ",
    "DESTROYED,  SHOW,           ",
    "DESTROYED,  FIVE_SECONDS,   ",
    "DESTROYED,  THIRTY_MINUTES, ",
    "DESTROYED,  DESTROY,        ",
  })
  void everyTriggerLeadsWhereTheTableSays(State state, Trigger trigger, State next) {
    assertEquals(Optional.ofNullable(next), Lifecycle.next(state, trigger));
  }

  @Test
  void theHideHooksRunInForegroundAndTheStateChangesAfterThem() {
    Life life = new Life(false);
    life.turn(() -> life.cycle.hide(() -> life.log("hooks in " + life.cycle.state())));
    assertEquals(List.of("0 hooks in FOREGROUND", "0 hidden in BACKGROUND"), life.log);
  }

  @Test
  void theStateChangesEvenWhenAHideHookFails() {
    Life life = new Life(false);
    life.turn(
        () ->
            life.cycle.hide(
                () -> {
                  throw new IllegalStateException("expected");
                }));
    assertEquals(List.of("0 hidden in BACKGROUND", "failed expected"), life.log);
  }

  @Test // BG-3, BG-11
  void callbacksOfWhatIsCutAtFiveSecondsRunBeforeScriptsAreSuspended() {
    Life life = new Life(false);
    life.turn(
        () -> {
          life.cycle.hide(() -> {});
          life.onCut = () -> life.loop.begin("a call").settle(() -> life.log("fail callback"));
          life.loop.afterScript(Duration.ofSeconds(6), () -> life.log("timer"));
        });
    life.advance(Duration.ofSeconds(7));
    assertEquals(
        List.of(
            "0 hidden in BACKGROUND",
            "5 five seconds in BACKGROUND",
            "5 fail callback",
            "5 suspended in SUSPENDED"),
        life.log);
  }

  @Test // BG-11
  void onShowTheStateComesFirstThenWhatWasHeldThenTheHooks() {
    Life life = new Life(false);
    life.turn(
        () -> {
          life.cycle.hide(() -> {});
          life.loop.afterScript(
              Duration.ofSeconds(6), () -> life.log("timer in " + life.cycle.state()));
        });
    life.log.clear();
    life.turn(() -> life.cycle.show(() -> life.log("hooks")));
    assertEquals(List.of("6 shown from suspended", "6 timer in FOREGROUND", "6 hooks"), life.log);
  }

  @Test // BG-1
  void aProgramShownWithinFiveSecondsIsNeitherCutNorSuspended() {
    Life life = new Life(false);
    life.turn(() -> life.cycle.hide(() -> {}));
    life.advance(Duration.ofSeconds(3));
    life.turn(() -> life.cycle.show(() -> {}));
    life.advance(Duration.ofHours(1));
    assertEquals(List.of("0 hidden in BACKGROUND", "3 shown"), life.log);
  }

  @Test // BG-1
  void everyHideStartsFiveSecondsOfItsOwn() {
    Life life = new Life(false);
    life.turn(() -> life.cycle.hide(() -> {}));
    life.advance(Duration.ofSeconds(3));
    life.turn(() -> life.cycle.show(() -> {}));
    life.turn(() -> life.cycle.hide(() -> {}));
    life.advance(Duration.ofSeconds(4));
    assertEquals(State.BACKGROUND, life.cycle.state());
    life.advance(Duration.ofSeconds(1));
    assertEquals(State.SUSPENDED, life.cycle.state());
  }

  @Test
  void aShowBetweenTheCutAndTheSuspensionWins() {
    Life life = new Life(false);
    life.turn(
        () -> {
          life.cycle.hide(() -> {});
          life.onCut = () -> life.loop.post(() -> life.cycle.show(() -> {}));
        });
    life.advance(Duration.ofSeconds(10));
    assertEquals(State.FOREGROUND, life.cycle.state());
    assertFalse(life.loop.scriptsSuspended());
  }

  @Test
  void thirtyMinutesAfterTheSuspensionTheProgramIsDestroyed() {
    Life life = new Life(false);
    life.turn(() -> life.cycle.hide(() -> {}));
    life.advance(Duration.ofSeconds(5 + 30 * 60 - 1));
    assertEquals(State.SUSPENDED, life.cycle.state());
    life.advance(Duration.ofSeconds(1));
    assertEquals("1805 destroyed", life.log.getLast());
    life.turn(() -> assertFalse(life.cycle.show(() -> life.log("hooks"))));
    assertEquals("1805 destroyed", life.log.getLast());
  }

  @Test // BG-3
  void aBackgroundModeKeepsScriptsRunningAndTheNetworkIsStillCut() {
    Life life = new Life(true);
    life.turn(() -> life.cycle.hide(() -> {}));
    life.advance(Duration.ofHours(2));
    assertEquals(List.of("0 hidden in BACKGROUND", "5 five seconds in BACKGROUND"), life.log);
    assertFalse(life.loop.scriptsSuspended());
  }

  @Test
  void aSecondHideAndAShowInForegroundMoveNothingAndSaySo() {
    Life life = new Life(false);
    life.turn(() -> assertFalse(life.cycle.show(() -> life.log("hooks"))));
    life.turn(() -> assertTrue(life.cycle.hide(() -> {})));
    life.turn(() -> assertFalse(life.cycle.hide(() -> life.log("hooks"))));
    assertEquals(List.of("0 hidden in BACKGROUND"), life.log);
  }

  @Test
  void aDestroyedProgramIsDestroyedOnce() {
    Life life = new Life(false);
    life.turn(() -> assertTrue(life.cycle.destroy()));
    life.turn(() -> assertFalse(life.cycle.destroy()));
    assertEquals(List.of("0 destroyed"), life.log);
    assertTrue(life.loop.scriptsSuspended());
  }

  @Test
  void neitherOfItsTimersKeepsTheLoopOpenOrDrawsVirtualTime() {
    Life life = new Life(false);
    life.turn(() -> life.cycle.hide(() -> {}));
    assertEquals(0, life.loop.clock().nanos());
  }

  @Test
  void realTimeMovesItToo() {
    Times times = new Times(Duration.ofMillis(30), Duration.ofMillis(60));
    Life life = new Life(new SystemClock(), times, false);
    Handle open = life.loop.open("the test");
    life.onEnd = open::close;
    long start = System.nanoTime();
    life.turn(() -> life.cycle.hide(() -> {}));
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(90).toNanos());
    assertEquals(State.DESTROYED, life.cycle.state());
  }

  /** A lifecycle on a loop of its own, and what it told, each with the second it was told at. */
  private static final class Life implements Lifecycle.Moves {
    final List<String> log = new ArrayList<>();
    final EventLoop loop;
    final Lifecycle cycle;
    Runnable onCut = () -> {};
    Runnable onEnd = () -> {};

    Life(boolean keepsRunning) {
      this(new VirtualClock(), Times.WECHAT, keepsRunning);
    }

    Life(Clock clock, Times times, boolean keepsRunning) {
      loop = new EventLoop(clock, t -> log.add("failed " + t.getMessage()));
      cycle = new Lifecycle(loop, times, keepsRunning, this);
    }

    void turn(Runnable turn) {
      try {
        loop.run(turn);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void advance(Duration by) {
      turn(() -> loop.advance(by));
    }

    void log(String what) {
      log.add(loop.clock().nanos() / 1_000_000_000 + " " + what);
    }

    @Override
    public void hidden() {
      log("hidden in " + cycle.state());
    }

    @Override
    public void fiveSecondsHidden() {
      log("five seconds in " + cycle.state());
      onCut.run();
    }

    @Override
    public void suspended() {
      log("suspended in " + cycle.state());
    }

    @Override
    public void shown(boolean fromSuspended) {
      log(fromSuspended ? "shown from suspended" : "shown");
    }

    @Override
    public void destroyed() {
      log("destroyed");
      onEnd.run();
    }
  }
}
