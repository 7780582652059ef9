package minihost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.journal.Event;
import minihost.journal.JsonLines;
import minihost.policy.Ask;
import minihost.policy.Decision;
import minihost.policy.Rule;
import minihost.reason.Origin;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;

class EventTextTest {
  private static final long NOON = 43_200_000;
  private static final Reason NOT_LISTED =
      new Reason(
          Rule.DOMAIN_LISTED,
          "x.example is not in the list",
          "add it",
          new Origin("minihost.json", 3, "domains.requestdomain"));

  private final EventText text = new EventText(Palette.PLAIN, ZoneOffset.UTC);

  @Test
  void aCallIsALineAtItsStartAndOneAtItsEnd() {
    assertEquals(
        "12:00:00.000  #1     POST https://x.example/feed",
        text.of(
            new Event.CallStarted(
                NOON, 1, "request", Map.of("url", "https://x.example/feed", "method", "post"))));
    Map<String, Object> facts =
        Map.of("statusCode", 200, "bytes", 2100, "dns", 0L, "connect", 1L, "tls", 21L, "wait", 80L);
    assertEquals(
        "12:00:00.101  #1     200  2.1 kB  101 ms  (dns 0, connect 1, tls 21, wait 80)",
        text.of(ended(true, "request:ok", Optional.empty(), facts, Optional.empty())));
  }

  @Test // DOM-12
  void aPrefetchedNameIsALineForPeopleAndOneForMachines() {
    Event found = new Event.NamePrefetched(NOON, "a.com", List.of("1.2.3.4", "::1"), "", 12);
    assertEquals(
        "12:00:00.000  dns    a.com is 1.2.3.4, ::1 (prefetched in 12 ms)", text.of(found));
    assertEquals(
        "{\"at\":43200000,\"type\":\"prefetch\",\"name\":\"a.com\","
            + "\"addresses\":[\"1.2.3.4\",\"::1\"],\"tookMs\":12}",
        JsonLines.line(found));
    Event lost = new Event.NamePrefetched(NOON, "a.com", List.of(), "no such name", 12);
    assertEquals(
        "12:00:00.000  dns    a.com is not found: no such name (prefetched in 12 ms)",
        text.of(lost));
    assertTrue(JsonLines.line(lost).contains("\"failure\":\"no such name\""));
  }

  @Test
  void aFailureTellsErrnoRuleWhyOriginAndFix() {
    assertEquals(
        """
        12:00:00.101  #1     request:fail url not in domain list (600002)  101 ms
                             DOMAIN_LISTED: x.example is not in the list  (minihost.json:3)
                             fix add it\
        """,
        text.of(
            ended(
                false,
                "request:fail url not in domain list",
                Optional.of(600002),
                Map.of(),
                Optional.of(NOT_LISTED))));
  }

  @Test
  void whatIsNoNewsIsNoLine() {
    Decision allowed =
        new Decision(
            new Ask.Http(Ask.Http.Kind.REQUEST, "https://x.example/", 0),
            List.of(new Decision.Finding(Decision.Verdict.ALLOW, NOT_LISTED)));
    List<Event> quiet =
        List.of(
            new Event.CallStarted(NOON, 1, "getNetworkType", Map.of()),
            new Event.CallProgress(NOON, 1, "headers", Map.of("statusCode", 200)),
            new Event.Decided(NOON, 1, allowed),
            new Event.Page(NOON, "ready", "pages/a/a"));
    assertEquals("", text.of(quiet));
  }

  @Test
  void anErrorShowsItsStackBelowIt() {
    assertEquals(
        """
        12:00:00.000  error  Uncaught TypeError: x is not a function
                                 at f (pages/a.js:4:9)
                                 at pages/a.js:7:1\
        """,
        text.of(
            new Event.ScriptError(
                NOON,
                "uncaught",
                "TypeError: x is not a function",
                "at f (pages/a.js:4:9)\nat pages/a.js:7:1",
                "pages/a.js:4:9")));
  }

  @Test
  void everyTextOfTheProgramIsMadeVisible() {
    String evil = "\u001b[2Jgone";
    Reason reason = new Reason(Rule.DOMAIN_LISTED, evil, evil, new Origin(evil, 1, evil));
    List<Event> events =
        List.of(
            new Event.Console(NOON, "log", evil),
            new Event.CallStarted(NOON, 1, "request", Map.of("url", evil, "method", evil)),
            ended(false, evil, Optional.empty(), Map.of(), Optional.of(reason)),
            new Event.ScriptError(NOON, "uncaught", evil, "at " + evil, evil),
            new Event.Page(NOON, "load", evil),
            new Event.Note(NOON, reason));
    for (Event event : events) {
      String shown = text.of(event);
      assertTrue(shown.contains("\\x1b[2J"), shown);
      assertFalse(shown.contains("\u001b"), shown);
    }
  }

  @Test
  void furtherLinesOfTheConsoleStandBelowTheFirst() {
    assertEquals(
        "12:00:00.000  warn   two\n                     lines",
        text.of(new Event.Console(NOON, "warn", "two\nlines")));
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertTrue(Palette.of(true, Map.of("TERM", "xterm")).colours());
    assertTrue(Palette.of(true, Map.of("NO_COLOR", "")).colours());
    assertFalse(Palette.of(true, Map.of("NO_COLOR", "1")).colours());
    assertFalse(Palette.of(true, Map.of("TERM", "dumb")).colours());
    assertFalse(Palette.of(false, Map.of("TERM", "xterm")).colours());
  }

  private static Event.CallEnded ended(
      boolean ok,
      String errMsg,
      Optional<Integer> errno,
      Map<String, Object> facts,
      Optional<Reason> reason) {
    return new Event.CallEnded(NOON + 101, 1, "request", ok, errMsg, errno, facts, reason, 101);
  }
}
