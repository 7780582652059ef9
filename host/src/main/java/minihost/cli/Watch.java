package minihost.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import minihost.jstest.MiniProgramTestEngine;
import minihost.jstest.TestFiles;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * {@code minihost test --watch}: runs all tests, then again those that a change of files touches,
 * or that keys ask for, until {@code q}.
 */
final class Watch {
  /** A run: its exit code, and the names of files with a failure. */
  record Outcome(int code, Set<String> failed) {}

  /** Runs the test files that are wanted; empty when there is none. */
  interface Runner {
    /**
     * @param named a regular expression for names of tests
     * @param read where to note which program files each test file ran
     */
    Optional<Outcome> run(Predicate<Path> wanted, Optional<String> named, Map<Path, Set<Path>> read)
        throws IOException;
  }

  /** What is waited for: files that changed, or a key with what was typed after it. */
  sealed interface Wish {
    record Changed(Set<Path> files) implements Wish {}

    record Key(char key, String typed) implements Wish {}
  }

  /** Notes which program files each test file ran. */
  record Reads(Map<Path, Set<Path>> read) implements TestExecutionListener {
    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      String lines = entry.getKeyValuePairs().get(MiniProgramTestEngine.READ);
      if (lines == null || lines.isBlank()) return;
      Set<Path> files = new HashSet<>();
      lines.lines().filter(line -> !line.isEmpty()).forEach(line -> files.add(Path.of(line)));
      file(test.getSource()).ifPresent(file -> read.put(file, files));
    }
  }

  private static final String KEYS = "Enter again · a all · f failed · p files · t tests · q quit";

  private final List<Path> places;
  private final Runner runner;
  private final Io io;
  private final Palette palette;
  private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
  private final Map<Path, Set<Path>> read = Collections.synchronizedMap(new HashMap<>());
  private Set<String> failed = Set.of();
  private Optional<Pattern> files = Optional.empty();
  private Optional<String> tests = Optional.empty();
  private Predicate<Path> last = file -> true;
  private int code;

  Watch(List<Path> places, Runner runner, Io io) {
    this.places = places;
    this.runner = runner;
    this.io = io;
    palette = io.palette();
  }

  static Optional<Path> file(Optional<TestSource> source) {
    return source
        .filter(FileSource.class::isInstance)
        .map(s -> ((FileSource) s).getFile().toPath());
  }

  /** Until {@code q}, or the end of a pipe; the exit code of the last run. */
  int call() throws IOException {
    try (FolderWatch _ = new FolderWatch(places, set -> wishes.add(new Wish.Changed(set)));
        WatchKeys _ = WatchKeys.of(io, wishes::add)) {
      run("all files", file -> true);
      while (true) {
        switch (wishes.take()) {
          case Wish.Changed(Set<Path> changed) -> changed(changed);
          case Wish.Key key when key.key() == 'q' -> {
            return code;
          }
          case Wish.Key key -> key(key.key(), key.typed());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCodes.INTERRUPTED;
    }
  }

  private void changed(Set<Path> changed) throws IOException {
    Set<Path> known = new HashSet<>();
    read.values().forEach(known::addAll);
    // Whoever reads settings, pages or routes is not known: all do.
    boolean all = changed.stream().anyMatch(f -> !known.contains(f) && !TestFiles.isTest(f));
    Predicate<Path> touched =
        test -> all || !read.containsKey(test) || !Collections.disjoint(read.get(test), changed);
    String first = changed.stream().sorted().findFirst().orElseThrow().getFileName().toString();
    int more = changed.size() - 1;
    run(first + (more > 0 ? " and " + more + " more" : "") + " changed", touched);
  }

  private void key(char key, String typed) throws IOException {
    switch (key) {
      case '\n' -> run("again", last);
      case 'a' -> {
        files = Optional.empty();
        tests = Optional.empty();
        run("all files", file -> true);
      }
      case 'f' -> {
        Set<String> names = failed;
        run("what failed", file -> names.stream().anyMatch(n -> same(n, file)));
      }
      case 'p', 't' -> filter(key, typed);
      default -> io.out().println(KEYS);
    }
  }

  private void filter(char key, String typed) throws IOException {
    try {
      Optional<Pattern> pattern =
          Optional.of(typed).filter(t -> !t.isBlank()).map(Pattern::compile);
      if (key == 'p') files = pattern;
      else tests = pattern.map(Pattern::pattern);
      run(typed.isBlank() ? "no filter" : (key == 'p' ? "files: " : "tests: ") + typed, f -> true);
    } catch (PatternSyntaxException e) {
      io.out().println("\"" + typed + "\" is no regular expression: " + e.getDescription());
    }
  }

  private static boolean same(String name, Path file) {
    return Path.of(name).toAbsolutePath().equals(file.toAbsolutePath());
  }

  private void run(String why, Predicate<Path> wanted) throws IOException {
    if (io.terminal()) io.out().print("\u001b[2J\u001b[3J\u001b[H");
    io.out().println(palette.dim("— " + Visible.line(why)));
    Predicate<Path> filtered =
        file -> wanted.test(file) && files.map(p -> p.matcher(file.toString()).find()).orElse(true);
    last = wanted;
    Optional<Outcome> outcome = runner.run(filtered, tests, read);
    if (outcome.isPresent()) {
      code = outcome.get().code();
      failed = outcome.get().failed();
    } else io.out().println("no test file is touched");
    io.out().println();
    io.out().println(palette.dim(KEYS));
    io.out().flush();
  }
}
