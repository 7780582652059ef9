package minihost.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import minihost.inspect.DevTools;
import minihost.jstest.MiniProgramTestEngine;
import minihost.jstest.Shard;
import minihost.jstest.SnapshotMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code minihost test}: a mini program's tests, by {@link MiniProgramTestEngine}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the *.test.js and *.spec.js of a mini program, headless.",
    footer = {"", "Exit codes: 0 all passed, 1 a test failed or there was none, 2 usage."})
final class TestCommand implements Callable<Integer> {
  private final Io io;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR|FILE",
      description = "Mini programs or test files; the current folder when none is given.")
  private List<Path> places = new ArrayList<>(List.of(Path.of("")));

  @Option(
      names = {"-t", "--tests"},
      paramLabel = "PATTERN",
      description = "Run only tests whose whole name this regular expression matches.")
  private String pattern;

  @Option(names = "--bail", description = "End a file at its first failure.")
  private boolean bail;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Try a test that fails so often again; 0 when not given.")
  private int retries;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      description = "Real time for a test or a hook, in ms; 5000 when not given.")
  private int timeout = 5_000;

  @Option(names = "--jobs", paramLabel = "N", description = "Files at a time; 1 when not given.")
  private int jobs = 1;

  @Option(
      names = "--shard",
      paramLabel = "N/M",
      description = "Run the N-th of M parts of the files, as 1/4; for several machines.")
  private String shard;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Run tests in a random order, the same for the same number.")
  private Integer seed;

  @Option(
      names = "--watch",
      description = "Wait for changes of files, and run the tests that they touch again.")
  private boolean watch;

  @Option(
      names = "--reporter",
      paramLabel = "NAME",
      description = "pretty, dot, tap or json; pretty when not given.")
  private String reporter = "pretty";

  @Option(
      names = "--junit",
      paramLabel = "FILE.xml|DIR",
      description = "Write the results as JUnit XML to this file, or into this folder.")
  private Path junit;

  @Option(
      names = {"-u", "--update-snapshots"},
      description = "Write all snapshots anew, and remove those of which no test asks.")
  private boolean update;

  @Option(
      names = "--ci",
      description = "Write no snapshots: a new one fails; so too where CI is set.")
  private boolean ci;

  @Option(
      names = Inspect.RUNS,
      paramLabel = Inspect.LABEL,
      description = "Let a debugger connect; 127.0.0.1:9229 when no port is given.")
  private String inspect;

  @Option(
      names = Inspect.WAITS,
      paramLabel = Inspect.LABEL,
      description = "The same, and the first script waits for it. No test has a time limit then.")
  private String inspectBrk;

  @Option(
      names = "--strict",
      description = "A test fails that reads a member of wx which is not provided.")
  private boolean strict;

  @Mixin private CoverageOptions coverage = new CoverageOptions();

  @Mixin private SettingsOptions overrides = new SettingsOptions();

  TestCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    check();
    if (strict) overrides.add("rules.strict=true");
    Optional<Inspect> debugger = debugger();
    if (debugger.isEmpty()) return run();
    Optional<DevTools> tools = debugger.get().open(io);
    if (tools.isEmpty()) return ExitCodes.USAGE;
    try (DevTools _ = tools.get()) {
      return run();
    }
  }

  private Optional<Inspect> debugger() {
    try {
      if (inspectBrk != null) return Optional.of(Inspect.of(Inspect.WAITS, inspectBrk));
      return Optional.ofNullable(inspect).map(value -> Inspect.of(Inspect.RUNS, value));
    } catch (IllegalArgumentException e) {
      throw misuse((inspectBrk == null ? Inspect.RUNS : Inspect.WAITS) + ": " + e.getMessage());
    }
  }

  private int run() throws IOException {
    if (watch) return new Watch(places, this::run, io).call();
    return run(file -> true, Optional.ofNullable(pattern), new HashMap<>()).orElseThrow().code();
  }

  /** Runs the files that are wanted; empty when there is none while watching. */
  private Optional<Watch.Outcome> run(
      Predicate<Path> wanted, Optional<String> named, Map<Path, Set<Path>> read) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (Path place : places) selectors.add(selector(place));
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new MiniProgramTestEngine())
                .build());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .configurationParameters(parameters())
            .configurationParameters(named.map(n -> Map.of("minihost.pattern", n)).orElse(Map.of()))
            .filters(
                (PostDiscoveryFilter)
                    test ->
                        FilterResult.includedIf(
                            Watch.file(test.getSource()).filter(wanted).isPresent()))
            .enableImplicitConfigurationParameters(false)
            .build();
    TestPlan plan = launcher.discover(request);
    if (watch && plan.getRoots().stream().allMatch(root -> plan.getChildren(root).isEmpty()))
      return Optional.empty();
    TestResults results = new TestResults(report());
    launcher.execute(
        LauncherExecutionRequestBuilder.request(plan)
            .listeners(results, new Watch.Reads(read))
            .build());
    int code = end(results) ? ExitCodes.OK : ExitCodes.FAILED;
    return Optional.of(new Watch.Outcome(code, results.failedFiles()));
  }

  private boolean end(TestResults results) {
    try {
      return results.end();
    } catch (UncheckedIOException e) {
      String why = Visible.line(e.getCause().getMessage());
      io.err().println("minihost: --junit: cannot write " + why);
      return false;
    }
  }

  private TestReport report() {
    return junit == null ? shown() : new TestReports(List.of(shown(), new JunitReport(junit)));
  }

  private TestReport shown() {
    return switch (reporter) {
      case "pretty" -> {
        TestReport pretty = new PrettyReport(io.palette(), io.out());
        yield io.terminal() ? new ProgressLine(pretty, io.palette(), io.out()) : pretty;
      }
      case "dot" -> new DotReport(io.palette(), io.out());
      case "tap" -> new TapReport(io.out());
      case "json" -> new JsonReport(io.out());
      default -> throw misuse("--reporter: \"" + reporter + "\" is none of pretty, dot, tap, json");
    };
  }

  private DiscoverySelector selector(Path place) {
    if (Files.isDirectory(place.toAbsolutePath()))
      return DiscoverySelectors.selectDirectory(place.toAbsolutePath().toFile());
    if (Files.isRegularFile(place)) return DiscoverySelectors.selectFile(place.toFile());
    throw misuse(place + ": there is no such folder or file");
  }

  private void check() {
    if (retries < 0) throw misuse("--retries: write a number from 0, not " + retries);
    if (timeout < 1) throw misuse("--timeout: write milliseconds from 1, not " + timeout);
    if (ci && update) throw misuse("--ci: nothing is updated in CI; leave out -u or --ci");
    if (coverage.problem().isPresent()) throw misuse(coverage.problem().get());
    if (jobs > 1 && debugger().isPresent())
      throw misuse("--jobs: a debugger follows one file at a time; leave --jobs out");
    if (jobs < 1) throw misuse("--jobs: write a number from 1, not " + jobs);
    try {
      if (shard != null) Shard.of(shard);
    } catch (IllegalArgumentException e) {
      throw misuse("--shard: " + e.getMessage());
    }
    try {
      if (pattern != null) Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw misuse("--tests: \"" + pattern + "\" is no regular expression: " + e.getDescription());
    }
  }

  private SnapshotMode snapshots() {
    if (update) return SnapshotMode.ALL;
    return ci ? SnapshotMode.NONE : SnapshotMode.of(io.environment());
  }

  private ParameterException misuse(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    if (watch) parameters.put("minihost.watch", "true");
    if (debugger().isPresent()) parameters.put("minihost.debug", "true");
    if (seed != null) parameters.put("minihost.seed", String.valueOf(seed));
    if (shard != null) parameters.put("minihost.shard", shard);
    parameters.put("minihost.bail", String.valueOf(bail));
    parameters.put("minihost.retries", String.valueOf(retries));
    parameters.put("minihost.timeout", String.valueOf(timeout));
    parameters.put("minihost.jobs", String.valueOf(jobs));
    parameters.put("minihost.snapshots", snapshots().word());
    parameters.putAll(coverage.parameters());
    parameters.putAll(overrides.parameters());
    UserFolders.cache(io.environment())
        .ifPresent(cache -> parameters.put("minihost.cache", cache.toString()));
    return parameters;
  }
}
