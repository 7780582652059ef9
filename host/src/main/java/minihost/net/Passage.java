package minihost.net;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import minihost.reason.Explained;
import minihost.reason.Reason;

/**
 * How the network carried one exchange. WeChat's guide names the three signs and says no more: what
 * counts as which is decided here.
 *
 * @param connectTimedOut no connection came about in time
 * @param slow the TCP handshake took more than 400 ms; a connection that was there has none
 * @param lost a connection failed or broke, or no answer came in time
 */
record Passage(boolean connectTimedOut, boolean slow, boolean lost) {
  private static final long SLOW_MS = 400;

  private static final Set<NetFailure> LOSSES =
      EnumSet.of(
          NetFailure.ADDRESS_UNREACHABLE,
          NetFailure.CONNECTION_CLOSED,
          NetFailure.CONNECTION_REFUSED,
          NetFailure.CONNECTION_RESET,
          NetFailure.CONNECTION_TIMED_OUT,
          NetFailure.EMPTY_RESPONSE);

  /**
   * Empty for an exchange that tells nothing: it needed no connection, as with a cache, or the
   * program gave it up.
   */
  static Optional<Passage> of(
      Stopwatch watch, Optional<IOException> failure, Cancellation cancellation) {
    boolean stopped = failure.isPresent() && cancellation.isCancelled();
    boolean overdue = stopped && cancellation.isOverdue();
    if (!watch.usedTheWire() || stopped && !overdue) return Optional.empty();
    Optional<NetFailure> fault = stopped ? Optional.empty() : failure.flatMap(Passage::fault);
    boolean timedOut =
        watch.isConnecting()
            && (overdue || fault.filter(f -> f == NetFailure.CONNECTION_TIMED_OUT).isPresent());
    boolean unanswered = overdue && !watch.hasAnswer();
    boolean lost = !timedOut && (unanswered || fault.filter(LOSSES::contains).isPresent());
    boolean slow = !watch.isConnecting() && watch.rtt() > SLOW_MS;
    return Optional.of(new Passage(timedOut, slow, lost));
  }

  private static Optional<NetFailure> fault(IOException e) {
    Optional<Reason> told = Explained.in(e);
    if (told.isEmpty()) return Optional.of(NetFailure.of(e));
    return told.get().code() instanceof NetFailure failure
        ? Optional.of(failure)
        : Optional.empty();
  }
}
