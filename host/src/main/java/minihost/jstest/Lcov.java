package minihost.jstest;

import java.util.List;
import java.util.SortedMap;

/** Coverage as lcov's tracefile, the format that CI services read (geninfo's manual). */
final class Lcov {
  private final StringBuilder text = new StringBuilder();

  private Lcov() {}

  /**
   * @param files by their paths
   */
  static String of(SortedMap<String, FileCoverage> files) {
    Lcov lcov = new Lcov();
    files.forEach(lcov::file);
    return lcov.text.toString();
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }

  private void file(String path, FileCoverage file) {
    CoverageSums sums = file.sums();
    line("TN:");
    line("SF:%s", path);
    for (FileCoverage.Function f : file.functions()) line("FN:%d,%s", f.line(), f.name());
    part("FN", sums.functions());
    for (FileCoverage.Function f : file.functions()) line("FNDA:%d,%s", f.count(), f.name());
    file.lines().forEach((number, count) -> line("DA:%d,%d", number, count));
    part("L", sums.lines());
    int block = 0;
    for (FileCoverage.Branch branch : file.branches()) {
      List<Long> ways = branch.ways();
      for (int way = 0; way < ways.size(); way++)
        line("BRDA:%d,%d,%d,%d", branch.line(), block, way, ways.get(way));
      block++;
    }
    part("BR", sums.branches());
    line("end_of_record");
  }

  private void part(String what, CoverageSums.Part part) {
    line("%sF:%d", what, part.total());
    line("%sH:%d", what, part.covered());
  }
}
