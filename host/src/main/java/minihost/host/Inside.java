package minihost.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import minihost.app.CallOutcome;
import minihost.app.Launch;
import minihost.app.Navigation;
import minihost.config.Settings;
import minihost.js.JsRuntime;
import minihost.lab.Lab;
import minihost.loop.EventLoop;
import minihost.reason.Reason;
import minihost.wx.Answers;

/**
 * A run as seen from its own JavaScript world, for what drives the program from there, as a test
 * does. Everything belongs to the JS thread.
 */
public final class Inside {
  private final World world;
  private final EventLoop loop;
  private final Optional<Lab> lab;

  Inside(World world, EventLoop loop, Optional<Lab> lab) {
    this.world = world;
    this.loop = loop;
    this.lab = lab;
  }

  public JsRuntime js() {
    return world.js();
  }

  public EventLoop loop() {
    return loop;
  }

  public Optional<Lab> lab() {
    return lab;
  }

  public Status status() {
    return world.status();
  }

  /**
   * Runs a file of the program's folder, once.
   *
   * @param id path from the folder that holds app.json
   * @throws minihost.js.JsException what it threw
   */
  public void run(String id) {
    world.runFile(id);
  }

  /** The program files that the run has come to so far, by real path. Any thread. */
  public Set<Path> programFiles() {
    return world.programFiles();
  }

  /** Hides the program; false when it was hidden. */
  public boolean background() {
    return world.life().hide();
  }

  /** Shows the program; false when it was shown. */
  public boolean foreground() {
    return world.life().show();
  }

  public void destroy() {
    world.life().destroy();
  }

  /** Suspends the program, as five seconds in background do; false when it is already. */
  public boolean suspend() {
    return world.life().suspend();
  }

  /**
   * Ends the program and starts it anew in this world, at once; not from a turn of JavaScript.
   *
   * @param launch how it is entered; empty for its home page
   * @return whether there is a program again
   * @throws IOException if the settings need what the run does not have
   */
  public boolean relaunch(Settings settings, Optional<Launch> launch) throws IOException {
    return world.relaunch(settings, launch);
  }

  /** What the program goes by now. */
  public Settings settings() {
    return world.life().settings();
  }

  /** Has what looks at settings at each call go by these from now on. */
  public void change(Settings settings) {
    world.life().change(settings);
  }

  /**
   * As {@link Host#answer}, with an answer that is asked at each call.
   *
   * @return why not, if it cannot be answered
   */
  public Optional<String> answer(
      String name, Optional<Function<Map<String, Object>, Map<String, Object>>> answer) {
    return world.answer(
        name, answer.map(a -> new Answers.Given("the test", options -> a.apply(options))));
  }

  /** Notes who answers what; what is returned makes it so again. */
  public Runnable noteAnswers() {
    Map<String, Answers.Given> before = world.answers().given();
    return () -> world.answers().restore(before);
  }

  public Phone phone() {
    return world.phone();
  }

  /**
   * @param done told once, with the reason why not, if there is one
   */
  public void navigate(Navigation to, Consumer<Optional<Reason>> done) {
    world.navigate(to).thenAccept(done);
  }

  /** Moves the clock; {@code then} runs when it has come there and what was due has run. */
  public void advance(Duration by, Runnable then) {
    // Timers of that same moment that are set on the way come first.
    loop.afterQuietly(by, () -> loop.afterQuietly(Duration.ZERO, then));
    loop.advance(by);
  }

  /** Taps an element of the current page; the outcome names it. */
  public void tap(String selector, CallOutcome outcome) {
    world.program().tap(selector, outcome);
  }

  /** The elements of the current page, a line each; empty without a page. */
  public Optional<String> pageTree() {
    return world.program().pageTree();
  }

  /** Whether a timer of the program or of a call is set. */
  public boolean hasTimers() {
    return loop.hasTimers();
  }

  /** Runs {@code then} when no call is under way and no turn waits. */
  public void whenIdle(Runnable then) {
    loop.whenQuiet(then);
  }

  /**
   * Everything that is on {@code wx}, by name, and of {@code wx.cloud} by its path; true for what
   * answers something made up.
   */
  public Map<String, Boolean> members() {
    return world.members();
  }
}
