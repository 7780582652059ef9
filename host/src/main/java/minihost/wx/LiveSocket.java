package minihost.wx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Ordered;
import minihost.api.WxFailure;
import minihost.api.WxObject;
import minihost.net.NetFailure;
import minihost.net.SocketProfile;
import minihost.net.WireSocket;
import minihost.policy.Ask;
import minihost.policy.Lane;
import minihost.policy.Rule;
import minihost.reason.Code;
import minihost.reason.Reason;

/**
 * One WebSocket of the program's: which events it raises, and when it is over (sockets sheet 1.4,
 * 1.7). Messages come on the wire's threads; all else happens on the JS thread.
 */
final class LiveSocket implements WireSocket.Listener {
  /** For a peer that never answers a close (sockets sheet 1.9). */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;
  private static final int ABNORMAL = 1006;

  /** How it was closed, as the close event tells it. */
  private record Close(int code, String reason) {
    static final Close BROKEN = new Close(ABNORMAL, SocketCode.ABNORMAL_CLOSURE.wording());

    /** A code that may be sent: what a peer says to have had no code is answered as usual. */
    int answer() {
      boolean given = code >= NORMAL && code < 1004 || code >= 1007 && code < 1015 || code >= 3000;
      return given ? code : NORMAL;
    }
  }

  private final WxObject object;
  private final Ask ask;
  private final Lane.Place place;
  private volatile boolean over;
  private final List<Runnable> awaited = new ArrayList<>();
  private WireSocket wire;
  private volatile boolean opened;
  private Close closing;
  private boolean ours;

  LiveSocket(WxObject object, Ask ask, Lane.Place place) {
    this.object = object;
    this.ask = ask;
    this.place = place;
    object.onEnd(
        () -> {
          place.leave();
          awaited.forEach(Runnable::run);
          if (wire != null) wire.cancel();
        });
  }

  Ask ask() {
    return ask;
  }

  /** It never went out: the program hears an error and nothing else (sockets sheet 1.2). */
  void refused(Map<String, Object> error) {
    over(() -> object.emit("error", error));
    object.end();
  }

  /** Begins the handshake, which must end in time. */
  void open(WireSocket socket, Timeouts.Deadline deadline) {
    wire = socket;
    awaited.add(object.awaiting("handshake"));
    Runnable inTime =
        object.after(
            deadline.after(),
            () -> {
              if (!opened) broken(as(SocketCode.CONNECT_TIMEOUT, deadline.reason()));
            });
    awaited.add(inTime);
    object.onInterrupt(this::interrupted);
    socket.open(object::thread, this);
  }

  /** Told before whatever ends it, or not at all. */
  @Override
  public synchronized void opened(Map<String, Object> headers, SocketProfile profile) {
    if (over) return;
    opened = true;
    object.log("open", profile.fields());
    object.emit("open", Ordered.of("header", headers, "profile", profile.fields()));
    object.turn(this::nothingAwaited);
  }

  private void nothingAwaited() {
    awaited.forEach(Runnable::run);
    awaited.clear();
  }

  @Override
  public void message(Object textOrBytes) {
    if (!over) object.stream("message", Map.of("data", textOrBytes));
  }

  @Override
  public void closing(int code, String reason) {
    Close theirs = new Close(code, reason);
    object.turn(
        () -> {
          if (over || closing != null) return;
          closing = theirs;
          patience(() -> over(() -> tell(theirs)));
        });
    wire.close(theirs.answer(), reason);
  }

  @Override
  public void closed() {
    object.turn(
        () -> {
          over(() -> tell(closing));
          object.end();
        });
  }

  @Override
  public void failed(Reason why) {
    object.turn(
        () -> {
          if (closing == null) broken(why);
          else over(() -> tell(ours ? Close.BROKEN : closing));
          object.end();
        });
  }

  /** An error, and of what had been open a close. */
  private void broken(Reason why) {
    over(
        () -> {
          object.log("failed", facts(why));
          object.emit("error", Map.of("errMsg", words(why)));
          if (opened) tell(Close.BROKEN);
        });
    object.end();
  }

  private static Map<String, Object> facts(Reason why) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("code", why.code().name());
    facts.put("why", why.why());
    if (!why.fix().isEmpty()) facts.put("fix", why.fix());
    return facts;
  }

  /** What an error event says. */
  private String words(Reason why) {
    Code code = why.code();
    if (code instanceof SocketCode) return code.wording();
    if (opened) return SocketCode.ABNORMAL_CLOSURE.wording();
    boolean ofTheWire = code instanceof NetFailure;
    return "exception "
        + (ofTheWire ? "net::ERR_" + code.name() : code.wording().replace("%s", why.detail()));
  }

  private void tell(Close how) {
    object.log("close", Ordered.of("code", how.code, "reason", how.reason));
    object.emit("close", Ordered.of("code", how.code, "reason", how.reason));
  }

  /** Raises its last events, once, and frees its place before the program hears them. */
  private void over(Runnable lastEvents) {
    synchronized (this) {
      if (over) return;
      over = true;
    }
    place.leave();
    lastEvents.run();
  }

  boolean isOver() {
    return over;
  }

  /**
   * Sends a message. JS thread.
   *
   * @param accepted runs before anything can come of it
   * @return false, and nothing happens, unless it is open and has room
   */
  boolean send(Object data, Runnable accepted) {
    if (!opened || over || closing != null || !wire.hasRoom(data)) return false;
    accepted.run();
    wire.send(data);
    return true;
  }

  /**
   * Closes it. JS thread.
   *
   * @param code one that a program may give
   * @param accepted runs before anything can come of it
   * @throws WxFailure if it is closed already
   */
  void close(int code, String reason, Runnable accepted) throws WxFailure {
    if (over) throw ConnectSocketFamily.failure(SocketCode.NO_TASK);
    accepted.run();
    if (!opened) {
      over(() -> tell(new Close(code, reason)));
      object.end();
    } else if (closing == null) {
      ours = true;
      closing = new Close(code, reason);
      goodbye(code, reason, () -> over(() -> tell(Close.BROKEN)));
    }
  }

  /** Sends a close, and waits for the peer's, but not for ever. */
  private void goodbye(int code, String reason, Runnable unanswered) {
    patience(unanswered);
    wire.close(code, reason);
  }

  private void patience(Runnable unanswered) {
    awaited.add(object.awaiting("close"));
    object.after(
        CLOSING,
        () -> {
          unanswered.run();
          object.end();
        });
  }

  /** JS thread. */
  private void interrupted(Reason why) {
    if (over) return;
    if (why.code() == Rule.DESTROYED) leave(GOING_AWAY, "", () -> {});
    else if (why.code() == Rule.BACKGROUND_5S && opened) {
      Close how = new Close(NORMAL, SocketCode.INTERRUPTED.wording());
      leave(how.code, how.reason, () -> tell(how));
    } else if (why.code() == Rule.BACKGROUND_5S) broken(as(SocketCode.INTERRUPTED, why));
    else broken(as(SocketCode.NETWORK_DOWN, why));
  }

  private static Reason as(SocketCode code, Reason why) {
    return new Reason(code, why.why(), why.fix(), why.origin());
  }

  /** Ends for the program now, and for the server in good order. */
  private void leave(int code, String reason, Runnable lastEvents) {
    over(lastEvents);
    if (opened) goodbye(code, reason, () -> {});
    else object.end();
  }
}
