package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import minihost.app.CallOutcome;
import minihost.app.Launch;
import minihost.app.MiniProgram;
import minihost.app.Navigation;
import minihost.app.Step;
import minihost.config.Settings;
import minihost.config.Suggestion;
import minihost.files.FileSandbox;
import minihost.files.ProgramData;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.js.Interactive;
import minihost.js.JsError;
import minihost.js.JsException;
import minihost.js.JsRuntime;
import minihost.lab.Lab;
import minihost.loop.EventLoop;
import minihost.net.Connectivity;
import minihost.policy.Gate;
import minihost.reason.Code;
import minihost.reason.Platform;
import minihost.reason.Reason;
import minihost.wx.Answers;
import minihost.wx.Catalogue;
import minihost.wx.NetworkStatusFamily;
import minihost.wx.Storage;

/** A JavaScript world with a phone around it, and the program that lives there: JS thread. */
final class World implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What a person's code sees besides the program's globals. */
  private static final Map<String, String> IN_SCOPE =
      Map.of("app", "getApp()", "page", "getCurrentPages().at(-1)");

  private enum AnswerCode implements Code {
    NOT_ANSWERABLE;

    @Override
    public String wording() {
      return "";
    }
  }

  private final HostOptions options;
  private final EventLoop loop;
  private final Journal journal;
  private final RunFolder folder = new RunFolder();
  private final CompletableFuture<Backend> backend;
  private final Connectivity connectivity;
  private final Phone phone;
  private final ProgramData data;
  private final FileSandbox sandbox;
  private final Catalogue.Kept kept;
  private final Listener listener = new Listener();
  private final List<ProgramFiles> files =
      new CopyOnWriteArrayList<>(); // of all lives: tests hold modules
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private volatile int errors;
  private volatile boolean stopped;
  private volatile Network network;
  private volatile JsRuntime js;
  private volatile Life life;
  private volatile Settings settings; // of the life that is, or begins
  private Interactive interactive;

  World(
      Settings settings,
      HostOptions options,
      EventLoop loop,
      Journal journal,
      CompletableFuture<Backend> backend) {
    this.settings = settings;
    this.options = options;
    this.loop = loop;
    this.journal = journal;
    this.backend = backend;
    connectivity = new Connectivity(settings.device(), loop::sleep, loop.clock()::nanos);
    phone = new Phone(connectivity, loop.clock(), journal);
    network = new Network(settings, loop.clock(), journal, folder, connectivity, backend);
    data = options.data().orElseGet(() -> ProgramData.passing(() -> folder.sub("files")));
    data.onCopy(where -> note(DataNotes.copied(where)));
    sandbox = new FileSandbox(settings.programRoot(), settings.platform().value(), data::folder);
    kept = new Catalogue.Kept(sandbox, new Storage(data.values()), new Answers());
  }

  /** Builds the world and starts the program; whether there is one. */
  boolean launch() {
    settings.warnings().forEach(this::note);
    network.prefetch(options.lab().map(Lab::hosts).orElse(List.of()));
    js = new JsRuntime(loop, listener);
    connectivity.listen(type -> networkChanged());
    connectivity.weakness().listen(weak -> loop.post(() -> weakNetwork(weak)));
    begin(options.launch(), 0);
    begun.complete(null);
    return life.launch();
  }

  private void begin(Optional<Launch> launch, int firstCall) {
    files.add(new ProgramFiles(js, settings, options.cache(), options.coverage()));
    Launch entry = launch.orElseGet(() -> Launch.of(settings.app().home(), "", Launch.MAIN_ENTRY));
    life =
        new Life(
            new Life.Ground(js, loop, journal, kept, options.cache(), listener, this::failed),
            network,
            new Life.Start(settings, entry, files.getLast(), firstCall),
            listener);
    noteStrangers();
  }

  /**
   * Ends the program, and starts it anew in this same JavaScript world: what it had put on the
   * global object stays, its modules, pages, timers, listeners and calls do not.
   *
   * @param launch how it is entered; empty for its home page
   * @return whether there is a program again
   * @throws IOException if the settings need what the run does not have
   */
  boolean relaunch(Settings to, Optional<Launch> launch) throws IOException {
    Backend other = backend.join().with(to);
    life.destroy();
    life.close();
    js.forgetTimers();
    loop.forgetScripts();
    settings = to;
    CompletableFuture<Backend> there = CompletableFuture.completedFuture(other);
    network = new Network(to, loop.clock(), journal, folder, connectivity, there);
    network.prefetch(List.of());
    begin(launch, life.calls().latest());
    return life.launch();
  }

  /** Answers in the place of a person; see {@link Host#answer}. */
  Optional<String> answer(String name, Optional<Answers.Given> answer) {
    Set<String> names = kept.answers().names();
    if (names.contains(name)) {
      kept.answers().choose(name, answer);
      return Optional.empty();
    }
    String near = Suggestion.nearest(name, names).map(n -> "did you mean " + n + "? ").orElse("");
    return Optional.of(
        "\""
            + name
            + "\" is no function of wx that can be answered; "
            + near
            + "write one of "
            + String.join(", ", new TreeSet<>(names)));
  }

  Answers answers() {
    return kept.answers();
  }

  private void noteStrangers() {
    settings
        .answers()
        .forEach(
            (name, answer) -> {
              if (!kept.answers().names().contains(name))
                note(
                    new Reason(
                        AnswerCode.NOT_ANSWERABLE,
                        "answers: \"" + name + "\" is no function of wx that can be answered",
                        "take it out, or correct it",
                        answer.origin()));
            });
  }

  Phone phone() {
    return phone;
  }

  Life life() {
    return life;
  }

  JsRuntime js() {
    return js;
  }

  /** Runs a file of the program's folder, once. */
  void runFile(String id) {
    files.getLast().run(id);
  }

  Set<Path> programFiles() {
    Set<Path> all = new HashSet<>();
    files.forEach(f -> all.addAll(f.found()));
    return all;
  }

  CompletableFuture<Void> backendWanted() {
    return network.backendWanted();
  }

  CompletableFuture<Void> begun() {
    return begun;
  }

  Map<String, Boolean> members() {
    return life.calls().functions().members();
  }

  Gate gate() {
    return network.gate();
  }

  private void networkChanged() {
    network.http().forgetNames(true);
    Calls calls = life.calls();
    if (!connectivity.isConnected())
      life.interrupt(Connectivity.NO_NETWORK, Connectivity.NO_NETWORK);
    else if (settings.platform().value() == Platform.IOS)
      life.interrupt(Connectivity.NETWORK_CHANGED, Connectivity.NETWORK_CHANGED);
    calls.raise(NetworkStatusFamily.STATUS_CHANGE, NetworkStatusFamily.status(connectivity));
  }

  private void weakNetwork(boolean weak) {
    life.calls()
        .raise(NetworkStatusFamily.WEAK_CHANGE, NetworkStatusFamily.weakness(weak, connectivity));
  }

  CompletableFuture<Optional<Reason>> navigate(Navigation to) {
    CompletableFuture<Optional<Reason>> done = new CompletableFuture<>();
    js.turn(() -> life.program().navigate(to, done::complete));
    return done;
  }

  CompletableFuture<String> eval(String code) {
    CompletableFuture<String> result = new CompletableFuture<>();
    interactive().evaluate(code, result::complete, e -> failed(result, e));
    return result;
  }

  private static void failed(CompletableFuture<String> result, JsError error) {
    result.completeExceptionally(new JsException(error));
  }

  List<String> complete(String expression) {
    return interactive().members(expression);
  }

  /** Made at the first input of a person: most runs have none. */
  private Interactive interactive() {
    if (interactive == null)
      interactive = new Interactive(js, settings.app().game() ? Map.of() : IN_SCOPE);
    return interactive;
  }

  CompletableFuture<String> callPage(String method, List<Object> args) {
    CompletableFuture<String> result = new CompletableFuture<>();
    life.program()
        .callPage(
            method,
            args,
            new CallOutcome() {
              @Override
              public void returned(Object value) {
                result.complete(value == null ? "" : js.inspect(value));
              }

              @Override
              public void failed(String message) {
                result.completeExceptionally(new JsException(message));
              }
            });
    return result;
  }

  MiniProgram program() {
    return life.program();
  }

  Optional<String> pageData() {
    return life.program().pageData().map(js::inspect);
  }

  Status status() {
    Life now = life;
    boolean there = now != null;
    return new Status(
        there ? now.state() : "foreground",
        there ? now.routes() : List.of(),
        there ? now.calls().inFlight() : 0,
        loop.isInTurn(),
        loop.waitingFor(),
        now());
  }

  int openConnections() {
    return network.http().openConnections();
  }

  int callThreads() {
    Life now = life;
    return now == null ? 0 : now.calls().threads();
  }

  RunFolder folder() {
    return folder;
  }

  boolean interrupt(Duration patience) {
    JsRuntime running = js;
    return running != null && loop.isInTurn() && running.interrupt(patience);
  }

  /** Counts a failure of minihost's own among the errors of the run. JS thread. */
  void failed() {
    errors++;
  }

  Ending ending(boolean launched) {
    return new Ending(launched, errors, stopped);
  }

  private void note(Reason reason) {
    record(new Event.Note(now(), reason));
  }

  private void record(Event event) {
    journal.record(event);
  }

  private long now() {
    return loop.clock().epochMillis();
  }

  /** Ends calls and connections, then the files and the Context. */
  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>();
    all.add(life == null ? network.http() : life);
    all.add(sandbox);
    all.addAll(files);
    if (js != null) all.add(js);
    all.add(folder);
    Closing.all(all.toArray(AutoCloseable[]::new));
  }

  private final class Listener implements JsRuntime.Listener, MiniProgram.Listener {
    @Override
    public void console(String level, String text) {
      record(new Event.Console(now(), level, text));
    }

    @Override
    public void error(JsError error) {
      errors++;
      if (error.kind() == JsError.Kind.STOPPED) stopped = true;
      String kind =
          switch (error.kind()) {
            case UNCAUGHT -> "uncaught";
            case UNHANDLED_REJECTION -> "unhandledRejection";
            case STOPPED -> "stopped";
          };
      record(new Event.ScriptError(now(), kind, error.message(), error.stack(), error.where()));
      if (life != null) life.thrown(error);
    }

    @Override
    public void notice(Reason reason) {
      note(reason);
    }

    @Override
    public void step(Step step) {}
  }
}
