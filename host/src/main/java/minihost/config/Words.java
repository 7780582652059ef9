package minihost.config;

import java.util.Optional;

/** Texts that end up in a URL or header of ours, so must not break out of it. */
final class Words {
  private Words() {}

  /** Letters, digits and {@code . _ -}, at least one. */
  static Optional<Setting<String>> safe(Fields section, String key, String example) {
    Optional<Setting<String>> text = section.text(key, example);
    if (text.isEmpty() || text.get().value().matches("[A-Za-z0-9._-]+")) return text;
    Json value = section.get(key).orElseThrow();
    section
        .problems()
        .problem(ConfigCode.BAD_WORD, value.origin(), value.origin().key(), value.shown(), example);
    return Optional.empty();
  }
}
