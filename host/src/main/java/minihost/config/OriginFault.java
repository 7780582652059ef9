package minihost.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with an origin of the lab before any request reaches it. */
public enum OriginFault {
  /** Nothing: its certificate is signed by the run's own authority. */
  NONE("none"),
  EXPIRED("expired"),
  NOT_YET_VALID("notYetValid"),
  /** The certificate is for another name. */
  WRONG_HOST("wrongHost"),
  SELF_SIGNED("selfSigned"),
  /** The chain is whole and goes back to an authority of which nobody has heard. */
  UNKNOWN_CA("unknownCA"),
  /** The authority is trusted, but the certificate between the two is not sent. */
  MISSING_INTERMEDIATE("missingIntermediate"),
  /** It speaks TLS 1.0 only. */
  TLS10("tls10"),
  /** It speaks TLS 1.1 only. */
  TLS11("tls11"),
  /** It takes one cipher only, of those that clients have given up (3DES). */
  WEAK_CIPHER("weakCipher"),
  /** Nobody listens on its port. */
  REFUSED("refused"),
  /** Its name cannot be found. */
  UNKNOWN_NAME("unknownName");

  private final String word;

  OriginFault(String word) {
    this.word = word;
  }

  /** As {@code lab.faults} of minihost.json writes it. */
  public String word() {
    return word;
  }

  static String words() {
    return Arrays.stream(values()).map(f -> Fields.quote(f.word)).collect(Collectors.joining(", "));
  }

  static Optional<OriginFault> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }
}
