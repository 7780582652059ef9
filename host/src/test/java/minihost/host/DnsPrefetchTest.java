package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import minihost.journal.Event;
import minihost.lab.Answer;
import org.junit.jupiter.api.Test;

class DnsPrefetchTest {
  private static String names(String... names) {
    return "domains.prefetchdnsdomain=[\"" + String.join("\",\"", names) + "\"]";
  }

  /** The look-ups run beside the program, which does not wait for them. */
  private static List<Event.NamePrefetched> awaitEvents(TestRun run, int count)
      throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (run.events(Event.NamePrefetched.class).size() < count)
      assertTrue(System.nanoTime() < giveUp, "not told of");
    return run.events(Event.NamePrefetched.class);
  }

  @Test // DOM-12
  void mappedNamesObeyHostsAndOthersAreLookedUp() throws Exception {
    try (TestRun run = new TestRun()) {
      run.set(names("api.example.com", "cdn.example.com", "not-there.invalid"));
      run.set("hosts.cdn.example.com=127.0.0.1:3000").start();
      for (Event.NamePrefetched e : awaitEvents(run, 3)) {
        String lab = "127.0.0.1:" + run.lab.origin("https://api.example.com").port();
        switch (e.name()) {
          case "api.example.com" -> assertEquals(List.of(lab), e.addresses());
          case "cdn.example.com" -> assertEquals(List.of("127.0.0.1:3000"), e.addresses());
          default -> assertFalse(e.failure().isEmpty());
        }
      }
    }
  }

  @Test // DOM-12
  void aPrefetchedNameIsNoPermission() throws Exception {
    try (TestRun run = new TestRun()) {
      run.lab.https("https://cdn.example.com");
      run.lab.on("GET /x", Answer.json("{}"));
      run.set(names("cdn.example.com")).start();
      awaitEvents(run, 1);
      String end = run.request("url: 'https://cdn.example.com/x'");
      assertTrue(end.startsWith("request:fail url not in domain list"), end);
      assertEquals(0, run.lab.acceptedConnections());
    }
  }

  @Test // DOM-12
  void withoutNamesNothingIsLookedUp() throws Exception {
    try (TestRun run = new TestRun()) {
      run.run();
      assertEquals(List.of(), run.events(Event.NamePrefetched.class));
    }
  }
}
