package minihost.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import minihost.loop.EventLoop;

/**
 * Where a mini program is between foreground and end, as a table of states and triggers (sheet
 * 6.1). Loop thread only.
 *
 * <p>Two moments are kept apart: network calls are cut 5 s after the hide (BG-3), and right after
 * that, when their callbacks have run, scripts are suspended. A program with {@code
 * requiredBackgroundModes} has the first and not the second.
 */
public final class Lifecycle {
  public enum State {
    FOREGROUND,
    /** Hidden; scripts run. */
    BACKGROUND,
    /** Hidden; scripts are held until the next foreground. */
    SUSPENDED,
    /** Ended; only a new launch brings the program back. */
    DESTROYED
  }

  /** What moves a program from one state to another. */
  public enum Trigger {
    HIDE,
    SHOW,
    FIVE_SECONDS,
    THIRTY_MINUTES,
    DESTROY
  }

  /**
   * How long a hidden program lives. Sheet 6.1: suspended 5 s after the hide, destroyed 30 min
   * after the suspension.
   */
  public record Times(Duration suspendAfter, Duration destroyAfter) {
    public static final Times WECHAT = new Times(Duration.ofSeconds(5), Duration.ofMinutes(30));
  }

  /** What others do at a move. Called on the loop thread. */
  public interface Moves {
    /** The hide hooks have run, and the state is BACKGROUND. */
    void hidden();

    /** Hidden for 5 s: what is on the network is cut now (BG-3). Scripts still run. */
    void fiveSecondsHidden();

    /** Scripts are held from now on. */
    void suspended();

    /**
     * The state is FOREGROUND. What was held has not run yet, nor have the show hooks.
     *
     * @param fromSuspended whether scripts had been held
     */
    void shown(boolean fromSuspended);

    /** The end: no script of the program runs any more. */
    void destroyed();
  }

  private static final Map<State, Map<Trigger, State>> TABLE =
      Map.of(
          State.FOREGROUND,
          Map.of(Trigger.HIDE, State.BACKGROUND, Trigger.DESTROY, State.DESTROYED),
          State.BACKGROUND,
          Map.of(
              Trigger.SHOW, State.FOREGROUND,
              Trigger.FIVE_SECONDS, State.SUSPENDED,
              Trigger.DESTROY, State.DESTROYED),
          State.SUSPENDED,
          Map.of(
              Trigger.SHOW, State.FOREGROUND,
              Trigger.THIRTY_MINUTES, State.DESTROYED,
              Trigger.DESTROY, State.DESTROYED),
          State.DESTROYED,
          Map.of());

  private final EventLoop loop;
  private final Times times;
  private final boolean keepsRunning;
  private final Moves moves;
  private State state = State.FOREGROUND;
  private int hides;
  private Runnable cancelTimer = () -> {};

  /**
   * @param keepsRunning the program has a background mode and is never suspended
   */
  public Lifecycle(EventLoop loop, Times times, boolean keepsRunning, Moves moves) {
    this.loop = loop;
    this.times = times;
    this.keepsRunning = keepsRunning;
    this.moves = moves;
  }

  /** Where {@code trigger} leads from {@code state}; empty where it moves nothing. */
  public static Optional<State> next(State state, Trigger trigger) {
    return Optional.ofNullable(TABLE.get(state).get(trigger));
  }

  public State state() {
    return state;
  }

  /**
   * Goes to background. The state changes after the hooks have run, so that calls made in them are
   * still made in foreground.
   *
   * @param hooks Page.onHide, App.onHide and the like (LC-2)
   * @return false, and nothing happens, unless in foreground
   */
  public boolean hide(Runnable hooks) {
    loop.assertOnLoop();
    if (next(state, Trigger.HIDE).isEmpty()) return false;
    int hide = ++hides;
    cancelTimer = loop.afterQuietly(times.suspendAfter(), () -> fiveSecondsHidden(hide));
    try {
      hooks.run();
    } finally {
      if (move(Trigger.HIDE)) moves.hidden();
    }
    return true;
  }

  /**
   * Comes to foreground: what was held runs, then the hooks.
   *
   * @param hooks App.onShow, Page.onShow and the like (LC-3)
   * @return false, and nothing happens, unless hidden
   */
  public boolean show(Runnable hooks) {
    loop.assertOnLoop();
    boolean fromSuspended = state == State.SUSPENDED;
    if (!move(Trigger.SHOW)) return false;
    hides++;
    cancelTimer.run();
    moves.shown(fromSuspended);
    if (fromSuspended) loop.resumeScripts();
    hooks.run();
    return true;
  }

  /** Suspends a hidden program now, as five seconds would; false, and nothing happens, else. */
  public boolean suspend() {
    loop.assertOnLoop();
    if (next(state, Trigger.FIVE_SECONDS).isEmpty()) return false;
    cancelTimer.run();
    fiveSecondsHidden(hides);
    return true;
  }

  /** Ends the program from whatever state; false if it had ended. */
  public boolean destroy() {
    loop.assertOnLoop();
    return end(Trigger.DESTROY);
  }

  private void fiveSecondsHidden(int hide) {
    moves.fiveSecondsHidden();
    // Posted behind the callbacks of the calls that were just cut: they run before the suspension.
    if (!keepsRunning) loop.post(() -> suspend(hide));
  }

  private void suspend(int hide) {
    if (hide != hides || !move(Trigger.FIVE_SECONDS)) return;
    loop.suspendScripts();
    cancelTimer = loop.afterQuietly(times.destroyAfter(), () -> end(Trigger.THIRTY_MINUTES));
    moves.suspended();
  }

  private boolean end(Trigger trigger) {
    if (!move(trigger)) return false;
    hides++;
    cancelTimer.run();
    loop.suspendScripts();
    moves.destroyed();
    return true;
  }

  private boolean move(Trigger trigger) {
    Optional<State> next = next(state, trigger);
    next.ifPresent(s -> state = s);
    return next.isPresent();
  }
}
