package minihost.jstest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import minihost.js.Coverage;

/**
 * What ran of one file.
 *
 * @param statements how often each ran
 * @param lines how often each line ran that a statement begins in: as its statement that ran most
 */
record FileCoverage(
    List<Long> statements,
    List<Function> functions,
    List<Branch> branches,
    SortedMap<Integer, Long> lines) {
  /** A function and how often it was called. */
  record Function(int line, String name, long count) {}

  /** Where the code goes one of several ways, and how often it went each. */
  record Branch(int line, List<Long> ways) {}

  static FileCoverage of(Coverage.Counted counted) {
    FileCoverage all =
        new FileCoverage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    int at = 0;
    for (String word : counted.words().split(" ")) at += all.add(word, counted.counts(), at);
    return all;
  }

  /** Takes a word with its counters, which begin at {@code at}; gives how many they are. */
  private int add(String word, long[] counts, int at) {
    int colon = word.indexOf(':');
    int line = Integer.parseInt(word.substring(1, colon < 0 ? word.length() : colon));
    String rest = word.substring(colon + 1);
    switch (word.charAt(0)) {
      case 'S' -> {
        statements.add(counts[at]);
        lines.merge(line, counts[at], Math::max);
      }
      case 'F' -> functions.add(new Function(line, rest, counts[at]));
      default -> {
        List<Long> ways = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(rest); i++) ways.add(counts[at + i]);
        branches.add(new Branch(line, ways));
        return ways.size();
      }
    }
    return 1;
  }

  CoverageSums sums() {
    return new CoverageSums(
        CoverageSums.Part.of(statements),
        CoverageSums.Part.of(branches.stream().flatMap(b -> b.ways.stream()).toList()),
        CoverageSums.Part.of(functions.stream().map(Function::count).toList()),
        CoverageSums.Part.of(List.copyOf(lines.values())));
  }

  /** Lines that did not run, as {@code 3,7-12}; if all did, those of ways that were not gone. */
  String missing() {
    if (lines.values().stream().allMatch(n -> n > 0)) return missingWays();
    List<String> ranges = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (var line : lines.entrySet()) {
      if (line.getValue() == 0) {
        to = line.getKey();
        if (from == 0) from = to;
      } else if (from > 0) {
        ranges.add(range(from, to));
        from = 0;
      }
    }
    if (from > 0) ranges.add(range(from, to));
    return String.join(",", ranges);
  }

  private static String range(int from, int to) {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }

  private String missingWays() {
    return String.join(
        ",",
        branches.stream()
            .filter(b -> b.ways.contains(0L))
            .map(b -> String.valueOf(b.line))
            .distinct()
            .toList());
  }
}
