package minihost.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import minihost.app.Launch;
import minihost.app.Navigation;
import minihost.config.Overrides;
import minihost.config.SettingsLoader;
import minihost.host.Host;
import minihost.host.HostOptions;
import minihost.host.Leftovers;
import minihost.journal.Event;
import minihost.lab.Lab;
import minihost.lab.LabOrigin;
import minihost.lab.LabRequest;
import minihost.loop.Clock;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;
import org.junit.jupiter.api.Assumptions;

/**
 * A public mini program in a folder outside this project, run unmodified: its backend is a plain
 * HTTP server that {@code hosts} leads to. Closing it checks that nothing is left and that the
 * folder is as it was.
 */
final class CorpusProgram implements AutoCloseable {
  private static final String PROPERTY = "minihost.corpus";
  private static final int PATIENCE_S = 60;

  private final Path folder;
  private final List<String> before;
  private final List<String> sets = new ArrayList<>();
  private final Semaphore happened = new Semaphore(0);
  private final BlockingQueue<Event.CallEnded> ended = new LinkedBlockingQueue<>();
  final Lab lab;
  final LabOrigin backend;
  private Clock clock = new VirtualClock();
  private boolean cutShort;
  private Optional<Launch> entered = Optional.empty();
  private Host host;

  /**
   * @param name the folder's name, or its path, inside the one that {@code -Dminihost.corpus}
   *     names; without that the test is aborted
   */
  CorpusProgram(String name) throws IOException {
    folder = Path.of(corpus(name), name);
    assertTrue(Files.isDirectory(folder), () -> "no folder " + folder);
    before = snapshot();
    lab = Lab.start();
    backend = lab.plainHttp("127.0.0.1", 0);
  }

  private static String corpus(String name) {
    String corpus = System.getProperty(PROPERTY, "");
    String how =
        name + " is not run: clone it into a folder DIR and give -D" + PROPERTY + "=DIR to mvn";
    if (corpus.isEmpty()) System.out.println("corpus: " + how);
    Assumptions.assumeFalse(corpus.isEmpty(), how);
    return corpus;
  }

  Path folder() {
    return folder;
  }

  /** Whether there is a file or folder of this path in the program's folder. */
  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  CorpusProgram set(String keyAndValue) {
    sets.add(keyAndValue);
    return this;
  }

  /** For programs that wait for others than the backend, or that keep a socket open. */
  CorpusProgram inRealTime() {
    clock = new SystemClock();
    return this;
  }

  /** The program ends with calls in flight, which are the only thing it may leave. */
  CorpusProgram cutShort() {
    cutShort = true;
    return this;
  }

  /** Enters the program at a page that is not its home. */
  CorpusProgram at(String path, String query) {
    entered = Optional.of(Launch.of(path, query, Launch.MAIN_ENTRY));
    return this;
  }

  CorpusProgram launch() throws Exception {
    var settings = SettingsLoader.load(folder, new Overrides(Optional.empty(), sets, Map.of()));
    HostOptions options =
        new HostOptions(
            clock,
            entered,
            true,
            Optional.empty(),
            Optional.of(lab),
            Optional.empty(),
            Optional.empty());
    host = Host.start(settings, options, this::note);
    assertTrue(host.launched().get(PATIENCE_S, TimeUnit.SECONDS), () -> "errors: " + errors());
    return this;
  }

  private void note(Event event) {
    if (event instanceof Event.CallEnded end && end.api().equals("request")) ended.add(end);
    happened.release();
  }

  /** Waits until the journal is as it shall be, and the turn that made it so is over. */
  CorpusProgram await(String what, BooleanSupplier holds) throws Exception {
    while (!holds.getAsBoolean()) {
      boolean more = happened.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
      assertTrue(more, () -> "no " + what + "; log " + log() + ", errors " + errors());
      happened.drainPermits();
    }
    eval("0");
    return this;
  }

  CorpusProgram awaitLog(String line) throws Exception {
    return await("line " + line, () -> log().contains(line));
  }

  CorpusProgram awaitLogPart(String part) throws Exception {
    return await("line with " + part, () -> log().stream().anyMatch(line -> line.contains(part)));
  }

  /** What the program has written to its console. */
  List<String> log() {
    return events(Event.Console.class).stream().map(Event.Console::text).toList();
  }

  <E extends Event> List<E> events(Class<E> kind) {
    return host.journal().events(kind);
  }

  Host host() {
    return host;
  }

  /** Waits until so many more requests have reached their callbacks. */
  CorpusProgram awaitEnds(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      var end = ended.poll(PATIENCE_S, TimeUnit.SECONDS);
      assertNotNull(end, () -> "no request ended; the backend got " + lines());
      assertTrue(end.ok(), () -> "failed: " + end);
    }
    return this;
  }

  CorpusProgram settle() throws InterruptedException {
    assertTrue(
        host.awaitIdle(Duration.ofSeconds(PATIENCE_S)),
        () -> "open: " + host.status().waitingFor());
    return this;
  }

  /** What a line of code gives, as the REPL shows it. */
  String eval(String code) throws Exception {
    return host.eval(code).get(PATIENCE_S, TimeUnit.SECONDS);
  }

  /** Waits until a line of code gives this, as the REPL shows it. */
  CorpusProgram await(String shown, String code) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    String now = eval(code);
    while (!now.equals(shown) && System.nanoTime() < giveUp) {
      Thread.sleep(10); // turns without a pause would keep virtual time from going on
      now = eval(code);
    }
    String last = now;
    assertEquals(shown, last, () -> code + "; errors: " + errors() + "; log: " + log());
    return this;
  }

  /** Opens a page over the others. */
  CorpusProgram open(String page) throws Exception {
    host.navigate(new Navigation.NavigateTo("/" + page));
    return this;
  }

  /** Calls a method of the current page. */
  CorpusProgram call(String method, Object... args) throws Exception {
    host.callPage(method, List.of(args)).get(PATIENCE_S, TimeUnit.SECONDS);
    return this;
  }

  /** What an event of a component carries. */
  static Map<String, Object> event(Object value) {
    return Map.of("detail", Map.of("value", value));
  }

  /** The titles of what the program has shown by this function, such as showToast. */
  List<Object> titles(String api) {
    return calls(api).stream().map(options -> options.get("title")).toList();
  }

  /** Waits until a function of {@code wx} has been called so often. */
  CorpusProgram awaitCalls(String api, int count) throws Exception {
    return await(count + " calls of " + api, () -> calls(api).size() >= count);
  }

  /** The options that a function of {@code wx} has been called with, in order. */
  List<Map<String, Object>> calls(String api) {
    return events(Event.CallStarted.class).stream()
        .filter(call -> call.api().equals(api))
        .map(Event.CallStarted::options)
        .toList();
  }

  /** {@code GET /path?query} of what the backend has received since the last call, and the rest. */
  List<LabRequest> takeRequests() {
    List<LabRequest> received = backend.requests();
    lab.reset();
    return received;
  }

  private List<String> lines() {
    return lines(backend.requests());
  }

  static List<String> lines(List<LabRequest> requests) {
    return requests.stream().map(r -> r.method() + " " + r.url()).toList();
  }

  List<String> errors() {
    return events(Event.ScriptError.class).stream().map(e -> e.kind() + " " + e.message()).toList();
  }

  void assertNoErrors() {
    assertEquals(List.of(), errors());
  }

  private List<String> snapshot() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path path : all.sorted().toList())
        lines.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
      return lines;
    }
  }

  @Override
  public void close() throws IOException {
    if (host != null) {
      host.close();
      assertEquals(
          List.of(),
          cutShort ? Leftovers.onTheMachine(host) : Leftovers.of(host),
          "left over after the run");
    }
    lab.close();
    assertEquals(before, snapshot(), "the folder was written to");
  }
}
