package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import minihost.api.WxFailure;
import minihost.app.Navigation;
import minihost.config.ConfigProblems;
import minihost.config.Settings;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.js.JsRuntime;
import minihost.lab.Lab;
import minihost.loop.EventLoop;
import minihost.loop.Handle;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.wx.Answers;

/**
 * One run of one mini program: everything is built here, and driven from here. Methods may be
 * called from any thread but the JS thread; those that move the program return when its hooks have
 * run.
 */
public final class Host implements AutoCloseable {
  /** Deep recursion is common in transpiled code: 16 MB hold some 14,000 JavaScript frames. */
  private static final long STACK_BYTES = 16 << 20;

  private static final int JOURNAL_CAPACITY = 10_000;
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final Duration HEAD_START = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;
  private final Journal journal = new Journal(JOURNAL_CAPACITY);
  private final EventLoop loop;
  private final JsThread js;
  private final Backend backend;
  private final World world;
  private final Handle open;
  private final Thread thread;
  private final CompletableFuture<Boolean> launched = new CompletableFuture<>();
  private volatile boolean abandoned;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * Starts the JS thread with the program and, beside it, the lab. Returns when the lab listens;
   * {@link #launched} tells of the program.
   *
   * @param listener told of every event as it happens
   * @throws ConfigProblems what is wrong with the lab's routes
   * @throws IOException if the lab cannot listen
   */
  public static Host start(Settings settings, HostOptions options, Consumer<Event> listener)
      throws ConfigProblems, IOException, InterruptedException {
    return new Host(settings, options, listener);
  }

  private Host(Settings settings, HostOptions options, Consumer<Event> listener)
      throws ConfigProblems, IOException, InterruptedException {
    this.settings = settings;
    journal.listen(listener);
    loop = new EventLoop(options.clock(), this::turnFailed);
    js = new JsThread(loop, ended);
    open = options.holdOpen() ? loop.open("the session") : null;
    CompletableFuture<Backend> ready = new CompletableFuture<>();
    world = new World(settings, options, loop, journal, ready);
    thread = new Thread(null, this::live, "minihost-js", STACK_BYTES);
    thread.setDaemon(true); // one that cannot be stopped does not keep the process
    thread.start();
    try {
      awaitTheWish(CompletableFuture.anyOf(world.backendWanted(), ended));
      backend = Backend.start(settings, options.lab(), new LabNotes(journal, loop.clock()));
      ready.complete(backend);
    } catch (ConfigProblems | IOException | InterruptedException | RuntimeException e) {
      loop.stop(); // first: the calls that wait for the lab have nothing to be told
      ready.completeExceptionally(e);
      if (!ends()) thread.interrupt();
      throw e;
    }
  }

  /**
   * The program goes first, since both want the processor; but it may be one that never returns.
   */
  private static void awaitTheWish(CompletableFuture<?> backendWanted) throws InterruptedException {
    try {
      backendWanted.get(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // the lab starts beside it
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void live() {
    try {
      loop.run(() -> launched.complete(world.launch()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError e) {
      turnFailed(e); // outside any turn: the run is over
    } finally {
      launched.complete(false);
      giveBack();
      ended.complete(null);
    }
  }

  private void giveBack() {
    try {
      world.close();
    } catch (IllegalStateException e) {
      turnFailed(e);
    }
  }

  private void turnFailed(Throwable t) {
    world.failed();
    launched.complete(false);
    journal.record(
        new Event.ScriptError(
            loop.clock().epochMillis(), "internal", "minihost failed: " + t, trace(t), ""));
  }

  private static String trace(Throwable t) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement at : t.getStackTrace()) text.append("at ").append(at).append('\n');
    return text.toString().stripTrailing();
  }

  public Journal journal() {
    return journal;
  }

  public Settings settings() {
    return settings;
  }

  /** The lab of this run, if it has one. */
  public Optional<Lab> lab() {
    return backend.lab();
  }

  /**
   * Begins to make a JavaScript engine ready, on a thread of its own; what is next need not wait.
   */
  public static void warmUp() {
    JsRuntime.warmUp();
  }

  /** Done when the program's own code is about to run, or never will. */
  public CompletableFuture<Void> begun() {
    return CompletableFuture.anyOf(world.begun(), ended).thenApply(o -> null);
  }

  /** True when the first page is there, false when there is no program to run. */
  public CompletableFuture<Boolean> launched() {
    return launched.copy();
  }

  /** Hides the program; false when it was hidden. */
  public boolean background() {
    return js.now(() -> world.life().hide());
  }

  /** Shows the program; false when it was shown. */
  public boolean foreground() {
    return js.now(() -> world.life().show());
  }

  /** Ends the program as the phone does under memory pressure; the run itself goes on. */
  public void destroy() {
    js.now(() -> world.life().destroy());
  }

  /**
   * Moves between pages.
   *
   * @throws WxFailure what {@code wx} would say
   */
  public void navigate(Navigation to) throws WxFailure {
    var failure = JsThread.await(js.soon(() -> world.navigate(to)).thenCompose(f -> f));
    if (failure.isPresent()) throw new WxFailure(failure.get());
  }

  /**
   * Answers calls of a function of {@code wx} from now on, in the place of a person, the phone or
   * WeChat's servers.
   *
   * @param answer plain data for the success callback, or {@code fail} with the words of a failure;
   *     empty to have it made up again
   * @param who answers, for the journal
   * @return why not, if it cannot be answered
   */
  public Optional<String> answer(String name, Optional<Map<String, Object>> answer, String who) {
    return js.now(() -> world.answer(name, answer.map(a -> new Answers.Given(who, options -> a))));
  }

  /** Who answers what now, by function. */
  public Map<String, String> answers() {
    Map<String, String> who = new HashMap<>();
    js.now(() -> world.answers().given().forEach((name, given) -> who.put(name, given.who())));
    return who;
  }

  /** Functions of {@code wx} that can be answered. */
  public Set<String> answerable() {
    return js.now(() -> world.answers().names());
  }

  /** The program-wide events of {@code wx}. */
  public ProgramEvents events() {
    return new ProgramEvents(js, () -> world.life().calls());
  }

  /** Lets {@code visitor} at the phone's network; returns when it has returned. */
  public void phone(Consumer<Phone> visitor) {
    js.now(() -> visitor.accept(world.phone()));
  }

  /** Moves the clock; timers on the way fire in order. Returns at once. */
  public void advance(Duration by) {
    loop.advance(by);
  }

  /** Completes when the run's clock has come this far from now. */
  public CompletableFuture<Void> after(Duration delay) {
    return moment(delay, () -> {});
  }

  /** Moves the clock, and completes when it has come there. */
  public CompletableFuture<Void> pass(Duration by) {
    return moment(by, () -> loop.advance(by));
  }

  private CompletableFuture<Void> moment(Duration delay, Runnable once) {
    CompletableFuture<Void> then = new CompletableFuture<>();
    ended.thenRun(() -> then.complete(null));
    loop.post(
        () -> {
          loop.afterQuietly(delay, () -> then.complete(null));
          once.run();
        });
    return then;
  }

  /**
   * Runs a line of a person's code, with {@code app}, {@code page} and top-level await. The result
   * is inspected text, empty for undefined; ends exceptionally with what was thrown.
   */
  public CompletableFuture<String> eval(String code) {
    return js.soon(() -> world.eval(code)).thenCompose(f -> f);
  }

  /**
   * Calls a method of the current page. Returns when its turn is over, so that the result,
   * inspected text, is there unless the method returned a promise that waits for something.
   */
  public CompletableFuture<String> callPage(String method, List<Object> args) {
    return js.now(() -> world.callPage(method, args)).copy();
  }

  /** Done when no call is under way and no turn waits. */
  public CompletableFuture<Void> idle() {
    CompletableFuture<Void> idle = new CompletableFuture<>();
    loop.whenQuiet(() -> idle.complete(null));
    return CompletableFuture.anyOf(idle, ended).thenApply(o -> null);
  }

  /** The current page's data, inspected; empty without a page. */
  public Optional<String> pageData() {
    return js.now(world::pageData);
  }

  /** Lets {@code visitor} in, on the JS thread; returns when it has returned. */
  public void inside(Consumer<Inside> visitor) {
    js.now(() -> visitor.accept(new Inside(world, loop, backend.lab())));
  }

  /** Member names of a plain path such as {@code app.globalData}, for Tab; runs no getter. */
  public List<String> complete(String expression) {
    return js.now(() -> world.complete(expression));
  }

  /** What would become of a call made now. */
  public Decision explain(Ask ask) {
    return world.gate().explain(ask);
  }

  /** Whether the {@code web-view} component may show a page (sheet 4.3); the journal has it. */
  public Decision webView(String url) {
    return world.gate().ask(new Ask.WebView(url));
  }

  public Status status() {
    return world.status();
  }

  /** TCP connections to servers that are open now. */
  public int openConnections() {
    return world.openConnections();
  }

  /** Threads on which calls do their blocking work now, for the tests' leak check. */
  public int callThreads() {
    return world.callThreads();
  }

  /** The run's own folder for files; empty while it needed none. */
  public Optional<Path> folder() {
    return world.folder().path();
  }

  /** Stops the script that is running now; false when none is. */
  public boolean interrupt() {
    return world.interrupt(PATIENCE);
  }

  /** Done a turn later: when what runs now has returned. Any thread. */
  public CompletableFuture<Void> turn() {
    return js.soon(() -> null);
  }

  /** Blocks until nothing is pending; false when that took longer than {@code limit}, real time. */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    CountDownLatch quiet = new CountDownLatch(1);
    loop.whenQuiet(quiet::countDown);
    return quiet.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Blocks until the run has ended, or {@link #close} has given up a script that runs on. */
  public Ending await() throws InterruptedException {
    boolean over = false;
    while (!over) over = thread.join(GRACE) || abandoned;
    Ending ending = world.ending(launched.getNow(false));
    return new Ending(ending.launched(), ending.errors(), ending.stopped() || abandoned);
  }

  /** Blocks until the run has ended or {@code limit} is over; whether it has ended. */
  public boolean await(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  /** Lets a run that was held open end when the program is idle. */
  public void release() {
    if (open != null) open.close();
  }

  /** Ends the run after the turn in progress. */
  public void stop() {
    loop.stop();
  }

  /** Ends the run, in the middle of a script if need be, and gives everything back. */
  @Override
  public void close() {
    loop.stop();
    try {
      abandoned = !ends();
      if (abandoned) journal.record(leftBehind());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The folder also when the thread was given up, which else closes it.
    Closing.all(this::release, world.folder(), backend);
  }

  /**
   * Stops what runs until the thread has ended: one turn may run several scripts, each of which has
   * to be stopped. False when one cannot be, as a number with a billion digits cannot.
   */
  private boolean ends() throws InterruptedException {
    while (!thread.join(GRACE))
      if (loop.isInTurn() && !world.interrupt(PATIENCE)) return thread.join(GRACE);
    return true;
  }

  private Event leftBehind() {
    return new Event.ScriptError(
        loop.clock().epochMillis(),
        "stopped",
        "the script could not be stopped within " + PATIENCE.toSeconds() + " s and was left behind",
        "",
        "");
  }
}
