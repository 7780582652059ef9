package minihost.loop;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;

/** The timers of a loop: by moment, then in the order in which they were set. Loop thread only. */
final class Timers {
  enum Sort {
    HOST,
    SCRIPT,
    QUIET
  }

  record Timer(long at, long order, Runnable turn, Sort sort) {}

  private static final Comparator<Timer> BY_MOMENT =
      Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order);

  private final PriorityQueue<Timer> all = new PriorityQueue<>(BY_MOMENT);
  private final Map<Sort, PriorityQueue<Timer>> bySort = new EnumMap<>(Sort.class);
  private long order;

  Timers() {
    for (Sort sort : Sort.values()) bySort.put(sort, new PriorityQueue<>(BY_MOMENT));
  }

  Runnable add(long at, Runnable turn, Sort sort) {
    Timer timer = new Timer(at, order++, turn, sort);
    all.add(timer);
    bySort.get(sort).add(timer);
    return () -> remove(timer);
  }

  Timer pollDue(long horizon) {
    Timer first = all.peek();
    if (first == null || first.at > horizon) return null;
    remove(first);
    return first;
  }

  /** When the next timer of any sort is due. */
  long due() {
    return all.isEmpty() ? Clock.NEVER : all.peek().at;
  }

  /** The next moment worth going to with nothing else to wait for. */
  long drawing(boolean scriptsSuspended) {
    return Math.min(first(Sort.HOST), scriptsSuspended ? Clock.NEVER : first(Sort.SCRIPT));
  }

  boolean keepOpen(boolean scriptsSuspended) {
    return drawing(scriptsSuspended) != Clock.NEVER;
  }

  private long first(Sort sort) {
    Timer first = bySort.get(sort).peek();
    return first == null ? Clock.NEVER : first.at;
  }

  private void remove(Timer timer) {
    all.remove(timer);
    bySort.get(timer.sort).remove(timer);
  }
}
