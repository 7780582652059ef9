package minihost.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

/** One caller's wait for the addresses of a name. Any thread. */
public final class LookUp {
  private final CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
  private final LongSupplier epochMillis;
  private final long startedAt;
  private long endedAt; // guarded by this
  private Runnable leave = () -> {}; // guarded by this

  LookUp(LongSupplier epochMillis) {
    this.epochMillis = epochMillis;
    startedAt = epochMillis.getAsLong();
  }

  /** When it began and when it ended, in ms since the epoch; the latter 0 until then. */
  public long startedAt() {
    return startedAt;
  }

  public synchronized long endedAt() {
    return endedAt;
  }

  /**
   * The addresses, never none, IPv4 first. Blocks until there are some, or {@link #timeOut} or
   * {@link #cancel} ends the wait.
   *
   * @throws HttpDnsFailure with one of {@link HttpDnsCode}
   */
  public List<InetAddress> await() throws IOException {
    try {
      return found.get();
    } catch (ExecutionException e) {
      HttpDnsFailure shared = (HttpDnsFailure) e.getCause();
      throw shared.at(shared.reason().origin());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Ends the wait with {@link HttpDnsCode#TIME_OUT}, unless it has ended. */
  public void timeOut(long afterMs) {
    fail(
        new HttpDnsFailure(
            HttpDnsCode.TIME_OUT, "the provider gave no answer within " + afterMs + " ms"));
  }

  /** Ends the wait because nobody wants the answer any more; idempotent. */
  public void cancel() {
    fail(new HttpDnsFailure(HttpDnsCode.REQUEST_SYSTEM_ERROR, "the look-up was given up"));
  }

  void succeed(List<InetAddress> addresses) {
    if (end()) found.complete(addresses);
  }

  void fail(HttpDnsFailure why) {
    if (end()) found.completeExceptionally(why);
    Runnable leaving;
    synchronized (this) {
      leaving = leave;
      leave = () -> {};
    }
    leaving.run();
  }

  private synchronized boolean end() {
    if (endedAt != 0) return false;
    endedAt = Math.max(1, epochMillis.getAsLong());
    return true;
  }

  /** Says how to leave the question that others may wait for, too. */
  synchronized void leaveWith(Runnable action) {
    leave = action;
  }
}
