package minihost.jstest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import minihost.config.ConfigProblems;
import minihost.config.Settings;
import minihost.host.Host;
import minihost.host.HostOptions;
import minihost.host.Inside;
import minihost.js.HostFunction;
import minihost.js.JsError;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.lab.GuestRoutes;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;

/**
 * One test file, with a program, a storage and a JavaScript world of its own. Time is virtual: it
 * moves when the test says so, and by itself when program and test wait for nothing but time.
 */
final class FileRun {
  private static final String EXPECT = "expect.js";
  private static final String SUITE = "suite.js";
  private static final long PEEK_MS = 50;
  private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int ROOT = 0; // the suite that is the file
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** The turn of an author's function that runs now, and when it has had its real time. */
  private record Turn(int number, long limitMs, long deadlineNanos) {}

  private final Settings settings;
  private final String file;
  private final TestOptions options;
  private final FileListener listener;
  private final SystemClock real = new SystemClock();
  private final Scene scene = new Scene();
  private final CompletableFuture<Optional<Failure>> done = new CompletableFuture<>();
  private volatile Turn turn;
  private volatile JsObject suite;
  private final VirtualClock clock = new VirtualClock();
  private Inside inside; // JS thread, as the next
  private Scopes scopes;
  private int turns;
  private volatile Set<Path> read = Set.of();

  /**
   * @param file path from the folder that holds app.json
   */
  FileRun(Settings settings, String file, TestOptions options, FileListener listener) {
    this.settings = settings;
    this.file = file;
    this.options = options;
    this.listener = listener;
  }

  /** Begins to make ready what every run needs, on a thread of its own. */
  static void warmUp() {
    JsRuntime.warmUp(FileRun.class, EXPECT, SUITE);
  }

  /**
   * Runs it and waits for its end.
   *
   * @return why it could not be run, if it could not
   * @throws ConfigProblems what is wrong with the lab's routes
   */
  Optional<Failure> run() throws ConfigProblems, IOException, InterruptedException {
    HostOptions how =
        new HostOptions(
            clock,
            Optional.empty(),
            true,
            options.cache(),
            Optional.empty(),
            options.coverage(),
            Optional.empty());
    try (Host host = Host.start(settings, how, scene::add)) {
      if (!launched(host)) return Optional.of(scene.notLaunched());
      Host.warmUp(); // for the next file, on another core if there is one
      GuestRoutes[] routes = new GuestRoutes[1];
      host.inside(world -> routes[0] = begin(world));
      try {
        Optional<Failure> failure = await(host);
        if (failure.isEmpty()) leftOpen(host).ifPresent(left -> listener.broken(ROOT, left));
        return failure;
      } finally {
        read = inside.programFiles();
        if (routes[0] != null) routes[0].close();
      }
    }
  }

  /** The program files that it ran, itself among them, by real path; empty if it did not begin. */
  Set<Path> read() {
    return read;
  }

  private static boolean launched(Host host) throws InterruptedException {
    try {
      return host.launched().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private GuestRoutes begin(Inside world) {
    inside = world;
    world.js().install(FileRun.class, EXPECT, Map.of());
    GuestRoutes.install(world.js());
    SnapshotFile snapshots =
        new SnapshotFile(settings.programRoot().resolve(file), options.snapshots());
    world.js().install(FileRun.class, "snapshots.js", snapshots.functions());
    suite = world.js().install(FileRun.class, SUITE, functions());
    GuestRoutes routes = world.lab().map(lab -> new GuestRoutes(lab, world.loop())).orElse(null);
    scopes = TestHost.install(world, scene, clock, Optional.ofNullable(routes));
    world.js().turn(this::load);
    if (!done.isDone()) world.js().turn(() -> suite.call("run", options.plain()));
    return routes;
  }

  private void load() {
    try {
      inside.run(file);
      listener.declared(Declared.of((Map<?, ?>) suite.call("tree")));
    } catch (JsException e) {
      JsError error = e.error();
      String stack = error.stack().isEmpty() ? "at " + error.where() : error.stack();
      String excerpt = SourceExcerpt.of(settings.programRoot(), stack);
      done.complete(Optional.of(new Failure(error.message(), error.stack(), excerpt)));
    }
  }

  private Map<String, HostFunction> functions() {
    Map<String, HostFunction> functions = new HashMap<>();
    functions.put("turn", args -> turn(args[0]));
    functions.put("started", args -> started(id(args[0])));
    functions.put("ended", args -> ended(id(args[0]), (String) args[1], (List<?>) args[2]));
    functions.put("enter", args -> HostFunction.done(scopes::enter));
    functions.put("leave", args -> HostFunction.done(scopes::leave));
    functions.put("verdict", args -> scene.verdict());
    functions.put(
        "broken",
        args -> {
          listener.broken(id(args[0]), failure(args[1]));
          return null;
        });
    functions.put("snapshots", args -> snapshots((Map<?, ?>) args[0]));
    functions.put("done", args -> done.complete(Optional.empty()));
    functions.put(
        "crashed",
        args -> done.complete(Optional.of(new Failure((String) args[0], (String) args[1]))));
    return functions;
  }

  private Object snapshots(Map<?, ?> counts) {
    Map<String, Integer> all = new TreeMap<>();
    counts.forEach((what, count) -> all.put((String) what, id(count)));
    listener.snapshots(all);
    return null;
  }

  private Failure failure(Object plain) {
    return Failure.of((Map<?, ?>) plain).in(settings.programRoot());
  }

  private static int id(Object number) {
    return ((Number) number).intValue();
  }

  private Object turn(Object limit) {
    long ms = limit == null ? options.timeoutMs() : ((Number) limit).longValue();
    int number = ++turns;
    turn = new Turn(number, ms, real.nanos() + TimeUnit.MILLISECONDS.toNanos(ms));
    inside.loop().post(() -> inside.js().turn(() -> suite.call("go")));
    return (double) number;
  }

  private Object started(int test) {
    scene.begin();
    listener.started(test);
    return null;
  }

  private Object ended(int test, String how, List<?> failures) {
    if (how.equals("skipped") || how.equals("todo")) {
      listener.skipped(test, how);
      return null;
    }
    List<Failure> all = new ArrayList<>();
    String printed = scene.printed();
    if (!printed.isEmpty()) listener.printed(test, printed);
    for (Object failure : failures) all.add(failure(failure));
    listener.ended(test, all, scene.events());
    return null;
  }

  private Optional<Failure> await(Host host) throws InterruptedException {
    while (true) {
      try {
        return done.get(PEEK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Turn now = turn;
        if (now != null && !options.debugged() && real.nanos() > now.deadlineNanos)
          expire(host, now);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Sockets that a test has opened, and that have not closed a little later either. */
  private Optional<Failure> leftOpen(Host host) throws InterruptedException {
    long until = real.nanos() + CLOSING_NANOS;
    List<String> open = scene.leftOpen(host.status().waitingFor());
    while (!open.isEmpty() && real.nanos() < until && !host.await(Duration.ofMillis(PEEK_MS)))
      open = scene.leftOpen(host.status().waitingFor());
    if (open.isEmpty()) return Optional.empty();
    String what = String.join(", ", open) + (open.size() == 1 ? " was" : " were");
    return Optional.of(
        new Failure(
            "the file ended while "
                + what
                + " open: close what a test opens, in the test or in afterEach",
            ""));
  }

  /** An endless loop is stopped; what waits for something that does not come is given up. */
  private void expire(Host host, Turn late) {
    turn = new Turn(late.number, late.limitMs, real.nanos() + AGAIN_NANOS);
    List<String> waits =
        host.status().waitingFor().stream().filter(w -> !w.equals("the session")).toList();
    boolean loops = host.interrupt();
    String why =
        "exceeded "
            + late.limitMs
            + " ms"
            + (loops ? " in code that does not return" : "")
            + (waits.isEmpty() ? "" : ", waiting for " + String.join(", ", waits));
    host.inside(world -> world.js().turn(() -> suite.call("expire", (double) late.number, why)));
  }
}
