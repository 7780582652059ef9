package minihost.jstest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How much of something ran, counted in four ways. */
record CoverageSums(Part statements, Part branches, Part functions, Part lines) {
  static final CoverageSums NOTHING =
      new CoverageSums(Part.NOTHING, Part.NOTHING, Part.NOTHING, Part.NOTHING);

  /** So many of so many. */
  record Part(long covered, long total) {
    static final Part NOTHING = new Part(0, 0);

    static Part of(List<Long> counts) {
      return new Part(counts.stream().filter(n -> n > 0).count(), counts.size());
    }

    Part plus(Part other) {
      return new Part(covered + other.covered, total + other.total);
    }

    /** Rounded down to hundredths, so that only all of it is 100; 100 of nothing. */
    BigDecimal percent() {
      BigDecimal part =
          total == 0
              ? BigDecimal.valueOf(100)
              : BigDecimal.valueOf(covered * 100)
                  .divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN);
      return part.stripTrailingZeros();
    }

    String text() {
      return percent().toPlainString();
    }
  }

  static CoverageSums of(Collection<FileCoverage> files) {
    return files.stream().map(FileCoverage::sums).reduce(NOTHING, CoverageSums::plus);
  }

  private CoverageSums plus(CoverageSums other) {
    return new CoverageSums(
        statements.plus(other.statements),
        branches.plus(other.branches),
        functions.plus(other.functions),
        lines.plus(other.lines));
  }

  /** By the names that thresholds have. */
  Map<String, Part> named() {
    return Map.of(
        "statements", statements, "branches", branches, "functions", functions, "lines", lines);
  }
}
