package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import minihost.app.Launch;
import minihost.config.ConfigProblems;
import minihost.config.Overrides;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.files.ProgramData;
import minihost.journal.Event;
import minihost.lab.Lab;
import minihost.loop.Clock;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;
import minihost.reason.Reason;

/**
 * A mini program of one page in a folder of its own, with a lab that plays {@code
 * https://api.example.com}, run by a real {@link Host}. Closing it checks that nothing is left.
 */
final class TestRun implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Path folder;
  final Lab lab;
  private final List<String> sets = new ArrayList<>();
  private boolean virtual = true;
  private boolean ownLab;
  private Optional<ProgramData> data = Optional.empty();
  private List<Path> written = List.of();
  private Host host;

  TestRun() throws IOException {
    folder = Files.createTempDirectory("minihost-test");
    lab = Lab.start("https://api.example.com");
    file("app.json", "{\"pages\":[\"pages/index/index\"]}");
    file("app.js", "App({})");
    file("pages/index/index.js", "Page({})");
    file(
        "project.config.json",
        "{\"appid\":\"wx0123456789abcdef\",\"setting\":{\"urlCheck\":true}}");
    file("minihost.json", "{\"domains\":{\"requestdomain\":[\"https://api.example.com\"]}}");
  }

  Path folder() {
    return folder;
  }

  TestRun file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      if (!written.isEmpty()) written = files();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program of the test resources in the place of the one there is. */
  TestRun program(String name) throws Exception {
    for (Path path : files().reversed()) if (!path.equals(folder)) Files.delete(path);
    Path from = Path.of(TestRun.class.getResource("/programs/" + name).toURI());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList())
        file(from.relativize(path).toString(), Files.readString(path));
    }
    return this;
  }

  /** The body of the page's onLoad. */
  TestRun onLoad(String code) {
    return file("pages/index/index.js", "Page({ onLoad() {\n" + code + "\n} })");
  }

  TestRun without(String name) throws IOException {
    Files.delete(folder.resolve(name));
    return this;
  }

  TestRun set(String keyAndValue) {
    sets.add(keyAndValue);
    return this;
  }

  /** By the real clock instead of the virtual one. */
  TestRun inRealTime() {
    virtual = false;
    return this;
  }

  /** With the lab that its settings declare instead of the test's. */
  TestRun withItsOwnLab() {
    ownLab = true;
    return this;
  }

  Overrides overrides() {
    return new Overrides(Optional.empty(), sets, Map.of());
  }

  /** With what an earlier run has left; it stays the caller's. */
  TestRun with(ProgramData data) {
    this.data = Optional.of(data);
    return this;
  }

  Host start() {
    try {
      written = files();
      Settings settings = SettingsLoader.load(folder, overrides());
      Clock clock = virtual ? new VirtualClock() : new SystemClock();
      Optional<Launch> home = Optional.empty();
      host =
          Host.start(
              settings,
              new HostOptions(
                  clock,
                  home,
                  true,
                  Optional.empty(),
                  ownLab ? Optional.empty() : Optional.of(lab),
                  Optional.empty(),
                  data),
              event -> {});
      assertTrue(host.launched().get(30, TimeUnit.SECONDS), () -> "not launched: " + log());
      return host;
    } catch (ConfigProblems | IOException e) {
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Starts, and waits until nothing is pending. */
  TestRun run() throws InterruptedException {
    start();
    return settle();
  }

  TestRun settle() throws InterruptedException {
    assertTrue(host.awaitIdle(LONG), () -> "still waiting for " + host.status().waitingFor());
    return this;
  }

  /** Runs code as from the REPL, and waits until nothing is pending. */
  TestRun eval(String code) throws Exception {
    host.eval(code).get(30, TimeUnit.SECONDS);
    return settle();
  }

  /**
   * Calls wx.request with these options and waits until nothing is pending. How it ended, in a
   * line: {@code ok 200 data} or {@code errMsg errno}.
   */
  String request(String options) throws Exception {
    begin("", options).settle();
    return log().isEmpty() ? "" : log().getLast();
  }

  /** Calls wx.request and does not wait; the call's name goes before the line of its end. */
  TestRun begin(String name, String options) throws Exception {
    String label = name.isEmpty() ? "" : name + ": ";
    return script(
        """
        globalThis.task = wx.request({
          success: r => console.log('%1$sok ' + r.statusCode, r.data),
          fail: r => console.log('%1$s' + r.errMsg, r.errno ?? 'no errno'),
          %2$s
        }); undefined
        """
            .formatted(label, options));
  }

  /** Runs code as from the REPL, and does not wait for what it began. */
  TestRun script(String code) throws Exception {
    host.eval(code).get(30, TimeUnit.SECONDS);
    return this;
  }

  /** Moves the clock, and returns when the timers on the way have fired. */
  TestRun advance(long millis) throws Exception {
    host.advance(Duration.ofMillis(millis));
    return script("").script(""); // the first may come before the last timer's callbacks
  }

  /** Waits until this many lines have been logged. */
  TestRun awaitLog(int lines) throws Exception {
    long giveUp = System.nanoTime() + LONG.toNanos();
    while (log().size() < lines) {
      assertTrue(System.nanoTime() < giveUp, () -> "only " + log() + errors() + decisions());
      Thread.sleep(2); // a turn would keep virtual time from going on while a socket is open
    }
    return script(""); // the turn that logged is over
  }

  /** Every event of one kind so far. */
  <E extends Event> List<E> events(Class<E> kind) {
    return host.journal().events(kind);
  }

  Host host() {
    return host;
  }

  /** What the program wrote to its console, without levels. */
  List<String> log() {
    return host.journal().events(Event.Console.class).stream().map(Event.Console::text).toList();
  }

  List<String> errors() {
    return host.journal().events(Event.ScriptError.class).stream()
        .map(e -> e.message() + (e.stack().isEmpty() ? "" : "\n" + e.stack()))
        .toList();
  }

  /** Rules that decided, in order. */
  List<String> decisions() {
    return host.journal().events(Event.Decided.class).stream()
        .map(d -> (d.decision().allowed() ? "allowed " : "refused ") + d.decision().reason().code())
        .toList();
  }

  /** Why the last refusal was one. */
  Reason refusal() {
    return host.journal().events(Event.Decided.class).getLast().decision().reason();
  }

  TestRun assertLog(String... lines) {
    assertEquals(List.of(lines), log(), () -> "errors: " + errors());
    return this;
  }

  /** Ends the run in the middle of its calls, which are the only thing it may leave. */
  void closeWithCallsInFlight() {
    host.close();
    assertEquals(List.of(), Leftovers.onTheMachine(host), "left over after the run");
    host = null;
  }

  @Override
  public void close() throws IOException {
    if (host != null) {
      host.close();
      assertEquals(List.of(), Leftovers.of(host), "left over after the run");
    }
    lab.close();
    if (!written.isEmpty()) assertEquals(written, files(), "files after the run");
    empty(folder);
    Files.delete(folder);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.filter(path -> !path.equals(folder)).toList();
      for (Path path : inside.reversed()) Files.delete(path);
    }
  }
}
