package minihost.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.config.AppJson;
import minihost.js.JsError;
import minihost.js.JsRuntime;
import minihost.loop.EventLoop;
import minihost.loop.VirtualClock;
import minihost.reason.Reason;
import minihost.wx.AppEventsFamily;
import minihost.wx.NavigationFamily;
import minihost.wxml.Paths;

/**
 * A mini program whose files are texts, in a world of its own: what it wrote and what it threw.
 * Every {@link #turn} runs until the program is idle. Belongs to one test on one thread.
 */
public final class AppWorld implements JsRuntime.Listener, MiniProgram.Listener, AutoCloseable {
  public final List<String> out = new ArrayList<>();
  public final List<String> notices = new ArrayList<>();
  public final List<String> errors = new ArrayList<>();
  public final EventLoop loop;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> ran = new ArrayList<>();
  private AppJson app;
  private Launch launch;
  private JsRuntime js;
  private MiniProgram program;

  public AppWorld() {
    loop = new EventLoop(new VirtualClock(), t -> errors.add("internal: " + t));
  }

  /** A program of these pages without tabs, entered by the first. */
  public static AppWorld withPages(String... pages) {
    return new AppWorld().app(Apps.of(List.of(pages), List.of()));
  }

  /** A program of these pages, the last {@code tabs} of which are tabs. */
  public static AppWorld withTabs(int tabs, String... pages) {
    List<String> all = List.of(pages);
    return new AppWorld().app(Apps.of(all, all.subList(all.size() - tabs, all.size())));
  }

  public AppWorld app(AppJson json) {
    app = json;
    launch = Launch.of(json.home(), "", Launch.MAIN_ENTRY);
    return this;
  }

  /**
   * @param id {@code app.js}, {@code pages/a/a.ts}
   */
  public AppWorld file(String id, String code) {
    files.put(id, code);
    return this;
  }

  public AppWorld enteredBy(Launch launch) {
    this.launch = launch;
    return this;
  }

  /** Starts it, and runs until it is idle. */
  public AppWorld launch() {
    return turn(
        () -> {
          prepare();
          if (!program.launch()) out.add("not launched");
        });
  }

  private void prepare() {
    js = new JsRuntime(loop, this);
    TestCalls calls = new TestCalls(loop, js);
    program = new MiniProgram(js, loop, app, new Texts(), launch, this);
    calls.define(new NavigationFamily(program));
    calls.define(new AppEventsFamily(program));
  }

  /** Runs a turn on the loop, and what follows from it, until idle. */
  public AppWorld turn(Runnable turn) {
    try {
      loop.run(turn);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Runs code outside any file. */
  public AppWorld script(String code) {
    return turn(() -> js.turn(() -> js.run("test.js", code)));
  }

  public AppWorld hide() {
    return turn(program::hide);
  }

  public AppWorld show() {
    return turn(() -> program.show(Optional.empty()));
  }

  public AppWorld show(Launch entry) {
    return turn(() -> program.show(Optional.of(entry)));
  }

  public AppWorld advance(Duration by) {
    return turn(() -> loop.advance(by));
  }

  public MiniProgram program() {
    return program;
  }

  /** What was written since the last call. */
  public List<String> taken() {
    List<String> taken = List.copyOf(out);
    out.clear();
    return taken;
  }

  /** The outcome of a call from outside, as {@code returned x} or {@code failed x}. */
  public CallOutcome outcome() {
    return new CallOutcome() {
      @Override
      public void returned(Object value) {
        out.add("returned " + value);
      }

      @Override
      public void failed(String message) {
        out.add("failed " + message);
      }
    };
  }

  @Override
  public void console(String level, String text) {
    out.add(text);
  }

  @Override
  public void error(JsError error) {
    errors.add(error.where() + " " + error.message());
  }

  @Override
  public void notice(Reason reason) {
    notices.add(reason.code().name() + ": " + reason.why());
  }

  @Override
  public void step(Step step) {}

  @Override
  public void close() {
    if (js != null) js.close();
  }

  private final class Texts implements ProgramModules {
    @Override
    public Optional<String> resolve(String entry) {
      return List.of(entry + ".js", entry + ".ts").stream().filter(files::containsKey).findFirst();
    }

    @Override
    public Optional<String> text(String path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public Optional<String> component(String from, String name) {
      String id = Paths.resolve(from, name);
      return resolve(id).isPresent() ? Optional.of(id) : Optional.empty();
    }

    @Override
    public void run(String id) {
      if (ran.contains(id)) return;
      ran.add(id);
      js.run(id, files.get(id));
    }
  }
}
