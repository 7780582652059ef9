package minihost.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import minihost.policy.Lane;
import minihost.reason.Reason;

/**
 * One call in progress, settled exactly once. {@link #succeed}, {@link #fail}, {@link #emit} and
 * {@link #log} may come from any thread and run no JavaScript at once; the rest belongs to the JS
 * thread.
 */
public interface WxCall {
  /** The call's number in the journal. */
  int id();

  /** Ends in the success callback; {@code errMsg} is added. */
  void succeed(Map<String, Object> result);

  /** Like {@link #succeed}, but the callbacks run before this returns, as getSystemInfo does it. */
  void succeedNow(Map<String, Object> result);

  /** Ends in the fail callback, as the nearest {@link Reason} among the causes says. */
  void fail(Throwable why);

  void fail(Reason why);

  /** Like {@link #fail}, but the callbacks run before this returns (sheet CB-3, TASK-1). */
  void failNow(Reason why);

  /** Raises an event of the task. */
  void emit(String event, Map<String, Object> data);

  /**
   * Like {@link #emit}, for an event that may come without end: waits while the program has many of
   * them still to take. Not on the JS thread.
   */
  void stream(String event, Map<String, Object> data);

  /** What the task's method does. */
  void onMethod(String method, Runnable handler);

  /** Runs on the JS thread once the call has ended, however it ended. */
  void onEnd(Runnable cleanup);

  /** The call is cut when the program has been in background for 5 s (sheet BG-3). */
  void interruptible();

  /**
   * Does {@code step} once the lane has room, and gives the place back when the call ends. The
   * task's {@code abort} fails the call with {@code aborted}: at once while it waits (sheet
   * TASK-1). What the step throws fails the call.
   */
  void joinLane(Lane lane, Reason aborted, Step step);

  /** Moments in ms since the epoch: the call, and its stay in the lane's queue (sheet 1.6). */
  long invokedAt();

  long queuedAt();

  long startedAt();

  /** Runs blocking work on a virtual thread; its result, or what it throws, settles the call. */
  void blocking(Callable<Map<String, Object>> work);

  /**
   * Fails the call with {@code why} after {@code delay}, by the loop's clock.
   *
   * @param overdue runs just before it does
   */
  void deadline(Duration delay, Reason why, Runnable overdue);

  /** Runs {@code turn} after {@code delay} by the loop's clock, unless the call has ended. */
  void after(Duration delay, Runnable turn);

  /** What the fail callback gets besides errMsg and errno; asked when the call fails. */
  void addToFailure(Supplier<Map<String, Object>> fields);

  /** Takes the deadline back: the answer has begun and may last (sheet CHK-2). Any thread. */
  void dropDeadline();

  /** Tells a person, in the journal, what the program does not hear. Any thread. */
  void note(Reason what);

  /** Adds plain facts to the journal's entry for this call: timings, bytes, status. */
  void log(String what, Map<String, Object> facts);

  /**
   * The task as an object that lives on when the call has succeeded: its events and methods stay.
   * Asked for at most once, before the call settles. JS thread.
   */
  WxObject object();

  /** A step of a call. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }
}
