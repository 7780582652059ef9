package minihost.jstest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import minihost.config.Settings;
import minihost.host.UnloadedFiles;
import minihost.js.Coverage;

/** The coverage of all test files together, from the first of them to the report. */
final class CoverageRun implements AutoCloseable {
  private final Coverage coverage = new Coverage(ProgramSources::isCounted);
  private final Path folder;
  private final CoverageThreshold threshold;

  /**
   * What is to be said of it.
   *
   * @param table for a person
   * @param problems thresholds that are missed, and files that cannot be counted, a line each
   */
  record Result(String table, List<String> problems) {}

  /**
   * @param folder where lcov.info is written; made when it is
   */
  CoverageRun(Path folder, CoverageThreshold threshold) {
    this.folder = folder;
    this.threshold = threshold;
  }

  Coverage coverage() {
    return coverage;
  }

  /**
   * Writes the report.
   *
   * @param programs whose files were tested; those that no test loaded count as not run
   * @param cache for transpiled files
   */
  Result finish(Collection<Settings> programs, Optional<Path> cache) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Settings program : programs)
      for (String id : UnloadedFiles.addTo(coverage, program, ProgramSources.of(program), cache))
        problems.add("coverage: " + id + " cannot be counted, for it is no JavaScript that parses");
    SortedMap<String, FileCoverage> files = new TreeMap<>();
    Path here = Path.of("").toRealPath();
    coverage.files().forEach((path, file) -> files.put(name(here, path), FileCoverage.of(file)));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("lcov.info"), Lcov.of(files));
    problems.addAll(threshold.missed(CoverageSums.of(files.values())));
    return new Result(CoverageTable.of(withoutCommonFolder(files)), problems);
  }

  private static String name(Path here, Path file) {
    Path shown = file.startsWith(here) ? here.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }

  private static SortedMap<String, FileCoverage> withoutCommonFolder(
      SortedMap<String, FileCoverage> files) {
    if (files.isEmpty()) return files;
    String first = files.firstKey();
    int common = first.lastIndexOf('/') + 1;
    for (String name : files.keySet())
      while (!name.startsWith(first.substring(0, common)))
        common = first.lastIndexOf('/', common - 2) + 1;
    SortedMap<String, FileCoverage> shorter = new TreeMap<>();
    for (var file : files.entrySet()) shorter.put(file.getKey().substring(common), file.getValue());
    return shorter;
  }

  @Override
  public void close() {
    coverage.close();
  }
}
