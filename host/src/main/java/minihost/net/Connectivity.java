package minihost.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import minihost.config.Device;
import minihost.config.Device.NetworkType;
import minihost.config.HostAndPort;
import minihost.config.Setting;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * What network the phone is on, with which proxy, and whether it is weak; with {@code none} nothing
 * goes out. Any thread.
 */
public final class Connectivity {
  /** What a call gets while there is no network, or when it goes away (sheet E15). */
  public static final Reason NO_NETWORK =
      new Reason(
          NetFailure.INTERNET_DISCONNECTED,
          "the device has no network",
          "turn it on: .network wifi, or device.networkType in minihost.json",
          Origin.BUILT_IN);

  /** What a call in flight gets on iOS when the phone changes its network (sheet E16). */
  public static final Reason NETWORK_CHANGED =
      new Reason(
          NetFailure.NETWORK_CHANGED,
          "the device has changed its network",
          "call again in wx.onNetworkStatusChange",
          Origin.BUILT_IN);

  private final List<Consumer<NetworkType>> listeners = new CopyOnWriteArrayList<>();
  private final WeakNetwork weakness;
  private final Shaping shaping;
  private volatile NetworkType type;
  private volatile Optional<Setting<HostAndPort>> proxy;

  /**
   * As the phone is set when the run begins.
   *
   * @param nanos the run's clock
   */
  public Connectivity(Device device, Shaping.Timer timer, LongSupplier nanos) {
    shaping = new Shaping(timer, nanos);
    type = device.networkType().value();
    proxy = device.systemProxy();
    weakness = new WeakNetwork(device.weakNetwork().value());
  }

  /** The phone's proxy, through which every exchange goes, and who has set it. */
  public Optional<Setting<HostAndPort>> proxy() {
    return proxy;
  }

  /** Holds from the next exchange on; what is in flight stays on its way. */
  public void setProxy(Optional<Setting<HostAndPort>> proxy) {
    this.proxy = proxy;
  }

  /** How slow and how bad the network is. */
  public Shaping shaping() {
    return shaping;
  }

  /** Whether the network is weak. */
  public WeakNetwork weakness() {
    return weakness;
  }

  public NetworkType type() {
    return type;
  }

  public boolean isConnected() {
    return type != NetworkType.NONE;
  }

  /** Tells {@code listener} of every change from now on, on the thread that makes it. */
  public void listen(Consumer<NetworkType> listener) {
    listeners.add(listener);
  }

  public void change(NetworkType to) {
    if (type == to) return;
    type = to;
    weakness.forget();
    listeners.forEach(l -> l.accept(to));
  }

  void require() throws IOException {
    if (!isConnected()) throw new HttpRefused(NO_NETWORK);
  }
}
