package minihost.jstest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.journal.Event;
import minihost.policy.Decision;

/** The calls of a stretch of the journal as a test reads them: plain data, a record per call. */
final class CallRecord {
  /** Functions that make an HTTP exchange. */
  static final List<String> EXCHANGES =
      List.of("request", "uploadFile", "downloadFile", "cloud.callContainer");

  /** Functions that make a socket. */
  static final List<String> SOCKETS =
      List.of("connectSocket", "createUDPSocket", "createTCPSocket", "cloud.connectContainer");

  private CallRecord() {}

  static List<Map<String, Object>> of(List<Event> events) {
    Map<Integer, Map<String, Object>> calls = new LinkedHashMap<>();
    for (Event event : events) {
      switch (event) {
        case Event.CallStarted c -> calls.put(c.call(), started(c));
        case Event.Decided d when calls.containsKey(d.call()) ->
            calls.get(d.call()).putAll(decision(d.decision()));
        case Event.CallQueued q when calls.containsKey(q.call()) ->
            calls.get(q.call()).put("queued", (double) q.ahead());
        case Event.CallEnded c when calls.containsKey(c.call()) -> ended(calls.get(c.call()), c);
        default -> {}
      }
    }
    return List.copyOf(calls.values());
  }

  private static Map<String, Object> started(Event.CallStarted c) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("id", (double) c.call());
    call.put("api", c.api());
    call.put("url", c.options().get("url"));
    call.put("method", c.options().get("method"));
    call.put("state", "pending");
    call.put("options", c.options());
    return call;
  }

  /** What the rules said: {@code allowed}, {@code rule}, {@code why}, {@code fix}. */
  static Map<String, Object> decision(Decision decision) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("api", decision.ask().api());
    facts.put("url", decision.ask().url());
    facts.put("allowed", decision.allowed());
    facts.put("rule", decision.reason().code().name());
    facts.put("why", decision.reason().why());
    facts.put("fix", decision.reason().fix());
    return facts;
  }

  private static void ended(Map<String, Object> call, Event.CallEnded end) {
    call.put("state", end.ok() ? "ok" : "fail");
    call.put("errMsg", end.errMsg());
    end.errno().ifPresent(errno -> call.put("errno", (double) errno));
    call.put("tookMs", (double) end.tookMs());
    call.put("facts", end.facts());
  }
}
