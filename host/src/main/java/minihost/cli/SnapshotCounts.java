package minihost.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.jstest.MiniProgramTestEngine;

/** What became of the snapshots of all test files. */
final class SnapshotCounts {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("written", "written");
    WORDS.put("updated", "updated");
    WORDS.put("removed", "removed");
    WORDS.put("obsolete", "obsolete (-u removes them)");
  }

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** Adds a file's. */
  void add(Map<String, String> entry) {
    for (String what : WORDS.keySet()) {
      String count = entry.get(MiniProgramTestEngine.SNAPSHOTS + what);
      if (count != null) counts.merge(what, Integer.valueOf(count), Integer::sum);
    }
  }

  /** In a line; empty when there is nothing to say. */
  String text() {
    List<String> parts = new ArrayList<>();
    WORDS.forEach(
        (what, words) -> {
          int count = counts.getOrDefault(what, 0);
          if (count > 0) parts.add(count + " " + words);
        });
    return parts.isEmpty() ? "" : "snapshots: " + String.join(", ", parts);
  }
}
