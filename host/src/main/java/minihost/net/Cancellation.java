package minihost.net;

/**
 * Stops blocking work from another thread: abort, timeout, the background cut. Cancelling before
 * the work has begun stops it as soon as it does.
 */
public final class Cancellation {
  private Runnable action;
  private boolean cancelled;
  private boolean overdue;

  /** Says what stops the work now going on; runs at once if cancelled already. */
  synchronized void onCancel(Runnable action) {
    this.action = action;
    if (cancelled) action.run();
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Says that it has taken too long; whoever says so cancels it next. Any thread. */
  public synchronized void overdue() {
    if (!cancelled) overdue = true;
  }

  synchronized boolean isOverdue() {
    return overdue;
  }

  /** Any thread; idempotent. */
  public synchronized void cancel() {
    if (cancelled) return;
    cancelled = true;
    if (action != null) action.run();
  }
}
