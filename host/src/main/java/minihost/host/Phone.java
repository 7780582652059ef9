package minihost.host;

import java.util.Optional;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.config.HostMapping;
import minihost.config.Setting;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.loop.Clock;
import minihost.net.Connectivity;
import minihost.net.Fault;
import minihost.net.Preset;
import minihost.net.Shape;
import minihost.reason.Origin;

/**
 * What a person does to the phone's network while a program runs; the journal has each change. It
 * outlives the program. JS thread.
 */
public final class Phone {
  private static final Origin WHILE_RUNNING = Origin.of("set while running", "");

  /** How the network is set, to come back to. */
  public record State(
      Device.NetworkType type,
      Device.WeakNetwork weak,
      Optional<Setting<HostAndPort>> proxy,
      Shape shape) {}

  private final Connectivity network;
  private final Clock clock;
  private final Journal journal;
  private final State first;

  Phone(Connectivity network, Clock clock, Journal journal) {
    this.network = network;
    this.clock = clock;
    this.journal = journal;
    first = state();
  }

  public Device.NetworkType type() {
    return network.type();
  }

  /** Moves the phone to another network; without one, what is in flight fails. */
  public void setNetwork(Device.NetworkType type) {
    if (type == network.type()) return;
    record(type.wxName());
    network.change(type);
  }

  public boolean isWeak() {
    return network.weakness().isWeak();
  }

  /**
   * Says whether the phone's network is weak, or that the run's own traffic tells, as it does at
   * first (sockets sheet 5). The program's listeners hear of a change in the turns that follow.
   */
  public void setWeakNetwork(Device.WeakNetwork weak) {
    if (weak == network.weakness().said()) return;
    record("weak " + weak.word());
    network.weakness().say(weak);
  }

  public Optional<HostAndPort> proxy() {
    return network.proxy().map(Setting::value);
  }

  /**
   * Sets the phone's proxy for every exchange that begins from now on; what is in flight stays on
   * its way.
   *
   * @param proxy empty for none
   * @throws IllegalArgumentException if it has no port
   */
  public void setProxy(Optional<HostAndPort> proxy) {
    if (proxy.filter(to -> to.port() == HostMapping.ANY_PORT).isPresent())
      throw new IllegalArgumentException(proxy.get() + " has no port; give one, such as 8888");
    record("proxy " + proxy.map(HostAndPort::toString).orElse("off"));
    network.setProxy(proxy.map(p -> new Setting<>(p, WHILE_RUNNING)));
  }

  private Shape shape() {
    return network.shaping().shape();
  }

  public long latencyMs() {
    return shape().latencyMs();
  }

  /** 0 for no limit. */
  public long bytesPerSecondDown() {
    return shape().down();
  }

  /** 0 for no limit. */
  public long bytesPerSecondUp() {
    return shape().up();
  }

  public double loss() {
    return shape().loss();
  }

  /**
   * @param ms a round trip, from 0
   */
  public void setLatency(long ms) {
    reshape("latency " + ms + " ms", shape().withLatency(ms));
  }

  /**
   * @param down bytes per second; 0 for no limit
   * @param up the same
   */
  public void setBandwidth(long down, long up) {
    reshape(
        "bandwidth " + shown(down) + " down, " + shown(up) + " up",
        shape().withBandwidth(down, up));
  }

  private static String shown(long bytesPerSecond) {
    return bytesPerSecond == 0 ? "unlimited" : bytesPerSecond + " B/s";
  }

  /**
   * @param share of packets, 0 to 1
   */
  public void setLoss(double share) {
    reshape("loss " + share, shape().withLoss(share));
  }

  /**
   * @param hosts as in {@link Shape#faults}
   * @param fault empty to take it away
   */
  public void setFault(String hosts, Optional<Fault> fault) {
    reshape(
        "fault " + hosts + " " + fault.map(Fault::word).orElse("off"),
        shape().withFault(hosts, fault));
  }

  private void reshape(String what, Shape shape) {
    if (shape.equals(shape())) return;
    record(what);
    network.shaping().change(shape);
  }

  /** Type and shape at once; weakness is what the traffic tells then. */
  public void set(Preset preset) {
    record("preset " + preset.word());
    network.shaping().change(preset.shape(shape()));
    network.change(preset.type());
  }

  /** As it was when the run began. */
  public void reset() {
    restore(first);
  }

  public State state() {
    return new State(network.type(), network.weakness().said(), network.proxy(), shape());
  }

  public void restore(State state) {
    if (state.equals(state())) return;
    record("as before");
    network.shaping().change(state.shape);
    network.setProxy(state.proxy);
    network.weakness().say(state.weak);
    network.change(state.type);
  }

  private void record(String what) {
    journal.record(new Event.Network(clock.epochMillis(), what));
  }
}
