package minihost.jstest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import minihost.config.ConfigProblems;
import minihost.config.Overrides;
import minihost.config.Settings;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs the {@code *.test.js} of mini programs on the JUnit Platform: select a program's folder, or
 * a test file in one. Settings are configuration parameters, see {@link Parameters}.
 */
public final class MiniProgramTestEngine implements TestEngine {
  public static final String ID = "minihost";

  /** Begins to make ready what the first test needs, on a thread of its own; any thread. */
  public static void warmUp() {
    FileRun.warmUp();
  }

  /** The key of the report entry that holds the table of coverage. */
  public static final String COVERAGE = "minihost.coverage";

  /** The keys of a file's report entry about snapshots begin with this. */
  public static final String SNAPSHOTS = "minihost.snapshots.";

  /** The entry by which a watched run tells which program files a test file ran, a line each. */
  public static final String READ = "minihost.read";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    Set<Path> files = new LinkedHashSet<>();
    for (DirectorySelector selector : request.getSelectorsByType(DirectorySelector.class))
      files.addAll(under(selector.getPath()));
    for (FileSelector selector : request.getSelectorsByType(FileSelector.class))
      if (TestFiles.isTest(selector.getPath())) files.add(selector.getPath());
    EngineDescriptor engine = new EngineDescriptor(id, "minihost");
    Shard shard =
        request.getConfigurationParameters().get("minihost.shard", Shard::of).orElse(Shard.WHOLE);
    Path here = Path.of("").toAbsolutePath();
    for (Path file : shard.of(List.copyOf(files))) {
      Path whole = file.toAbsolutePath().normalize();
      String name = whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
      engine.addChild(new TestDescriptors.OfFile(id, whole, name.replace('\\', '/')));
    }
    return engine;
  }

  private static List<Path> under(Path folder) {
    try {
      return TestFiles.under(folder);
    } catch (IOException e) {
      throw new JUnitException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void execute(ExecutionRequest request) {
    Parameters parameters = new Parameters(request.getConfigurationParameters());
    TestDescriptor engine = request.getRootTestDescriptor();
    EngineExecutionListener listener = request.getEngineExecutionListener();
    listener.executionStarted(engine);
    Programs programs = new Programs(parameters.overrides());
    TestExecutionResult result = TestExecutionResult.successful();
    try (CoverageRun coverage = parameters.coverage()) {
      runAll(engine, programs, parameters, parameters.options(coverage), listener);
      if (coverage != null) result = told(coverage, programs, parameters, engine, listener);
    }
    listener.executionFinished(engine, result);
  }

  private static TestExecutionResult told(
      CoverageRun coverage,
      Programs programs,
      Parameters parameters,
      TestDescriptor engine,
      EngineExecutionListener listener) {
    try {
      CoverageRun.Result result = coverage.finish(programs.known(), parameters.cache());
      listener.reportingEntryPublished(engine, ReportEntry.from(COVERAGE, result.table()));
      return result.problems().isEmpty()
          ? TestExecutionResult.successful()
          : TestExecutionResult.failed(new JUnitException(String.join("\n", result.problems())));
    } catch (IOException e) {
      return TestExecutionResult.failed(
          new JUnitException("coverage: lcov.info cannot be written: " + e.getMessage(), e));
    }
  }

  private static void runAll(
      TestDescriptor engine,
      Programs programs,
      Parameters parameters,
      TestOptions options,
      EngineExecutionListener listener) {
    try (ExecutorService workers = Executors.newFixedThreadPool(parameters.jobs())) {
      for (TestDescriptor child : List.copyOf(engine.getChildren()))
        workers.submit(
            () ->
                execute(
                    (TestDescriptors.OfFile) child,
                    programs,
                    options,
                    parameters.watched(),
                    listener));
    }
  }

  private static void execute(
      TestDescriptors.OfFile file,
      Programs programs,
      TestOptions options,
      boolean watched,
      EngineExecutionListener listener) {
    listener.executionStarted(file);
    PlatformReport report = new PlatformReport(file, listener);
    Optional<Throwable> trouble;
    try {
      Settings settings = programs.of(file.file());
      String id =
          settings.programRoot().toRealPath().relativize(file.file().toRealPath()).toString();
      FileRun run = new FileRun(settings, id.replace('\\', '/'), options, report);
      trouble = run.run().map(failure -> JsTestFailure.of(List.of(failure), List.of()));
      if (watched)
        listener.reportingEntryPublished(file, ReportEntry.from(READ, lines(run.read())));
    } catch (ConfigProblems e) {
      trouble = Optional.of(new JUnitException(e.problems().getFirst().text(), e));
    } catch (IOException | RuntimeException e) {
      trouble = Optional.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      trouble = Optional.of(e);
    }
    Optional<Throwable> after = report.close();
    trouble = trouble.or(() -> after);
    listener.executionFinished(
        file, trouble.map(TestExecutionResult::failed).orElseGet(TestExecutionResult::successful));
  }

  private static String lines(Set<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining("\n", "\n", ""));
  }

  /**
   * What a request may set: {@code minihost.pattern}, {@code minihost.bail}, {@code
   * minihost.retries}, {@code minihost.timeout} (ms), {@code minihost.debug}, {@code
   * minihost.watch}, {@code minihost.seed}, {@code minihost.jobs}, {@code minihost.shard}, {@code
   * minihost.set} (lines of KEY=VALUE), {@code minihost.config} (a file), {@code minihost.cache} (a
   * folder), {@code minihost.coverage}, {@code minihost.coverage.dir}, {@code
   * minihost.coverage.threshold}, {@code minihost.snapshots} (new, all or none).
   */
  private record Parameters(ConfigurationParameters given) {
    private int number(String key, int fallback) {
      return given.get(key, Integer::valueOf).orElse(fallback);
    }

    int jobs() {
      return Math.max(1, number("minihost.jobs", 1));
    }

    /** Null for none. */
    CoverageRun coverage() {
      if (!given.getBoolean("minihost.coverage").orElse(false)) return null;
      return new CoverageRun(
          given.get("minihost.coverage.dir", Path::of).orElse(Path.of("coverage")),
          given
              .get("minihost.coverage.threshold", CoverageThreshold::of)
              .orElse(CoverageThreshold.NONE));
    }

    Optional<Path> cache() {
      return given.get("minihost.cache", Path::of);
    }

    boolean watched() {
      return given.getBoolean("minihost.watch").orElse(false);
    }

    TestOptions options(CoverageRun coverage) {
      return new TestOptions(
          given.get("minihost.pattern"),
          given.getBoolean("minihost.bail").orElse(false),
          number("minihost.retries", 0),
          number("minihost.timeout", (int) TestOptions.TIMEOUT_MS),
          given.getBoolean("minihost.debug").orElse(false),
          given
              .get("minihost.seed", Integer::valueOf)
              .map(OptionalInt::of)
              .orElse(OptionalInt.empty()),
          cache(),
          given
              .get("minihost.snapshots", s -> SnapshotMode.valueOf(s.toUpperCase(Locale.ROOT)))
              .orElseGet(() -> SnapshotMode.of(System.getenv())),
          Optional.ofNullable(coverage).map(CoverageRun::coverage));
    }

    Overrides overrides() {
      List<String> sets = given.get("minihost.set").map(s -> s.lines().toList()).orElse(List.of());
      return new Overrides(given.get("minihost.config", Path::of), sets, System.getenv());
    }
  }
}
