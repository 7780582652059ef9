package minihost.jstest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much has to run.
 *
 * @param least a percentage for {@code statements}, {@code branches}, {@code functions}, {@code
 *     lines}, or some of them
 */
public record CoverageThreshold(Map<String, BigDecimal> least) {
  static final CoverageThreshold NONE = new CoverageThreshold(Map.of());
  private static final List<String> NAMES = List.of("statements", "branches", "functions", "lines");

  /**
   * @param text {@code 80} for all four, or {@code statements=80,branches=70}
   * @throws IllegalArgumentException saying what is wrong
   */
  public static CoverageThreshold of(String text) {
    Map<String, BigDecimal> least = new LinkedHashMap<>();
    if (!text.contains("=")) {
      for (String name : NAMES) least.put(name, percentage(text));
      return new CoverageThreshold(least);
    }
    for (String part : text.split(",", -1)) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? part.strip() : part.substring(0, sign).strip();
      if (sign < 0 || !NAMES.contains(name))
        throw new IllegalArgumentException(
            "\"" + name + "\" is none of " + String.join(", ", NAMES) + "; write statements=80");
      least.put(name, percentage(part.substring(sign + 1)));
    }
    return new CoverageThreshold(least);
  }

  private static BigDecimal percentage(String text) {
    String number = text.strip();
    if (!number.matches("(\\d{1,2}|100)(\\.\\d{1,2})?")
        || new BigDecimal(number).compareTo(BigDecimal.valueOf(100)) > 0)
      throw new IllegalArgumentException(
          "\"" + number + "\" is no percentage; write a number from 0 to 100");
    return new BigDecimal(number);
  }

  /** What is not reached, a line each. */
  List<String> missed(CoverageSums sums) {
    List<String> missed = new ArrayList<>();
    for (String name : NAMES) {
      BigDecimal wanted = least.get(name);
      CoverageSums.Part part = sums.named().get(name);
      if (wanted != null && part.percent().compareTo(wanted) < 0)
        missed.add(
            "coverage of %s is %s %% (%d of %d), below the threshold of %s %%"
                .formatted(
                    name, part.text(), part.covered(), part.total(), wanted.toPlainString()));
    }
    return missed;
  }
}
