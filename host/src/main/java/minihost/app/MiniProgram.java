package minihost.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import minihost.api.WxFailure;
import minihost.component.ComponentFiles;
import minihost.component.Components;
import minihost.config.AppJson;
import minihost.js.HostFunction;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * One mini program in its JavaScript world: {@code App}, {@code Page} and the rest of its globals,
 * its files run in order, its hooks called in order (sheet 6.3). Everything belongs to the JS
 * thread. What the program throws is reported by the runtime, and the sequence goes on (LC-10).
 */
public final class MiniProgram {
  /** What is told of the program as it runs. JS thread. */
  public interface Listener {
    /** Something about the program's shape that does not stop it. */
    void notice(Reason reason);

    /** A step of a page, before its hook is called. */
    void step(Step step);
  }

  private static final Reason ENDED =
      new Reason(
          NavigationCode.PROGRAM_ENDED,
          "the mini program has been destroyed",
          "launch it again",
          Origin.BUILT_IN);

  private final EventLoop loop;
  private final AppJson app;
  private final ProgramModules modules;
  private final Listener listener;
  private final Notices notices;
  private final OutsideCalls calls = new OutsideCalls();
  private final PageStack stack;
  private final ProgramTurns turns;
  private final JsObject channels;
  private final JsObject pages;
  private final JsObject prelude;
  private final Routes routes;
  private final PageFiles files;
  private final Components components;
  private final Launch launch;
  private Launch enter;
  private boolean started; // the main package
  private boolean destroyed;

  /**
   * Puts the globals into the world, where {@code wx} must be already. Runs nothing of the program.
   *
   * @param launch how the program is entered; its path may be a page that does not exist
   */
  public MiniProgram(
      JsRuntime js,
      EventLoop loop,
      AppJson app,
      ProgramModules modules,
      Launch launch,
      Listener listener) {
    this.loop = loop;
    this.app = app;
    this.modules = modules;
    this.listener = listener;
    this.launch = launch;
    enter = launch;
    notices = new Notices(app, listener);
    stack = new PageStack(app);
    js.install(MiniProgram.class, "data.js", Map.of());
    components = new Components(js, app, new OfComponents(), listener::notice);
    channels = js.install(MiniProgram.class, "event-channel.js", Map.of());
    js.install(MiniProgram.class, "definitions.js", Map.of());
    pages = js.install(MiniProgram.class, "pages.js", Map.of());
    prelude =
        js.install(
            MiniProgram.class,
            "app.js",
            Map.of(
                "later",
                this::later,
                "answered",
                calls::answered,
                "appRegisteredTwice",
                args -> HostFunction.done(notices::appRegisteredTwice)));
    if (app.game()) prelude.call("playGame");
    turns = new ProgramTurns(js, text -> prelude.call("tellError", text));
    routes = new Routes(app, stack, js, turns);
    files = new PageFiles(app, modules, prelude, turns, notices);
  }

  /**
   * Starts the program (LC-1): app.js with onLaunch and onShow, the page files of the main package,
   * then the first page. Files of subpackages, or all with {@code lazyCodeLoading}, run when their
   * page is first opened. Entered by a page of an independent subpackage, the program goes without
   * its main package until another page is opened.
   *
   * @return false when app.js failed, which has been reported: there is no program to go on with
   */
  public boolean launch() {
    prelude.call("launching", launch.options());
    if (app.game()) return launchGame();
    if (!app.isIndependent(launch.path()) && !startMainPackage()) return false;
    enterPage("appLaunch", launch);
    return true;
  }

  /** Runs app.js and the pages beside it; false when app.js failed, which has been reported. */
  private boolean startMainPackage() {
    started = true;
    Optional<String> script = modules.resolve("app");
    if (script.isEmpty()) notices.appFileMissing();
    if (script.isPresent() && !turns.attempt(() -> modules.run(script.get()))) return false;
    tell("launched");
    if (!app.lazyCodeLoading()) files.runMainPackage();
    return true;
  }

  /** A mini game is one script (sheet 9.2): whatever it wants to hear, it asks {@code wx} for. */
  private boolean launchGame() {
    Optional<String> script = modules.resolve("game");
    if (script.isEmpty()) notices.gameFileMissing();
    return script.isPresent() && turns.attempt(() -> modules.run(script.get()));
  }

  /**
   * Runs the {@code game.js} of a mini game's subpackage, or the script that its root is, in a turn
   * of its own.
   *
   * @param name as in game.json, or the root
   * @param done told on the JS thread why it failed, or nothing
   */
  public void loadSubpackage(String name, Consumer<Optional<Reason>> done) {
    Optional<String> script =
        app.subpackages().stream()
            .filter(p -> p.name().equals(name) || p.root().equals(name))
            .map(p -> p.root().endsWith(".js") ? p.root() : p.root() + "/game")
            .findFirst()
            .flatMap(modules::resolve);
    loop.begin("wx.loadSubpackage")
        .settle(
            () -> {
              boolean ran = script.isPresent() && turns.attempt(() -> modules.run(script.get()));
              done.accept(ran ? Optional.empty() : Optional.of(notices.noSubpackage(name)));
            });
  }

  /** Calls the hooks of a hide, in order (LC-2). */
  public void hide() {
    current().ifPresent(page -> take(new Step(page, Step.Hook.HIDE)));
    tell("hide");
  }

  /**
   * Calls the hooks of a show, in order (LC-3).
   *
   * @param entry how it is entered anew, which relaunches to its path; empty to go on where it was
   */
  public void show(Optional<Launch> entry) {
    enter = entry.orElseGet(this::hereAgain);
    tell("show", enter.options());
    if (entry.isPresent() && !app.game() && enterPage("autoReLaunch", enter)) return;
    current().ifPresent(page -> take(new Step(page, Step.Hook.SHOW)));
  }

  /** Ends the program. No hook is told (the documents name none); it does nothing from now on. */
  public void destroy() {
    destroyed = true;
    prelude.call("over");
  }

  /** What {@code App.onLaunch} was given (LC-7). */
  public Launch launchOptions() {
    return launch;
  }

  /** What the latest {@code App.onShow} was given (LC-7). */
  public Launch enterOptions() {
    return enter;
  }

  /**
   * Navigates in a turn of its own, as a phone does: what runs now comes to its end first. A
   * relative url is relative to the page that is current now.
   *
   * @param done told on the JS thread, after the hooks, why it failed, or nothing
   */
  public void navigate(Navigation to, Consumer<Optional<Reason>> done) {
    PageUrl target = PageUrl.of(to.url(), current().map(OpenPage::route).orElse(""));
    loop.begin("wx." + to.api()).settle(() -> done.accept(go(to, target)));
  }

  /**
   * Leads the route elsewhere that listeners of {@code wx.onBeforeAppRoute} are told of now.
   *
   * @param url where to, with a query that is dropped with {@code preserveQuery}
   */
  public void rewriteRoute(String url, boolean preserveQuery) throws WxFailure {
    routes.rewrite(url, preserveQuery);
  }

  /** Tells the current page, in a turn of its own, that a person pulled it down. */
  public void pullDown() {
    current()
        .ifPresent(
            page ->
                loop.begin("onPullDownRefresh")
                    .settle(
                        () -> {
                          if (!destroyed) hook(page, "onPullDownRefresh");
                        }));
  }

  /** Open pages, bottom first. */
  public List<OpenPage> pages() {
    return stack.pages();
  }

  public Optional<OpenPage> current() {
    return stack.current();
  }

  /** The current page's {@code data} as plain data; empty without a page. */
  public Optional<Object> pageData() {
    return current().map(page -> prelude.call("pageData", page.id()));
  }

  /** Calls a method of the current page: a hook such as onPullDownRefresh, or a handler. */
  public void callPage(String method, List<Object> args, CallOutcome outcome) {
    int id = current().map(OpenPage::id).orElse(0);
    call(outcome, ticket -> prelude.call("callPage", ticket, id, method, args));
  }

  /** Taps an element of the current page as a person would; the outcome names it. */
  public void tap(String selector, CallOutcome outcome) {
    int id = current().map(OpenPage::id).orElse(0);
    call(outcome, ticket -> prelude.call("tap", ticket, id, selector));
  }

  /** The elements of the current page, a line each; empty without a page. */
  public Optional<String> pageTree() {
    return current().map(page -> (String) prelude.call("outline", page.id()));
  }

  /** Calls a method of the app. */
  public void callApp(String method, List<Object> args, CallOutcome outcome) {
    call(outcome, ticket -> prelude.call("callApp", ticket, method, args));
  }

  private void call(CallOutcome outcome, IntConsumer code) {
    if (destroyed) {
      outcome.failed(ENDED.why());
      return;
    }
    int ticket = calls.add(outcome);
    if (!turns.attempt(() -> code.accept(ticket))) calls.failed(ticket, "the script was stopped");
  }

  private Optional<Reason> go(Navigation to, PageUrl target) {
    if (destroyed) return Optional.of(ENDED);
    if (AppJson.isOfPlugin(to.url())) return Optional.of(Plugins.noPage(to.url()));
    try {
      PageUrl there = routes.begin(to.api(), stack.next(to, target));
      follow(stack.go(to, there));
      return Optional.empty();
    } catch (WxFailure failure) {
      if (to instanceof Navigation.NavigateTo n) channels.call("drop", n.channel());
      return Optional.of(failure.reason());
    }
  }

  /**
   * Opens the page of an entry in place of all others; false, and the program is told, without one.
   */
  private boolean enterPage(String openType, Launch entry) {
    PageUrl to = routes.begin(openType, stack.coming(entry.path(), entry.query()));
    if (app.hasPage(to.route())) {
      follow(stack.reLaunch(to));
      return true;
    }
    follow(List.of());
    notices.entryNotFound(entry);
    Map<String, Object> event =
        Map.of("path", to.route(), "query", to.query(), "isEntryPage", true);
    tell("pageNotFound", event);
    return false;
  }

  /** A page is ready once it has been drawn, after its route. */
  private void follow(List<Step> steps) {
    steps.stream().filter(step -> step.hook() != Step.Hook.READY).forEach(this::take);
    routes.made();
    steps.stream().filter(step -> step.hook() == Step.Hook.READY).forEach(this::take);
    routes.done();
    if (!steps.isEmpty()) current().ifPresent(page -> hook(page, "onRouteDone"));
  }

  private void take(Step step) {
    listener.step(step);
    OpenPage page = step.page();
    if (step.hook() == Step.Hook.LOAD) {
      if (!started && !app.isIndependent(page.route())) startMainPackage();
      files.run(page.route());
      turns.attempt(() -> components.prepare(page.route()));
      prelude.call("open", page.id(), page.route(), page.query(), page.channel());
    }
    turns.attempt(() -> pages.call("step", step.hook().name(), page.id()));
  }

  private void hook(OpenPage page, String name) {
    turns.attempt(() -> pages.call("hook", page.id(), name));
  }

  private void tell(String member, Object... args) {
    if (!destroyed) turns.attempt(() -> prelude.call(member, args));
  }

  private Launch hereAgain() {
    return current()
        .map(page -> new Launch(page.route(), page.query(), enter.scene()))
        .orElse(enter);
  }

  private Object later(Object... args) {
    loop.begin("a callback").settle(() -> tell("nextTurn"));
    return null;
  }

  private final class OfComponents implements ComponentFiles {
    @Override
    public Optional<String> text(String path) {
      return modules.text(path);
    }

    @Override
    public Optional<String> component(String from, String name) {
      return modules.component(from, name);
    }

    @Override
    public void runComponent(String id) {
      files.runComponent(id);
    }
  }
}
