package minihost.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLoopTest {
  private final LoopRun run = new LoopRun();
  private final EventLoop loop = run.loop;

  @Test
  void turnsRunInTheOrderInWhichTheyArrive() {
    run.run(
        () -> {
          loop.post(run.writes("second"));
          loop.post(
              () -> {
                run.log.add("third");
                loop.post(run.writes("fifth"));
              });
          loop.post(run.writes("fourth"));
          run.log.add("first");
        });
    assertEquals(List.of("first", "second", "third", "fourth", "fifth"), run.log);
  }

  @Test
  void timersFireByMomentThenInTheOrderOfSetting() {
    run.run(
        () -> {
          run.after(20, "c");
          run.after(10, "a");
          run.script(10, "b");
          run.after(20, "d");
          run.after(0, "now");
        });
    assertEquals(List.of("now", "a", "b", "c", "d"), run.log);
  }

  @Test
  void aCancelledTimerNeitherFiresNorKeepsTheLoopOpen() {
    run.run(
        () -> {
          Runnable cancel = loop.after(Duration.ofDays(9), run.writes("never"));
          cancel.run();
          cancel.run();
        });
    assertEquals(List.of(), run.log);
    assertEquals(0, run.now());
  }

  @Test
  void whatATimerSetGoingRunsBeforeTheNextTimer() {
    run.run(
        () -> {
          loop.after(Duration.ofMillis(5), () -> loop.post(run.writes("its turn")));
          run.after(5, "next timer");
        });
    assertEquals(List.of("its turn", "next timer"), run.log);
  }

  @Test
  void aTurnThatThrowsIsToldOfAndTheLoopGoesOn() {
    run.run(
        () -> {
          loop.post(
              () -> {
                throw new IllegalStateException("one");
              });
          loop.after(
              Duration.ofMillis(1),
              () -> {
                throw new StackOverflowError();
              });
          run.after(2, "on");
        });
    assertEquals(List.of("on"), run.log);
    assertEquals("one", run.thrown.getFirst().getMessage());
    assertEquals(StackOverflowError.class, run.thrown.getLast().getClass());
  }

  @Test
  void aTicketIsSettledOnceFromHoweverManyThreads() throws InterruptedException {
    AtomicInteger wins = new AtomicInteger();
    int tickets = 50;
    int rivals = 8;
    List<Thread> all = new ArrayList<>();
    run.run(
        () -> {
          for (int t = 0; t < tickets; t++) {
            Pending ticket = loop.begin("ticket " + t);
            CountDownLatch together = new CountDownLatch(1);
            for (int r = 0; r < rivals; r++)
              all.add(
                  Thread.startVirtualThread(
                      () -> {
                        try {
                          together.await();
                        } catch (InterruptedException e) {
                          return;
                        }
                        if (ticket.settle(run.writes("settled"))) wins.incrementAndGet();
                      }));
            together.countDown();
          }
        });
    for (Thread rival : all) rival.join(); // the loop may be over before the last one counts
    assertEquals(tickets, wins.get());
    assertEquals(tickets, run.log.size());
    assertEquals(List.of(), loop.waitingFor());
  }

  @Test
  void aSettledTicketTakesNothingMore() {
    run.run(
        () -> {
          Pending ticket = loop.begin("call");
          assertTrue(ticket.settleNow(run.writes("at once")));
          run.log.add("after");
          assertFalse(ticket.settle(run.writes("never")));
          assertFalse(ticket.settleNow(run.writes("never")));
          ticket.progress(run.writes("never"));
          assertTrue(ticket.isSettled());
        });
    assertEquals(List.of("at once", "after"), run.log);
    assertEquals(List.of(), run.thrown);
  }

  @Test
  void aLostTicketKeepsTheLoopOpenAndSaysWhat() throws InterruptedException {
    Thread thread =
        run.start(
            () -> {
              loop.begin("wx.request #1");
              run.script(60_000, "virtual time stands still");
            });
    assertFalse(thread.join(Duration.ofMillis(100)));
    assertEquals(List.of("wx.request #1"), loop.waitingFor());
    loop.stop();
    run.end(thread);
    assertEquals(List.of(), run.log);
  }

  @Test
  void anOpenHandleKeepsTheLoopOpenButVirtualTimeMoves() throws InterruptedException {
    CountDownLatch fired = new CountDownLatch(1);
    List<Handle> handles = new ArrayList<>();
    Thread thread =
        run.start(
            () -> {
              handles.add(loop.open("a socket"));
              loop.after(Duration.ofHours(1), fired::countDown);
            });
    assertTrue(fired.await(30, TimeUnit.SECONDS));
    assertFalse(thread.join(Duration.ofMillis(50)));
    assertEquals(List.of("a socket"), loop.waitingFor());
    handles.getFirst().close();
    handles.getFirst().close();
    run.end(thread);
  }

  @Test
  void aQuietTimerNeitherKeepsTheLoopOpenNorDrawsTime() {
    run.run(
        () -> {
          loop.afterQuietly(Duration.ofMillis(100), run.writes("on the way"));
          loop.afterQuietly(Duration.ofMinutes(30), run.writes("never reached"));
          run.after(200, "drawn to");
        });
    assertEquals(List.of("on the way", "drawn to"), run.log);
    assertEquals(200, run.now());
  }

  @Test
  void suspendedScriptsAreHeldAndRunInOrderWhenResumed() {
    run.run(
        () -> {
          Pending earlier = loop.begin("begun before");
          loop.suspendScripts();
          assertTrue(loop.scriptsSuspended());
          run.script(10, "timer");
          earlier.settle(run.writes("answer"));
          loop.script(run.writes("event"));
          loop.post(run.writes("host turn"));
          loop.after(
              Duration.ofMillis(50),
              () -> {
                run.log.add("resumed");
                loop.resumeScripts();
              });
        });
    assertEquals(List.of("host turn", "resumed", "event", "answer", "timer"), run.log);
  }

  @Test
  void aHeldTurnThatSuspendsAgainLeavesTheRestHeld() {
    run.run(
        () -> {
          loop.suspendScripts();
          loop.script(
              () -> {
                run.log.add("one");
                loop.suspendScripts();
              });
          loop.script(run.writes("two"));
          loop.resumeScripts();
          run.log.add("between");
          loop.resumeScripts();
        });
    assertEquals(List.of("one", "between", "two"), run.log);
  }

  @Test
  void aHeldTurnThatThrowsDoesNotKeepTheNextFromRunning() {
    run.run(
        () -> {
          loop.suspendScripts();
          loop.script(
              () -> {
                throw new IllegalStateException("held");
              });
          loop.script(run.writes("next"));
          loop.resumeScripts();
        });
    assertEquals(List.of("next"), run.log);
    assertEquals(1, run.thrown.size());
  }

  @Test
  void workBegunWhileSuspendedIsAnsweredAtOnce() {
    run.run(
        () -> {
          loop.suspendScripts();
          Pending urgent = loop.begin("asked from outside");
          urgent.progress(run.writes("progress"));
          urgent.settle(run.writes("answer"));
          loop.script(run.writes("held for ever"));
        });
    assertEquals(List.of("progress", "answer"), run.log);
  }

  @Test
  void aSuspendedScriptTimerNeitherKeepsTheLoopOpenNorDrawsTime() {
    run.run(
        () -> {
          loop.suspendScripts();
          run.script(10, "held");
        });
    assertEquals(List.of(), run.log);
    assertEquals(0, run.now());
  }

  @Test
  void turnsThatKeepArrivingDoNotStarveTimersNorTimersThem() {
    LoopRun real = new LoopRun(new SystemClock());
    real.run(
        () -> {
          Runnable[] storm = new Runnable[1];
          storm[0] =
              () -> {
                if (!real.log.contains("timer")) real.loop.post(storm[0]);
              };
          real.loop.post(storm[0]);
          real.after(5, "timer");
        });
    assertEquals(List.of("timer"), real.log);

    run.run(
        () -> {
          int[] fired = {0};
          Runnable[] storm = new Runnable[1];
          storm[0] =
              () -> {
                if (++fired[0] == 3) loop.post(run.writes("turn after " + fired[0]));
                if (fired[0] < 1000) loop.after(Duration.ZERO, storm[0]);
                else run.log.add("storm over");
              };
          storm[0].run();
        });
    assertEquals(List.of("turn after 3", "storm over"), run.log);
  }

  @Test
  void quietIsWhenNothingIsPendingAndNoTimerIsDue() throws InterruptedException {
    CountDownLatch quiet = new CountDownLatch(1);
    Handle open = loop.open("the test");
    Pending[] ticket = new Pending[1];
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread =
        run.start(
            () -> {
              ticket[0] = loop.begin("call");
              run.after(0, "due");
              begun.countDown();
            });
    begun.await();
    loop.whenQuiet(
        () -> {
          run.log.add("quiet");
          quiet.countDown();
        });
    assertFalse(quiet.await(50, TimeUnit.MILLISECONDS));
    ticket[0].settle(() -> loop.post(run.writes("what followed")));
    assertTrue(quiet.await(30, TimeUnit.SECONDS));
    open.close();
    run.end(thread);
    assertEquals(List.of("due", "what followed", "quiet"), run.log);
  }

  @Test
  void stopEndsTheLoopAfterTheTurnInProgress() throws InterruptedException {
    CountDownLatch inTurn = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    assertFalse(loop.isInTurn());
    Thread thread =
        run.start(
            () -> {
              loop.open("a session");
              loop.post(run.writes("not run any more"));
              inTurn.countDown();
              try {
                stopped.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              run.log.add("to its end");
            });
    inTurn.await();
    assertTrue(loop.isInTurn());
    loop.stop();
    stopped.countDown();
    run.end(thread);
    assertEquals(List.of("to its end"), run.log);
    assertFalse(loop.isInTurn());
  }

  @Test
  void whatBelongsToTheLoopThreadSaysSoElsewhere() {
    assertThrows(IllegalStateException.class, () -> loop.begin("from outside"));
    assertThrows(IllegalStateException.class, () -> loop.after(Duration.ZERO, () -> {}));
    assertThrows(IllegalStateException.class, () -> loop.script(() -> {}));
    assertThrows(IllegalStateException.class, loop::suspendScripts);
    assertThrows(IllegalStateException.class, loop::resumeScripts);
    run.run(() -> assertTrue(loop.isLoopThread()));
    assertEquals(List.of(), run.thrown);
    assertFalse(loop.isLoopThread());
  }
}
