package minihost.journal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What happened in a run, in order: kept up to a limit, and told to listeners as it happens. Any
 * thread; listeners are called one event at a time.
 */
public final class Journal {
  private final int capacity;
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param capacity how many events are kept; older ones are forgotten
   */
  public Journal(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void record(Event event) {
    if (events.size() == capacity) events.poll();
    events.add(event);
    for (Consumer<Event> listener : listeners) listener.accept(event);
  }

  /** Tells {@code listener} of every event from now on. */
  public void listen(Consumer<Event> listener) {
    listeners.add(listener);
  }

  /** What is kept, oldest first. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** The kept events of one kind, oldest first. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
