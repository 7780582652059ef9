package minihost.tls;

import java.util.Optional;

/** An exception whose message says exactly what is wrong, and which knows what to do about it. */
public interface Remedy {
  /** One sentence with the offending value in it. */
  String getMessage();

  /** One sentence in the imperative. */
  String fix();

  /** The nearest one in the chain of causes: TLS wraps what a trust manager throws. */
  static Optional<Remedy> in(Throwable t) {
    for (Throwable at = t; at != null; at = at.getCause())
      if (at instanceof Remedy remedy) return Optional.of(remedy);
    return Optional.empty();
  }
}
