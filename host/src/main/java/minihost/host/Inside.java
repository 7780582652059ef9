package minihost.host;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import minihost.app.Navigation;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.js.JsRuntime;
import minihost.lab.Lab;
import minihost.loop.EventLoop;
import minihost.reason.Reason;

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

  /** Hides the program; false when it was hidden. */
  public boolean background() {
    return world.hide();
  }

  /** Shows the program; false when it was shown. */
  public boolean foreground() {
    return world.show();
  }

  public void destroy() {
    world.destroy();
  }

  public Device.NetworkType networkType() {
    return world.networkType();
  }

  public void setNetwork(Device.NetworkType type) {
    world.setNetwork(type);
  }

  public boolean isWeak() {
    return world.isWeak();
  }

  /** As {@link Host#setWeakNetwork}. */
  public void setWeakNetwork(Device.WeakNetwork weak) {
    world.setWeakNetwork(weak);
  }

  /** The phone's proxy. */
  public Optional<HostAndPort> proxy() {
    return world.proxy();
  }

  /** As {@link Host#setProxy}. */
  public void setProxy(Optional<HostAndPort> proxy) {
    world.setProxy(proxy);
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
