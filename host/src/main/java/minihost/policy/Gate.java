package minihost.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import minihost.config.Limits;
import minihost.config.Setting;
import minihost.policy.Decision.Finding;
import minihost.policy.Decision.Verdict;
import minihost.reason.Explained;
import minihost.reason.Reason;

/**
 * Puts asks to the rulebook, tells the journal, keeps the lanes, and makes the {@link Permit}
 * without which nothing opens.
 */
public final class Gate {
  /** Proof that an ask was allowed; only a gate makes one. */
  public static final class Permit<A extends Ask> {
    private final A ask;

    private Permit(A ask) {
      this.ask = ask;
    }

    public A ask() {
      return ask;
    }
  }

  /** A refusal on its way to the script, also through libraries that only know IOException. */
  public static final class Refused extends IOException implements Explained {
    private final transient Reason reason;

    Refused(Reason reason) {
      super(reason.why());
      this.reason = reason;
    }

    @Override
    public Reason reason() {
      return reason;
    }
  }

  private volatile Rulebook rules;
  private final Supplier<Facts> facts;
  private final BiConsumer<Integer, Decision> journal;
  private volatile Limits limits;
  private final Map<Ask.Http.Kind, Lane> lanes = new EnumMap<>(Ask.Http.Kind.class);
  private final Lane sockets;

  /**
   * @param facts read at each ask, from any thread
   * @param journal takes the call's id and each decision, from any thread
   */
  public Gate(
      Rulebook rules, Supplier<Facts> facts, Limits limits, BiConsumer<Integer, Decision> journal) {
    this.rules = rules;
    this.facts = facts;
    this.limits = limits;
    this.journal = journal;
    sockets = new Lane(limits.connectSocket().value());
    for (Ask.Http.Kind kind : Ask.Http.Kind.values())
      lanes.put(kind, new Lane(limits.of(kind.api()).value()));
  }

  /** Other rules and limits, from the next ask on; what is under way stays. JS thread. */
  public void change(Rulebook rules, Limits limits) {
    this.rules = rules;
    this.limits = limits;
    sockets.setLimit(limits.connectSocket().value());
    lanes.forEach((kind, lane) -> lane.setLimit(limits.of(kind.api()).value()));
  }

  /** The number in the journal of what is asked outside any call. */
  public static final int NO_CALL = 0;

  /** Where calls of one kind wait for one another (sheet CON-2). */
  public Lane lane(Ask.Http.Kind kind) {
    return lanes.get(kind);
  }

  /** Whether a call may begin at all: not in background (sheet BG-4). */
  public void enter(int call, Ask ask) throws Refused {
    Finding foreground = rules.foreground(ask, facts.get());
    if (foreground.verdict() == Verdict.STOP) refuse(call, ask, foreground);
  }

  /**
   * Like {@link #enter}, for a call that has a lane: with {@code limits.overflow: reject} not
   * beyond its limit (sheet CON-7).
   */
  public void enterLane(int call, Ask.Http ask) throws Refused {
    enter(call, ask);
    Lane lane = lane(ask.kind());
    Setting<Limits.Overflow> overflow = limits.overflow();
    if (overflow.value() == Limits.Overflow.REJECT && lane.isFull())
      refuse(
          call,
          ask,
          Rulebook.stop(
              new Reason(
                  Rule.CONCURRENCY,
                  lane.running() + " calls of wx." + ask.api() + " are in flight",
                  "wait for one to end, or set limits.overflow to queue",
                  overflow.origin())));
  }

  /**
   * Like {@link #enter}, for a socket that will take one of the few places (sockets sheet 1.6). JS
   * thread.
   *
   * @return its place, to be given back at its last event
   */
  public Lane.Place enterSocket(int call, Ask ask) throws Refused {
    enter(call, ask);
    Setting<Integer> limit = limits.connectSocket();
    if (sockets.isFull())
      refuse(
          call,
          ask,
          Rulebook.stop(
              new Reason(
                  Rule.SOCKET_COUNT,
                  limit.value().toString(),
                  sockets.running() + " sockets are open or about to be",
                  "close one first, or raise limits.connectSocket",
                  limit.origin())));
    return sockets.enter(() -> {});
  }

  /** Asks the rulebook. Any thread. */
  public <A extends Ask> Permit<A> require(int call, A ask) throws Refused {
    Decision decision = decide(call, ask);
    if (!decision.allowed()) throw new Refused(decision.reason());
    return new Permit<>(ask);
  }

  /** Asks the rulebook for what is no call and opens nothing here. Any thread. */
  public Decision ask(Ask ask) {
    return decide(NO_CALL, ask);
  }

  private Decision decide(int call, Ask ask) {
    Decision decision = rules.decide(ask, facts.get());
    journal.accept(call, decision);
    return decision;
  }

  /** What would become of a call made now, without making it. */
  public Decision explain(Ask ask) {
    Facts now = facts.get();
    if (ask instanceof Ask.WebView) return rules.decide(ask, now);
    List<Finding> findings = new ArrayList<>(List.of(rules.foreground(ask, now)));
    if (findings.getFirst().verdict() != Verdict.STOP)
      findings.addAll(rules.decide(ask, now).findings());
    return new Decision(ask, List.copyOf(findings));
  }

  private void refuse(int call, Ask ask, Finding finding) throws Refused {
    journal.accept(call, new Decision(ask, List.of(finding)));
    throw new Refused(finding.reason());
  }
}
