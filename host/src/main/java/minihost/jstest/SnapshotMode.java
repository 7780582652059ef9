package minihost.jstest;

import java.util.Locale;
import java.util.Map;

/** What becomes of snapshots that are not in their file, or differ from it. */
public enum SnapshotMode {
  /** New ones are written; one that differs fails its test. */
  NEW,
  /** All are written, and those that no test has asked for are removed. */
  ALL,
  /** Nothing is written: a new one fails its test, as in CI. */
  NONE;

  /** Of a run that was told nothing: CI services set {@code CI}. */
  public static SnapshotMode of(Map<String, String> environment) {
    String ci = environment.getOrDefault("CI", "");
    return ci.isEmpty() || ci.equals("false") || ci.equals("0") ? NEW : NONE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
