package minihost.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import minihost.jstest.CoverageThreshold;
import picocli.CommandLine.Option;

/** The options of {@code minihost test} about coverage. */
final class CoverageOptions {
  @Option(
      names = "--coverage",
      description = "Tell which statements, branches, functions and lines of the program ran.")
  private boolean coverage;

  @Option(
      names = "--coverage-dir",
      paramLabel = "DIR",
      description = "Where lcov.info is written; coverage when not given.")
  private Path folder;

  @Option(
      names = "--coverage-threshold",
      paramLabel = "PERCENT",
      description = "Fail below this: 80, or statements=80,branches=70,functions=80,lines=80.")
  private String threshold;

  /** What is wrong with them, in words. */
  Optional<String> problem() {
    if (!coverage && folder != null) return Optional.of("--coverage-dir: write --coverage as well");
    if (!coverage && threshold != null)
      return Optional.of("--coverage-threshold: write --coverage as well");
    try {
      if (threshold != null) CoverageThreshold.of(threshold);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("--coverage-threshold: " + e.getMessage());
    }
  }

  /** As configuration parameters of the test engine. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("minihost.coverage", String.valueOf(coverage));
    if (folder != null) parameters.put("minihost.coverage.dir", folder.toString());
    if (threshold != null) parameters.put("minihost.coverage.threshold", threshold);
    return parameters;
  }
}
