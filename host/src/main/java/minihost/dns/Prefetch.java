package minihost.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Names looked up before anybody asks for them (sheet DOM-12). It permits nothing: whoever opens a
 * connection has asked the policy. Any thread.
 */
public final class Prefetch {
  /** For how long a system look-up may be believed, in ms: Chromium's host cache says a minute. */
  static final long FRESH_MS = 60_000;

  private final Resolver resolver;
  private final LongSupplier epochMillis;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(CompletableFuture<List<InetAddress>> addresses, long until) {}

  /** The system's way to look a name up; blocks. */
  @FunctionalInterface
  public interface Resolver {
    List<InetAddress> lookUp(String name) throws UnknownHostException;
  }

  /**
   * How one look-up ended.
   *
   * @param addresses none when it failed
   * @param failure empty when it did not
   */
  public record Result(String name, List<InetAddress> addresses, String failure, long tookMs) {}

  /**
   * @param epochMillis the run's clock
   */
  public Prefetch(Resolver resolver, LongSupplier epochMillis) {
    this.resolver = resolver;
    this.epochMillis = epochMillis;
  }

  /**
   * Begins to look names up, all at once, on threads of their own; returns at once.
   *
   * @param told of each result, on its thread
   */
  public void begin(Collection<String> names, Consumer<Result> told) {
    for (String name : names) {
      CompletableFuture<List<InetAddress>> addresses = new CompletableFuture<>();
      long start = epochMillis.getAsLong();
      entries.put(name.toLowerCase(Locale.ROOT), new Entry(addresses, start + FRESH_MS));
      Thread.ofVirtual()
          .name("minihost-prefetch " + name)
          .start(() -> told.accept(lookUp(name, start, addresses)));
    }
  }

  private Result lookUp(String name, long start, CompletableFuture<List<InetAddress>> addresses) {
    try {
      List<InetAddress> found = resolver.lookUp(name);
      Result result = new Result(name, found, "", epochMillis.getAsLong() - start);
      addresses.complete(found);
      return result;
    } catch (UnknownHostException | RuntimeException e) {
      addresses.complete(List.of());
      long took = epochMillis.getAsLong() - start;
      return new Result(name, List.of(), String.valueOf(e.getMessage()), took);
    }
  }

  /** Whether {@link #addresses} would answer at once. */
  public boolean knows(String name) {
    return fresh(name).filter(e -> !e.addresses.getNow(List.of()).isEmpty()).isPresent();
  }

  /** The addresses of a name that is being looked up, or was a moment ago. Blocks. */
  public Optional<List<InetAddress>> addresses(String name) {
    return fresh(name).map(e -> e.addresses.join()).filter(found -> !found.isEmpty());
  }

  private Optional<Entry> fresh(String name) {
    return Optional.ofNullable(entries.get(name.toLowerCase(Locale.ROOT)))
        .filter(e -> epochMillis.getAsLong() < e.until);
  }

  /** Forgets all: the phone is on another network. */
  public void forget() {
    entries.clear();
  }
}
