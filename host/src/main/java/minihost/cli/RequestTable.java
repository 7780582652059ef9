package minihost.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import minihost.journal.Event;

/** The network calls of a run with their decision, their end and their timings. */
final class RequestTable {
  private RequestTable() {}

  /** The table; a sentence when there are none. */
  static String of(List<Event> events) {
    Table table = new Table().row("#", "call", "decision", "end", "size", "took", "ms");
    Map<Integer, Event.Decided> decided = new HashMap<>();
    Map<Integer, Event.CallEnded> ended = new HashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Decided d) decided.put(d.call(), d);
      if (event instanceof Event.CallEnded e) ended.put(e.call(), e);
    }
    boolean any = false;
    for (Event event : events) {
      if (!(event instanceof Event.CallStarted call) || !CallText.isNetwork(call.api())) continue;
      any = true;
      Event.CallEnded end = ended.get(call.call());
      table.row(
          String.valueOf(call.call()),
          CallText.method(call.options()) + " " + CallText.url(call.options()),
          decision(decided.get(call.call())),
          end == null ? "in flight" : end(end),
          end != null && end.facts().get("bytes") instanceof Number n
              ? CallText.bytes(n.longValue())
              : "",
          end == null ? "" : Durations.show(end.tookMs()),
          end == null ? "" : CallText.timings(end.facts()));
    }
    return any ? table.toString() : "no network call yet";
  }

  private static String decision(Event.Decided decided) {
    if (decided == null) return "-";
    String rule = decided.decision().reason().code().name();
    return (decided.decision().allowed() ? "allowed " : "REFUSED ") + rule;
  }

  private static String end(Event.CallEnded end) {
    if (end.ok()) return String.valueOf(end.facts().getOrDefault("statusCode", "ok"));
    return end.errMsg() + end.errno().map(n -> " (" + n + ")").orElse("");
  }
}
