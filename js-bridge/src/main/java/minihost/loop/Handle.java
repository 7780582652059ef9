package minihost.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A ticket for something that stays open: a socket, a REPL. The loop does not end while one is
 * open, but virtual time moves on. Closed once, from any thread.
 */
public final class Handle implements AutoCloseable {
  private final EventLoop loop;
  private final String what;
  private final boolean listens;
  private final AtomicBoolean closed = new AtomicBoolean();

  Handle(EventLoop loop, String what, boolean listens) {
    this.loop = loop;
    this.what = what;
    this.listens = listens;
  }

  boolean listens() {
    return listens;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) loop.closed(this);
  }

  @Override
  public String toString() {
    return what;
  }
}
