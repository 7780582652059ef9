package minihost.host;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import minihost.api.Args;
import minihost.api.WxFailure;
import minihost.api.WxObject;
import minihost.config.Settings;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.wx.WorkerCode;

/** The worker of a program: one at a time, in the folder that app.json names. JS thread. */
final class Workers {
  /** Calls of workers have numbers of their own in the journal: the first from here on. */
  private static final int CALLS = 1_000_000;

  private final Settings settings;
  private final EventLoop loop;
  private final Network network;
  private final Optional<Path> cache;
  private final String userDataPath;
  private final JsRuntime.Listener listener;
  private Optional<WorkerThread> running = Optional.empty();
  private int made;

  Workers(
      Settings settings,
      EventLoop loop,
      Network network,
      Optional<Path> cache,
      String userDataPath,
      JsRuntime.Listener listener) {
    this.settings = settings;
    this.loop = loop;
    this.network = network;
    this.cache = cache;
    this.userDataPath = userDataPath;
    this.listener = listener;
  }

  /** {@code wx.createWorker}. */
  void create(Args args, WxObject object) throws WxFailure {
    String path = args.string("path").replaceFirst("^(\\./|/)+", "");
    String folder = settings.app().workers();
    if (folder.isEmpty())
      throw new WxFailure(
          WorkerCode.NO_FOLDER,
          "",
          "workers run from the folder that app.json names, and it names none",
          "add \"workers\": \"workers\" to app.json");
    if (!ProgramFiles.has(settings, folder, path))
      throw new WxFailure(
          WorkerCode.NO_SCRIPT,
          path,
          path + " is no script below " + folder + "/",
          "give the path of one from the root, such as " + folder + "/index.js");
    if (running.isPresent())
      throw new WxFailure(
          WorkerCode.ONE_AT_A_TIME,
          "",
          "a worker runs already, and a program has one at a time",
          "call terminate() of the other one first");
    WorkerThread.Plan plan =
        new WorkerThread.Plan(
            settings, loop, network, cache, userDataPath, CALLS * ++made, listener, this::forget);
    boolean experimental = args.flag("useExperimentalWorker", false);
    WorkerThread worker = new WorkerThread(plan, path, experimental, object);
    running = Optional.of(worker);
    object.keepsOpen(false);
    object.onMethod(
        "postMessage",
        message -> {
          worker.post(message.raw().get("message"));
          return null;
        });
    object.onMethod(
        "terminate",
        none -> {
          forget(worker);
          object.end();
          return null;
        });
    object.onEnd(
        () -> {
          forget(worker);
          worker.stop();
          object.thread(worker::join);
        });
  }

  private void forget(WorkerThread worker) {
    running = running.filter(other -> other != worker);
  }

  void each(Consumer<WorkerThread> what) {
    running.ifPresent(what);
  }
}
