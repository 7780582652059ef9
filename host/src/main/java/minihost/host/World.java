package minihost.host;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import minihost.app.CallOutcome;
import minihost.app.Launch;
import minihost.app.Lifecycle;
import minihost.app.MiniProgram;
import minihost.app.Navigation;
import minihost.app.OpenPage;
import minihost.app.Step;
import minihost.config.AppJson;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.config.Setting;
import minihost.config.Settings;
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
import minihost.policy.Facts.Visibility;
import minihost.policy.Gate;
import minihost.policy.Rule;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;
import minihost.wx.Catalogue;
import minihost.wx.NetworkStatusFamily;

/** A program with everything around it, as it lives on the JS thread. */
final class World implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Reason CUT =
      new Reason(
          Rule.BACKGROUND_5S,
          "the mini program has been in background for 5 s, and the call had not ended",
          "call again in App.onShow or Page.onShow",
          Origin.BUILT_IN);

  private static final Reason GONE =
      new Reason(Rule.DESTROYED, "the mini program has ended", "", Origin.BUILT_IN);

  private static final Origin WHILE_RUNNING = Origin.of("set while running", "");

  /** What a person's code sees besides the program's globals. */
  private static final Map<String, String> IN_SCOPE =
      Map.of("app", "getApp()", "page", "getCurrentPages().at(-1)");

  private final Settings settings;
  private final Host.Options options;
  private final EventLoop loop;
  private final Journal journal;
  private final RunFolder folder = new RunFolder();
  private final Network network;
  private final ProgramData data;
  private final FileSandbox sandbox;
  private volatile String state = "foreground";
  private volatile List<String> routes = List.of();
  private volatile int errors;
  private volatile boolean stopped;
  private volatile JsRuntime js;
  private volatile Calls calls;
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private ProgramFiles files;
  private MiniProgram program;
  private Lifecycle lifecycle;
  private Interactive interactive;

  World(
      Settings settings,
      Host.Options options,
      EventLoop loop,
      Journal journal,
      CompletableFuture<Backend> backend) {
    this.settings = settings;
    this.options = options;
    this.loop = loop;
    this.journal = journal;
    network = new Network(settings, loop.clock(), journal, folder, backend);
    data = options.data().orElseGet(() -> ProgramData.passing(() -> folder.sub("files")));
    data.onCopy(where -> note(DataNotes.copied(where)));
    sandbox = new FileSandbox(settings.programRoot(), settings.platform().value(), data::folder);
  }

  /** Builds the world and starts the program; whether there is one. */
  boolean launch() {
    settings.warnings().forEach(this::note);
    network.prefetch(options.lab().map(Lab::hosts).orElse(List.of()));
    js = new JsRuntime(loop, new Listener());
    calls = new Calls(loop, journal, settings.platform().value(), js);
    lifecycle =
        new Lifecycle(loop, Lifecycle.Times.WECHAT, settings.app().runsInBackground(), new Moves());
    AppJson app = settings.app();
    files = new ProgramFiles(js, settings, options.cache());
    program = new MiniProgram(js, loop, app, files, entry(app), new Listener());
    calls.define(
        Catalogue.families(
            network.gate(),
            network.http(),
            network.addresses(),
            network.connectivity(),
            sandbox,
            data.values(),
            settings,
            program),
        settings.limits());
    network.connectivity().listen(type -> networkChanged());
    network.connectivity().weakness().listen(weak -> loop.post(() -> weakNetwork(weak)));
    record(new Event.Lifecycle(now(), state));
    begun.complete(null);
    boolean[] up = {false};
    js.turn(() -> up[0] = program.launch());
    network.wantBackend();
    return up[0];
  }

  JsRuntime js() {
    return js;
  }

  /** Runs a file of the program's folder, once. */
  void runFile(String id) {
    files.run(id);
  }

  CompletableFuture<Void> backendWanted() {
    return network.backendWanted();
  }

  CompletableFuture<Void> begun() {
    return begun;
  }

  private Launch entry(AppJson app) {
    return options.launch().orElseGet(() -> Launch.of(app.home(), "", Launch.MAIN_ENTRY));
  }

  Gate gate() {
    return network.gate();
  }

  boolean hide() {
    return lifecycle.hide(() -> js.turn(program::hide));
  }

  boolean show() {
    return lifecycle.show(() -> js.turn(() -> program.show(Optional.empty())));
  }

  void destroy() {
    lifecycle.destroy();
  }

  /** Moves the phone to another network; without one, what is in flight fails. */
  void setNetwork(Device.NetworkType type) {
    network.connectivity().change(type);
  }

  Device.NetworkType networkType() {
    return network.connectivity().type();
  }

  private void networkChanged() {
    Connectivity now = network.connectivity();
    network.http().forgetNames(true);
    if (!now.isConnected()) calls.interrupt(Connectivity.NO_NETWORK);
    else if (settings.platform().value() == Platform.IOS)
      calls.interrupt(Connectivity.NETWORK_CHANGED);
    calls.raise(NetworkStatusFamily.STATUS_CHANGE, NetworkStatusFamily.status(now));
  }

  /** Says whether the network is weak, or lets the run's traffic tell. */
  void setWeakNetwork(Device.WeakNetwork weak) {
    network.connectivity().weakness().say(weak);
  }

  boolean isWeak() {
    return network.connectivity().weakness().isWeak();
  }

  Optional<HostAndPort> proxy() {
    return network.connectivity().proxy().map(Setting::value);
  }

  private void weakNetwork(boolean weak) {
    calls.raise(
        NetworkStatusFamily.WEAK_CHANGE,
        NetworkStatusFamily.weakness(weak, network.connectivity()));
  }

  void setProxy(Optional<HostAndPort> proxy) {
    network.connectivity().setProxy(proxy.map(p -> new Setting<>(p, WHILE_RUNNING)));
  }

  CompletableFuture<Optional<Reason>> navigate(Navigation to) {
    CompletableFuture<Optional<Reason>> done = new CompletableFuture<>();
    js.turn(() -> program.navigate(to, done::complete));
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
    if (interactive == null) interactive = new Interactive(js, IN_SCOPE);
    return interactive;
  }

  CompletableFuture<String> callPage(String method, List<Object> args) {
    CompletableFuture<String> result = new CompletableFuture<>();
    program.callPage(
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

  Optional<String> pageData() {
    return program.pageData().map(js::inspect);
  }

  Status status() {
    Calls now = calls;
    int inFlight = now == null ? 0 : now.inFlight();
    return new Status(state, routes, inFlight, loop.isInTurn(), loop.waitingFor(), now());
  }

  int openConnections() {
    return network.http().openConnections();
  }

  int callThreads() {
    Calls now = calls;
    return now == null ? 0 : now.threads();
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
    AutoCloseable threads = calls == null ? null : () -> calls.join(PATIENCE);
    Closing.all(network.http(), threads, sandbox, files, js, folder);
  }

  private final class Moves implements Lifecycle.Moves {
    @Override
    public void hidden() {
      network.setVisibility(Visibility.BACKGROUND);
      moved("background");
    }

    @Override
    public void fiveSecondsHidden() {
      if (settings.rules().pinned().value()) return;
      network.setVisibility(Visibility.SUSPENDED);
      if (settings.app().runsInBackground()) calls.interruptCalls(CUT);
      else calls.interrupt(CUT);
    }

    @Override
    public void suspended() {
      moved("suspended");
    }

    @Override
    public void shown(boolean fromSuspended) {
      network.setVisibility(Visibility.FOREGROUND);
      network.http().forgetNames(false);
      moved("foreground");
    }

    @Override
    public void destroyed() {
      network.setVisibility(Visibility.SUSPENDED);
      program.destroy();
      calls.interrupt(CUT, GONE);
      moved("destroyed");
    }

    private void moved(String to) {
      state = to;
      record(new Event.Lifecycle(now(), to));
    }
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
    }

    @Override
    public void notice(Reason reason) {
      note(reason);
    }

    @Override
    public void step(Step step) {
      network.wantBackend(); // a page that loads will soon call
      routes = program.pages().stream().map(OpenPage::route).toList();
      String hook = step.hook().name().toLowerCase(Locale.ROOT);
      record(new Event.Page(now(), hook, step.page().route()));
    }
  }
}
