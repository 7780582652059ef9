package minihost.reason;

import java.util.Optional;

/** An exception that knows its {@link Reason}. */
public interface Explained {
  Reason reason();

  /** The nearest reason in the chain of causes: libraries wrap what we throw. */
  static Optional<Reason> in(Throwable t) {
    for (Throwable at = t; at != null; at = at.getCause())
      if (at instanceof Explained e) return Optional.of(e.reason());
    return Optional.empty();
  }
}
