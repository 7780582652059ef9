package minihost.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import minihost.loop.EventLoop;

/** Work handed over to a run's JS thread from any other one. */
final class JsThread {
  private final EventLoop loop;
  private final CompletableFuture<Void> ended;

  /**
   * @param ended done when the run is over, and no work is taken any longer
   */
  JsThread(EventLoop loop, CompletableFuture<Void> ended) {
    this.loop = loop;
    this.ended = ended;
  }

  /**
   * Runs work when its turn comes; the result ends with {@link IllegalStateException} if none does.
   */
  <T> CompletableFuture<T> soon(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ended.thenRun(
        () -> result.completeExceptionally(new IllegalStateException("the run has ended")));
    loop.post(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable t) {
            result.completeExceptionally(t);
          }
        });
    return result;
  }

  /** Runs work and waits for its result. */
  <T> T now(Callable<T> work) {
    return await(soon(work));
  }

  void now(Runnable work) {
    now(
        () -> {
          work.run();
          return null;
        });
  }

  static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) throw r;
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the JS thread", e);
    }
  }
}
