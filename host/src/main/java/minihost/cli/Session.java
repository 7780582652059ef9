package minihost.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import minihost.app.AppCode;
import minihost.app.Launch;
import minihost.config.ConfigProblems;
import minihost.config.Overrides;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.config.SettingsLoader;
import minihost.files.ProgramData;
import minihost.host.Ending;
import minihost.host.Host;
import minihost.host.HostOptions;
import minihost.loop.Clock;
import minihost.loop.SystemClock;
import minihost.loop.VirtualClock;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * One mini program from its start to its end, through as many runs as reloads make of it. Any
 * thread but the JS thread.
 */
final class Session implements AutoCloseable {
  private final RunOptions options;
  private final Map<String, String> environment;
  private final Screen screen;
  private final boolean holdOpen;
  private final VirtualClock virtual; // null in real time
  private final Clock clock;
  private volatile Host host;
  private volatile ProgramData data;
  private volatile boolean over;

  /**
   * @param holdOpen the run goes on when the program is idle, until {@link #letEnd} or {@link
   *     #exit}
   */
  Session(RunOptions options, Map<String, String> environment, Screen screen, boolean holdOpen) {
    this.options = options;
    this.environment = environment;
    this.screen = screen;
    this.holdOpen = holdOpen;
    virtual = options.virtualTime() ? new VirtualClock() : null;
    clock = virtual == null ? new SystemClock() : virtual;
    if (virtual != null && holdOpen) virtual.flow(false);
  }

  /** What the files and the command line say now. */
  Settings load() throws ConfigProblems {
    return SettingsLoader.load(
        options.folder(), new Overrides(options.config(), options.sets(), environment));
  }

  /** That of the program's appid, or of its folder; the same through all reloads. */
  private ProgramData data(Settings settings) throws IOException {
    if (data != null) return data;
    data = DataFolder.of(environment, settings);
    if (options.fresh()) data.wipe();
    return data;
  }

  void start(Settings settings) throws ConfigProblems, IOException, InterruptedException {
    HostOptions how =
        new HostOptions(
            clock,
            launch(settings),
            holdOpen,
            UserFolders.cache(environment),
            Optional.empty(),
            Optional.empty(),
            Optional.of(data(settings)));
    host = Host.start(settings, how, screen::event);
  }

  /** The page of {@code --page}, which is a mistake of the command line when there is none such. */
  private Optional<Launch> launch(Settings settings) throws ConfigProblems {
    if (options.page().isEmpty() && options.query().isEmpty() && options.scene().isEmpty())
      return Optional.empty();
    String page = options.page().orElse(settings.app().home());
    int scene = options.scene().orElse(Launch.MAIN_ENTRY);
    Launch launch = Launch.of(page, options.query(), scene);
    if (settings.app().hasPage(launch.path())) return Optional.of(launch);
    throw new ConfigProblems(
        List.of(
            new Reason(
                AppCode.ENTRY_PAGE_NOT_FOUND,
                "\"" + page + "\" is not among the pages of app.json",
                "give one of " + settings.app().pages().stream().map(Setting::value).toList(),
                Origin.of("--page", ""))));
  }

  /**
   * Ends this run and starts another from the files as they are now; with a problem, this one
   * stays.
   */
  synchronized void reload() throws ConfigProblems, IOException, InterruptedException {
    Settings settings = load();
    Host before = host;
    start(settings);
    before.close();
  }

  Host host() {
    return host;
  }

  Screen screen() {
    return screen;
  }

  /** Waits; virtual time passes meanwhile, for the program may have to wait for itself. */
  <T> T await(CompletableFuture<T> result) throws ExecutionException, InterruptedException {
    if (virtual == null || result.isDone()) return result.get();
    flow(true);
    try {
      return result.get();
    } finally {
      flow(false);
    }
  }

  /** Waits by the run's clock; virtual time goes there at once. */
  void pause(Duration duration) throws ExecutionException, InterruptedException {
    CompletableFuture<Void> there = virtual == null ? host.after(duration) : host.pass(duration);
    there.get();
  }

  private void flow(boolean byItself) {
    virtual.flow(byItself);
    host.advance(Duration.ZERO); // wakes the loop
  }

  /** Lets the run end when the program has nothing left to do. */
  void letEnd() {
    host.release();
    if (virtual != null) flow(true);
  }

  /** Ends the run after the turn in progress. */
  void exit() {
    over = true;
    host.stop();
  }

  /** Whether the run has ended, or is about to. */
  boolean isOver() {
    return over;
  }

  /**
   * Ends the run, and the script that runs if it does not return within {@code grace}.
   *
   * @return whether a script had to be stopped
   */
  boolean end(Duration grace) throws InterruptedException {
    Host running = host;
    over = true;
    running.stop();
    return !running.await(grace) && running.interrupt();
  }

  /** Blocks until the run has ended and no reload has replaced it. */
  Ending await() throws InterruptedException {
    while (true) {
      Host running = host;
      Ending ending = running.await();
      synchronized (this) {
        if (running != host) continue;
        over = true;
        return ending;
      }
    }
  }

  @Override
  public void close() {
    Host last = host;
    if (last != null) last.close();
    if (data != null) data.close();
  }
}
