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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
  private static final int PATIENCE_S = 30;

  private final Path folder;
  private final List<String> before;
  private final List<String> sets = new ArrayList<>();
  private final BlockingQueue<Event.CallEnded> ended = new LinkedBlockingQueue<>();
  final Lab lab;
  final LabOrigin backend;
  private Clock clock = new VirtualClock();
  private Host host;

  /**
   * @param name the folder inside the one that {@code -Dminihost.corpus} names; without that the
   *     test is aborted
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

  CorpusProgram set(String keyAndValue) {
    sets.add(keyAndValue);
    return this;
  }

  /** By the real clock, for what other devices do in their own time. */
  CorpusProgram inRealTime() {
    clock = new SystemClock();
    return this;
  }

  CorpusProgram launch() throws Exception {
    var settings = SettingsLoader.load(folder, new Overrides(Optional.empty(), sets, Map.of()));
    HostOptions options =
        new HostOptions(
            clock,
            Optional.empty(),
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

  CorpusProgram awaitLog(String line) throws Exception {
    return awaitTrue(line, () -> log().contains(line));
  }

  CorpusProgram awaitLogPart(String part) throws Exception {
    return awaitTrue(part, () -> log().stream().anyMatch(line -> line.contains(part)));
  }

  /** Waits until a function of {@code wx} has been called so often. */
  CorpusProgram awaitCalls(String api, int count) throws Exception {
    return awaitTrue(api, () -> calls(api).size() >= count);
  }

  private CorpusProgram awaitTrue(String what, BooleanSupplier isTrue) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!isTrue.getAsBoolean() && System.nanoTime() < giveUp) Thread.sleep(10);
    assertTrue(isTrue.getAsBoolean(), () -> "no " + what + "; log: " + log() + errors());
    return this;
  }

  /** The options that a function of {@code wx} has been called with, in order. */
  List<Map<String, Object>> calls(String api) {
    return host.journal().events(Event.CallStarted.class).stream()
        .filter(call -> call.api().equals(api))
        .map(Event.CallStarted::options)
        .toList();
  }

  /** What the program wrote to its console, without levels. */
  List<String> log() {
    return host.journal().events(Event.Console.class).stream().map(Event.Console::text).toList();
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
    return host.journal().events(Event.ScriptError.class).stream()
        .map(e -> e.kind() + " " + e.message())
        .toList();
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
      assertEquals(List.of(), Leftovers.of(host), "left over after the run");
    }
    lab.close();
    assertEquals(before, snapshot(), "the folder was written to");
  }
}
