package minihost.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.policy.Decision;
import minihost.reason.Reason;

/** One thing that happened in a run. {@code at} is ms since the epoch, by the run's clock. */
public sealed interface Event {
  long at();

  /**
   * A call of {@code wx} began.
   *
   * @param options its options as plain data
   */
  record CallStarted(long at, int call, String api, Map<String, Object> options) implements Event {}

  /** A call waits for one of those in flight to end. */
  record CallQueued(long at, int call, int ahead) implements Event {}

  /**
   * The policy said something about a call.
   *
   * @param call 0 for what was asked outside any call, such as the page of a web-view
   */
  record Decided(long at, int call, Decision decision) implements Event {}

  /**
   * A step of a call with its facts: {@code sent}, {@code headers}, {@code timings}.
   *
   * @param facts plain data; times in ms, sizes in bytes
   */
  record CallProgress(long at, int call, String what, Map<String, Object> facts) implements Event {}

  /**
   * A call ended in success or fail.
   *
   * @param tookMs since it began
   * @param reason why it failed; empty on success
   */
  record CallEnded(
      long at,
      int call,
      String api,
      boolean ok,
      String errMsg,
      Optional<Integer> errno,
      Map<String, Object> facts,
      Optional<Reason> reason,
      long tookMs)
      implements Event {}

  /**
   * A name of {@code prefetchdnsdomain} was looked up before anybody asked for it.
   *
   * @param addresses where it leads; none when the look-up failed
   * @param failure in words; empty when it did not fail
   */
  record NamePrefetched(long at, String name, List<String> addresses, String failure, long tookMs)
      implements Event {}

  /** The program wrote to its console. */
  record Console(long at, String level, String text) implements Event {}

  /**
   * The program threw, and nobody caught it.
   *
   * @param kind {@code uncaught}, {@code unhandledRejection} or {@code stopped}
   * @param where {@code file:line:column}, or empty
   */
  record ScriptError(long at, String kind, String message, String stack, String where)
      implements Event {}

  /** The program moved between foreground, background, suspension and destruction. */
  record Lifecycle(long at, String state) implements Event {}

  /**
   * The phone's network was changed from outside.
   *
   * @param what such as {@code 4g}, {@code weak on} or {@code latency 400 ms}
   */
  record Network(long at, String what) implements Event {}

  /** A page came, went, or became the current one. */
  record Page(long at, String hook, String route) implements Event {}

  /** Something a person should know: a doubtful setting, a missing page, what is not run yet. */
  record Note(long at, Reason reason) implements Event {}
}
