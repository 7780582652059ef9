package minihost.config;

import java.util.Optional;

/** Texts from files nobody vouches for, on their way into a header or onto a terminal. */
final class Words {
  private Words() {}

  /** A field of letters, digits and {@code . _ -} only: it goes into the Referer. */
  static Optional<Setting<String>> safe(Fields section, String key, String example) {
    Optional<Setting<String>> text = section.text(key, example);
    if (text.isEmpty() || isSafe(text.get().value())) return text;
    Json value = section.get(key).orElseThrow();
    section
        .problems()
        .problem(ConfigCode.BAD_WORD, value.origin(), value.origin().key(), value.shown(), example);
    return Optional.empty();
  }

  static boolean isSafe(String text) {
    return text.matches("[A-Za-z0-9._-]+");
  }

  /** The text with control characters spelt out, so that none moves the cursor. */
  static String visible(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) return text;
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(Character.isISOControl(c) ? "\\u%04x".formatted(c) : (char) c));
    return out.toString();
  }
}
