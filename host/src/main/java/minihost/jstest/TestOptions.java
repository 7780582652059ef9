package minihost.jstest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import minihost.js.Coverage;

/**
 * How tests are run.
 *
 * @param pattern a regular expression that a test's whole name must match somewhere
 * @param bail whether the first failure is the last test of its file
 * @param retries how often a test that fails is tried anew
 * @param timeoutMs real time that a test or a hook may take, in ms
 * @param debugged whether somebody may hold tests at a breakpoint: nothing is timed out then
 * @param seed for a random order; empty for the order of the files
 * @param cache a folder that makes the next run faster
 * @param snapshots which of them are written
 * @param coverage counts what runs; empty when nothing is counted
 */
record TestOptions(
    Optional<String> pattern,
    boolean bail,
    int retries,
    long timeoutMs,
    boolean debugged,
    OptionalInt seed,
    Optional<Path> cache,
    SnapshotMode snapshots,
    Optional<Coverage> coverage) {
  static final long TIMEOUT_MS = 5_000;

  /** As suite.js takes them. */
  Map<String, Object> plain() {
    Map<String, Object> plain = new HashMap<>();
    plain.put("pattern", pattern.orElse(null));
    plain.put("bail", bail);
    plain.put("retries", (double) retries);
    plain.put("seed", seed.isPresent() ? (double) seed.getAsInt() : null);
    return plain;
  }
}
