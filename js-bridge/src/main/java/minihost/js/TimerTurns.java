package minihost.js;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import minihost.loop.EventLoop;

/**
 * The Java half of setTimeout and setInterval: moments on the loop; callbacks stay in timers.js.
 */
final class TimerTurns {
  private final EventLoop loop;
  private final Consumer<Runnable> turn;
  private final Map<Integer, Runnable> cancels = new HashMap<>();
  private JsObject js;

  TimerTurns(EventLoop loop, Consumer<Runnable> turn) {
    this.loop = loop;
    this.turn = turn;
  }

  void bind(JsObject timers) {
    js = timers;
  }

  Map<String, HostFunction> functions() {
    return Map.of("schedule", this::schedule, "cancel", this::cancel);
  }

  /** Takes back every timer. */
  void forget() {
    cancels.values().forEach(Runnable::run);
    cancels.clear();
    js.call("forget");
  }

  private Object schedule(Object... args) {
    int id = ((Double) args[0]).intValue();
    Duration delay = Duration.ofMillis(((Double) args[1]).longValue());
    cancels.put(id, loop.afterScript(delay, () -> fire(id)));
    return null;
  }

  private void fire(int id) {
    cancels.remove(id);
    turn.accept(() -> js.call("fire", id));
  }

  private Object cancel(Object... args) {
    Runnable cancel = cancels.remove(((Double) args[0]).intValue());
    if (cancel != null) cancel.run();
    return null;
  }
}
