package minihost.jstest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Coverage as Istanbul's table of text, folder by folder. */
final class CoverageTable {
  private static final List<String> HEAD =
      List.of("File", "% Stmts", "% Branch", "% Funcs", "% Lines", "Uncovered Line #s");

  private final List<List<String>> rows = new ArrayList<>();

  private CoverageTable() {}

  /**
   * @param files by their names, with forward slashes
   */
  static String of(SortedMap<String, FileCoverage> files) {
    CoverageTable table = new CoverageTable();
    table.add("All files", files.values(), "");
    SortedMap<String, SortedMap<String, FileCoverage>> folders = new TreeMap<>();
    files.forEach(
        (name, file) -> {
          int slash = name.lastIndexOf('/');
          folders
              .computeIfAbsent(slash < 0 ? "" : name.substring(0, slash), f -> new TreeMap<>())
              .put(name.substring(slash + 1), file);
        });
    for (Map.Entry<String, SortedMap<String, FileCoverage>> folder : folders.entrySet()) {
      String indent = folder.getKey().isEmpty() ? " " : "  ";
      if (!folder.getKey().isEmpty())
        table.add(" " + folder.getKey(), folder.getValue().values(), "");
      folder
          .getValue()
          .forEach((name, file) -> table.add(indent + name, List.of(file), file.missing()));
    }
    return table.text();
  }

  private void add(String name, Collection<FileCoverage> files, String missing) {
    CoverageSums sums = CoverageSums.of(files);
    rows.add(
        List.of(
            name,
            sums.statements().text(),
            sums.branches().text(),
            sums.functions().text(),
            sums.lines().text(),
            missing));
  }

  private String text() {
    int[] widths = new int[HEAD.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = HEAD.get(i).length();
      for (List<String> row : rows) widths[i] = Math.max(widths[i], row.get(i).length());
    }
    List<String> rule = new ArrayList<>();
    for (int width : widths) rule.add("-".repeat(width + 1));
    rule.set(0, "-".repeat(widths[0]) + "-");
    String line = String.join("|-", rule);
    List<String> lines = new ArrayList<>(List.of(line, row(HEAD, widths), line));
    for (List<String> row : rows) lines.add(row(row, widths));
    lines.add(line);
    return String.join("\n", lines);
  }

  private static String row(List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      boolean text = i == 0 || i == widths.length - 1;
      padded.add(("%" + (text ? "-" : "") + widths[i] + "s").formatted(cells.get(i)));
    }
    return String.join(" | ", padded).stripTrailing();
  }
}
