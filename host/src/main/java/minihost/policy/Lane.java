package minihost.policy;

import java.util.ArrayDeque;

/**
 * At most {@code limit} at a time, first come, first served: one lane per kind of call (sheet
 * CON-2). JS thread only.
 */
public final class Lane {
  private int limit;
  private final ArrayDeque<Place> waiting = new ArrayDeque<>();
  private int running;

  public Lane(int limit) {
    this.limit = limit;
  }

  /** Those that wait start as far as there is room now; those that run go on. */
  public void setLimit(int limit) {
    this.limit = limit;
    startWaiting();
  }

  private void startWaiting() {
    while (running < limit && !waiting.isEmpty()) waiting.poll().start();
  }

  /** Runs {@code go} now if there is room, else when those ahead have left. */
  public Place enter(Runnable go) {
    Place place = new Place(go);
    if (running < limit) place.start();
    else waiting.add(place);
    return place;
  }

  public boolean isFull() {
    return running >= limit;
  }

  public int running() {
    return running;
  }

  public int waiting() {
    return waiting.size();
  }

  /** One call's place in the lane. */
  public final class Place {
    private final Runnable go;
    private boolean started;
    private boolean left;

    private Place(Runnable go) {
      this.go = go;
    }

    public boolean isWaiting() {
      return !started && !left;
    }

    private void start() {
      started = true;
      running++;
      go.run();
    }

    /** Gives the place back, or leaves the queue; the next in line starts. Idempotent. */
    public void leave() {
      if (left) return;
      left = true;
      if (!started) {
        waiting.remove(this);
        return;
      }
      running--;
      startWaiting();
    }
  }
}
