package minihost.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a person writes and reads them: {@code 500ms}, {@code 1.5s}, {@code 2m}. */
final class Durations {
  static final String FORMS = "500ms, 2s, 1.5m or 1h";

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

  private Durations() {}

  /**
   * @throws IllegalArgumentException with a sentence that names the value and the forms
   */
  static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches())
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a duration; write for example " + FORMS);
    BigDecimal millis = new BigDecimal(form.group(1)).multiply(new BigDecimal(unit(form.group(2))));
    return Duration.ofNanos(
        millis.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static int unit(String name) {
    return switch (name) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      default -> 3_600_000;
    };
  }

  /** {@code 101 ms}, {@code 5.01 s}, {@code 2 m 05 s}. */
  static String show(long millis) {
    if (millis < 1_000) return millis + " ms";
    if (millis < 60_000) return String.format(Locale.ROOT, "%.2f s", millis / 1e3);
    return millis / 60_000 + " m " + String.format(Locale.ROOT, "%02d s", millis / 1_000 % 60);
  }
}
