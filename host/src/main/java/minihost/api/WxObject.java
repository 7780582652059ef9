package minihost.api;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import minihost.reason.Reason;

/**
 * What a program holds of something that stays open, such as a socket: it has events, and methods
 * that answer at once. It keeps the run going until it ends, unless it says otherwise. {@link
 * #emit}, {@link #raise}, {@link #log}, {@link #thread} and {@link #end} may come from any thread;
 * the rest belongs to the JS thread.
 */
public interface WxObject {
  /** Its number in the journal; of a task, the number of the call that made it. */
  int id();

  /** When it was made, in ms since the epoch, by the run's clock. */
  long madeAt();

  /** Raises an event, after those raised before. Nothing once it has ended. */
  void emit(String event, Map<String, Object> data);

  /**
   * Like {@link #emit}, for events that may come without end: waits while the program has many of
   * them still to take. Not on the JS thread.
   */
  void stream(String event, Map<String, Object> data);

  /** Like {@link #emit}, of a program-wide event (see {@link WxFunction#event}). */
  void raise(String event, Map<String, Object> data);

  /** What a method does; its result is plain data, what it throws the program catches. */
  void onMethod(String method, WxFunction.Answer handler);

  /**
   * Runs on the JS thread when the program has been hidden for 5 s or has been destroyed, and when
   * the phone's network goes away; the reason says which.
   */
  void onInterrupt(Consumer<Reason> handler);

  /**
   * Runs once on the JS thread when it has ended, also when the run ends with it open; what is held
   * must be given back here.
   */
  void onEnd(Runnable cleanup);

  /** Ends it: no event follows. Idempotent. */
  void end();

  /** Whether the run goes on for its sake: from the beginning it does. */
  void keepsOpen(boolean keeps);

  /** Runs blocking work on a virtual thread, which the run waits for when it ends. */
  void thread(Runnable work);

  /**
   * Says that an answer of the outside is awaited, a handshake for one: meanwhile time that moves
   * by itself stands still. What is returned says that it has come; idempotent, any thread.
   */
  Runnable awaiting(String what);

  /** Runs {@code turn} on the JS thread; nothing once it has ended. Any thread. */
  void turn(Runnable turn);

  /** Runs {@code turn} after {@code delay} by the loop's clock, unless cancelled by the result. */
  Runnable after(Duration delay, Runnable turn);

  /** Adds a line of plain facts to the journal. */
  void log(String what, Map<String, Object> facts);
}
