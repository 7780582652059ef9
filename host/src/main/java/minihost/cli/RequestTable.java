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
          CallText.verb(call) + " " + url(call, decided.get(call.call())),
          decision(decided.get(call.call())),
          end != null ? end(end) : call.api().startsWith("create") ? "" : "in flight",
          end != null && end.facts().get("bytes") instanceof Number n
              ? CallText.bytes(n.longValue())
              : "",
          end == null ? "" : Durations.show(end.tookMs()),
          end == null ? "" : CallText.timings(end.facts()));
    }
    return any ? table.toString() : "no network call yet";
  }

  /** A UDP or TCP socket is made without one: where it went last. */
  private static String url(Event.CallStarted call, Event.Decided decided) {
    boolean later = call.api().startsWith("create") && decided != null;
    return later
        ? CallText.shortened(decided.decision().ask().url())
        : CallText.url(call.options());
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
