package minihost.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PrefetchTest {
  private static final List<InetAddress> FOUND = List.of(InetAddress.ofLiteral("1.2.3.4"));

  private final AtomicLong now = new AtomicLong(1000);
  private final AtomicInteger lookUps = new AtomicInteger();
  private final LinkedBlockingQueue<Prefetch.Result> told = new LinkedBlockingQueue<>();

  private Prefetch prefetch(Prefetch.Resolver resolver, String... names)
      throws InterruptedException {
    Prefetch prefetch = new Prefetch(resolver, now::get);
    prefetch.begin(List.of(names), told::add);
    return prefetch;
  }

  private List<InetAddress> found(String name) {
    lookUps.incrementAndGet();
    return FOUND;
  }

  private Prefetch.Result next() throws InterruptedException {
    return told.poll(20, TimeUnit.SECONDS);
  }

  @Test // DOM-12
  void allAreLookedUpAtOnce() throws Exception {
    CountDownLatch together = new CountDownLatch(5);
    prefetch(
        name -> {
          together.countDown();
          try {
            assertTrue(together.await(20, TimeUnit.SECONDS), "one waits for another");
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return FOUND;
        },
        "a.com",
        "b.com",
        "c.com",
        "d.com",
        "e.com");
    for (int i = 0; i < 5; i++) assertEquals(FOUND, next().addresses());
  }

  @Test // DOM-12
  void aNameIsKnownForAMinute() throws Exception {
    Prefetch prefetch = prefetch(this::found, "a.com");
    assertEquals(new Prefetch.Result("a.com", FOUND, "", 0), next());
    now.addAndGet(Prefetch.FRESH_MS - 1);
    assertTrue(prefetch.knows("A.com"));
    assertEquals(Optional.of(FOUND), prefetch.addresses("a.COM"));
    assertFalse(prefetch.knows("b.com"));
    now.addAndGet(1);
    assertFalse(prefetch.knows("a.com"));
    assertEquals(Optional.empty(), prefetch.addresses("a.com"));
    assertEquals(1, lookUps.get());
  }

  @Test // DOM-12
  void whoComesWhileItIsLookedUpWaitsForThat() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Prefetch prefetch =
        prefetch(
            name -> {
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return found(name);
            },
            "a.com");
    assertFalse(prefetch.knows("a.com"));
    now.addAndGet(30);
    go.countDown();
    assertEquals(Optional.of(FOUND), prefetch.addresses("a.com"));
    assertEquals(30, next().tookMs());
    assertEquals(1, lookUps.get());
  }

  @Test // DOM-12
  void aNameThatIsNotFoundIsLookedUpAgainByWhoeverNeedsIt() throws Exception {
    Prefetch prefetch =
        prefetch(
            name -> {
              throw new UnknownHostException(name + " is not there");
            },
            "a.com");
    assertEquals(new Prefetch.Result("a.com", List.of(), "a.com is not there", 0), next());
    assertEquals(Optional.empty(), prefetch.addresses("a.com"));
    assertFalse(prefetch.knows("a.com"));
  }

  @Test
  void anotherNetworkMeansOtherAddresses() throws Exception {
    Prefetch prefetch = prefetch(this::found, "a.com");
    next();
    prefetch.forget();
    assertFalse(prefetch.knows("a.com"));
  }
}
