package minihost.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import minihost.config.Device;

/**
 * Whether the network is weak (sockets sheet 5): of the run's last 8 exchanges, 3 timed out as they
 * connected, or 3 had a handshake of more than 400 ms, or 3 were lost. Or as a person says. Any
 * thread.
 */
public final class WeakNetwork {
  private static final int WINDOW = 8;
  private static final int ENOUGH = 3;

  private final Deque<Passage> last = new ArrayDeque<>(); // guarded by this
  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private Device.WeakNetwork said; // guarded by this
  private volatile boolean weak;

  WeakNetwork(Device.WeakNetwork said) {
    this.said = said;
    weak = now();
  }

  public boolean isWeak() {
    return weak;
  }

  /**
   * Tells {@code listener} of every change from now on, in order, on the thread that makes it; it
   * must not block.
   */
  public void listen(Consumer<Boolean> listener) {
    listeners.add(listener);
  }

  /** Decides it, or has the run's traffic decide. */
  public synchronized void say(Device.WeakNetwork what) {
    said = what;
    look();
  }

  /** What was said of it last. */
  public synchronized Device.WeakNetwork said() {
    return said;
  }

  synchronized void seen(Passage exchange) {
    if (last.size() == WINDOW) last.removeFirst();
    last.addLast(exchange);
    look();
  }

  /** What was seen of one network says nothing of the next. */
  synchronized void forget() {
    last.clear();
    look();
  }

  private void look() {
    boolean now = now();
    if (now == weak) return;
    weak = now;
    listeners.forEach(l -> l.accept(now));
  }

  private boolean now() {
    return switch (said) {
      case ON -> true;
      case OFF -> false;
      case AUTO ->
          enough(Passage::connectTimedOut) || enough(Passage::slow) || enough(Passage::lost);
    };
  }

  private boolean enough(Predicate<Passage> sign) {
    return last.stream().filter(sign).count() >= ENOUGH;
  }
}
