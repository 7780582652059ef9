package minihost.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import minihost.app.Launch;
import minihost.app.Lifecycle;
import minihost.app.MiniProgram;
import minihost.app.OpenPage;
import minihost.app.Plugins;
import minihost.app.Step;
import minihost.config.Settings;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.js.JsError;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.policy.Facts.Visibility;
import minihost.policy.Rule;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.wx.Catalogue;

/**
 * A program from its launch to its end, with its calls and its connections. What the phone keeps
 * beyond that, and the JavaScript world, are a {@link World}'s. JS thread.
 */
final class Life implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Reason CUT =
      new Reason(
          Rule.BACKGROUND_5S,
          "the mini program has been in background for 5 s, and the call had not ended",
          "call again in App.onShow or Page.onShow",
          Origin.BUILT_IN);

  private static final Reason GONE =
      new Reason(Rule.DESTROYED, "the mini program has ended", "", Origin.BUILT_IN);

  /** What it lives on. */
  record Ground(
      JsRuntime js,
      EventLoop loop,
      Journal journal,
      Catalogue.Kept kept,
      Optional<Path> cache,
      JsRuntime.Listener errors,
      Runnable failed) {}

  /**
   * How it begins.
   *
   * @param firstCall the number in the journal after which its calls begin
   */
  record Start(Settings settings, Launch launch, ProgramFiles files, int firstCall) {}

  private final Ground ground;
  private final Network network;
  private final Calls calls;
  private final MiniProgram program;
  private final Lifecycle lifecycle;
  private final Workers workers;
  private final AbsentMembers absent;
  private volatile Settings settings;
  private volatile String state = "foreground";
  private volatile List<String> routes = List.of();

  Life(Ground ground, Network network, Start start, MiniProgram.Listener listener) {
    this.ground = ground;
    this.network = network;
    settings = start.settings;
    calls = new Calls(ground.loop, ground.journal, settings.platform().value(), ground.js);
    lifecycle =
        new Lifecycle(
            ground.loop, Lifecycle.Times.WECHAT, settings.app().runsInBackground(), new Moves());
    workers =
        new Workers(
            settings,
            ground.loop,
            network,
            ground.cache,
            ground.kept.files().userDataPath(),
            ground.errors);
    new Plugins(ground.js, settings.app(), settings.plugins(), listener::notice);
    program =
        new MiniProgram(
            ground.js, ground.loop, settings.app(), start.files, start.launch, new Steps(listener));
    calls.define(
        Catalogue.families(network.wire(), ground.kept, () -> settings, program, workers::create),
        settings.limits(),
        start.firstCall);
    absent =
        new AbsentMembers(
            ground.js, settings.rules().strict().value(), listener::notice, ground.failed);
    record(new Event.Lifecycle(now(), state));
  }

  /** Whether there is a program. */
  boolean launch() {
    boolean[] up = {false};
    ground.js.turn(() -> up[0] = program.launch());
    network.wantBackend();
    return up[0];
  }

  Network network() {
    return network;
  }

  Calls calls() {
    return calls;
  }

  MiniProgram program() {
    return program;
  }

  Settings settings() {
    return settings;
  }

  /** Other settings, for what looks at them at each call. */
  void change(Settings settings) {
    this.settings = settings;
    network.change(settings);
    calls.change(settings.limits());
  }

  String state() {
    return state;
  }

  List<String> routes() {
    return routes;
  }

  boolean hide() {
    return lifecycle.hide(() -> ground.js.turn(program::hide));
  }

  boolean show() {
    return lifecycle.show(() -> ground.js.turn(() -> program.show(Optional.empty())));
  }

  /** As after five seconds in background. */
  boolean suspend() {
    hide();
    return lifecycle.suspend();
  }

  void destroy() {
    lifecycle.destroy();
  }

  /** An error that nobody caught. */
  void thrown(JsError error) {
    absent.thrown(error);
  }

  /** Ends what is in flight, also of workers. */
  void interrupt(Reason ofCalls, Reason ofObjects) {
    calls.interrupt(ofCalls, ofObjects);
    workers.each(worker -> worker.interrupt(ofCalls, ofObjects));
  }

  private void record(Event event) {
    ground.journal.record(event);
  }

  private long now() {
    return ground.loop.clock().epochMillis();
  }

  /** Ends calls and connections; the program is not told. */
  @Override
  public void close() {
    Closing.all(network.http(), () -> calls.join(PATIENCE));
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
      else interrupt(CUT, CUT);
    }

    @Override
    public void suspended() {
      workers.each(worker -> worker.suspend(true));
      moved("suspended");
    }

    @Override
    public void shown(boolean fromSuspended) {
      network.setVisibility(Visibility.FOREGROUND);
      network.http().forgetNames(false);
      if (fromSuspended) workers.each(worker -> worker.suspend(false));
      moved("foreground");
    }

    @Override
    public void destroyed() {
      network.setVisibility(Visibility.SUSPENDED);
      program.destroy();
      interrupt(CUT, GONE);
      moved("destroyed");
    }

    private void moved(String to) {
      state = to;
      record(new Event.Lifecycle(now(), to));
    }
  }

  private final class Steps implements MiniProgram.Listener {
    private final MiniProgram.Listener listener;

    private Steps(MiniProgram.Listener listener) {
      this.listener = listener;
    }

    @Override
    public void notice(Reason reason) {
      listener.notice(reason);
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
