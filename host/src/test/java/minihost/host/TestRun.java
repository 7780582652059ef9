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
import minihost.journal.Event;
import minihost.lab.Lab;
import minihost.loop.Clock;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;

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
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program of the test resources in the place of the one there is. */
  TestRun program(String name) throws Exception {
    empty(folder);
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

  TestRun set(String keyAndValue) {
    sets.add(keyAndValue);
    return this;
  }

  /** By the real clock instead of the virtual one. */
  TestRun inRealTime() {
    virtual = false;
    return this;
  }

  Host start() {
    try {
      Settings settings =
          SettingsLoader.load(folder, new Overrides(Optional.empty(), sets, Map.of()));
      Clock clock = virtual ? new VirtualClock() : new SystemClock();
      Optional<Launch> home = Optional.empty();
      host =
          Host.start(
              settings,
              new Host.Options(clock, home, true, Optional.empty(), Optional.of(lab)),
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

  TestRun assertLog(String... lines) {
    assertEquals(List.of(lines), log(), () -> "errors: " + errors());
    return this;
  }

  @Override
  public void close() throws IOException {
    if (host != null) {
      host.close();
      assertEquals(List.of(), Leftovers.of(host), "left over after the run");
    }
    lab.close();
    empty(folder);
    Files.delete(folder);
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.filter(path -> !path.equals(folder)).toList();
      for (Path path : inside.reversed()) Files.delete(path);
    }
  }
}
