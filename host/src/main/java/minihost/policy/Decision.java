package minihost.policy;

import java.util.List;
import java.util.function.Supplier;
import minihost.reason.Reason;

/**
 * The answer to an {@link Ask}: the findings in the order in which the rules were asked, the last
 * of which decided.
 */
public record Decision(Ask ask, List<Finding> findings) {
  /**
   * What one rule said.
   *
   * @param words makes the reason: most findings are never read, and none is read often
   */
  public record Finding(Verdict verdict, Supplier<Reason> words) {
    public Finding(Verdict verdict, Reason reason) {
      this(verdict, () -> reason);
    }

    /** Whether no further rule is asked. */
    boolean decides() {
      return verdict != Verdict.PASS;
    }

    public Reason reason() {
      return words.get();
    }
  }

  public enum Verdict {
    /** Does not stop the ask; the next rule is asked. */
    PASS,
    /** Admits the ask; no further rule is asked. */
    ALLOW,
    /** Refuses the ask; no further rule is asked. */
    STOP
  }

  public boolean allowed() {
    return findings.getLast().verdict() != Verdict.STOP;
  }

  /** The reason that decided. */
  public Reason reason() {
    return findings.getLast().reason();
  }

  /** The walk through the rules, for a person. */
  public String explain() {
    StringBuilder out = new StringBuilder();
    out.append(allowed() ? "ALLOWED" : "REFUSED").append("  ").append(ask.asker());
    out.append(' ').append(ask.url()).append('\n');
    for (Finding f : findings) {
      Reason r = f.reason();
      String mark = f.verdict() == Verdict.STOP ? "STOP" : "pass";
      String origin = r.origin() == minihost.reason.Origin.BUILT_IN ? "" : "  (" + r.origin() + ")";
      out.append("  %s  %-15s %s%s\n".formatted(mark, r.code().name(), r.why(), origin));
    }
    if (!allowed() && !reason().fix().isEmpty())
      out.append("  fix   ").append(reason().fix()).append('\n');
    return out.toString();
  }
}
