package minihost.lab;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Answers that handlers of a JavaScript world still owe, by the number that crosses. Any thread.
 */
final class OwedAnswers {
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Answer>> owed = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Asks for an answer and waits for it.
   *
   * @param ask hands the question over, under this number
   * @throws RouteFailure what the handler threw
   * @throws java.util.concurrent.CancellationException if none will come any more
   */
  Answer await(IntConsumer ask) throws InterruptedException, RouteFailure {
    int number = numbers.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    owed.put(number, answer);
    if (closed) giveUp();
    ask.accept(number);
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw (RouteFailure) e.getCause();
    } finally {
      owed.remove(number);
    }
  }

  /**
   * @param plain what answers.js made of a handler's answer
   */
  void answered(Object number, Map<?, ?> plain) {
    try {
      of(number).complete(ScriptData.answer(plain));
    } catch (IllegalArgumentException e) {
      failed(number, e.getMessage());
    }
  }

  void failed(Object number, String why) {
    of(number).completeExceptionally(new RouteFailure(why));
  }

  /** One that nobody awaits any longer may still be given. */
  private CompletableFuture<Answer> of(Object number) {
    return owed.getOrDefault(((Number) number).intValue(), new CompletableFuture<>());
  }

  private void giveUp() {
    owed.values().forEach(answer -> answer.cancel(false));
  }

  boolean isClosed() {
    return closed;
  }

  /** Gives up those who wait, and whoever comes later. */
  void close() {
    closed = true;
    giveUp();
  }
}
