package minihost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code minihost merge-reports}: what the shards of a suite wrote, as one. */
@Command(
    name = "merge-reports",
    mixinStandardHelpOptions = true,
    description = "Puts the JUnit XML of several machines into one file and sums it up.",
    footer = {"", "Exit codes: 0 all passed, 1 a test failed or there was none, 2 usage."})
final class MergeReportsCommand implements Callable<Integer> {
  private final Io io;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "What --junit wrote; of a folder every .xml in it and below.")
  private List<Path> places;

  @Option(
      names = "--junit",
      paramLabel = "FILE.xml|DIR",
      description = "Where the whole goes; when not given it is only summed up.")
  private Path target;

  MergeReportsCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    JunitFiles all = new JunitFiles();
    for (Path place : places) for (Path file : files(place)) add(all, file);
    if (target != null) all.write(JunitReport.file(target));
    for (String failed : all.failed())
      io.out().println(io.palette().red("✗ " + Visible.line(failed)));
    io.out().println(all.summary());
    return all.passed() ? ExitCodes.OK : ExitCodes.FAILED;
  }

  private void add(JunitFiles all, Path file) {
    try {
      all.add(file);
    } catch (IOException e) {
      throw misuse(file + ": " + e.getMessage());
    }
  }

  private List<Path> files(Path place) throws IOException {
    if (Files.isRegularFile(place)) return List.of(place);
    if (!Files.isDirectory(place)) throw misuse(place + ": there is no such folder or file");
    Path whole = target == null ? null : JunitReport.file(target).toAbsolutePath().normalize();
    try (Stream<Path> below = Files.walk(place)) {
      List<Path> found =
          below
              .filter(f -> f.toString().endsWith(".xml") && Files.isRegularFile(f))
              .filter(f -> !f.toAbsolutePath().normalize().equals(whole)) // of the last merge
              .sorted()
              .toList();
      if (found.isEmpty()) throw misuse(place + ": there is no .xml in it; did every shard run?");
      return new ArrayList<>(found);
    }
  }

  private ParameterException misuse(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
