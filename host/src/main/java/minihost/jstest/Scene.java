package minihost.jstest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import minihost.journal.Event;

/** What happened since the test began; the listener of the host's journal. */
final class Scene {
  private final List<Event> events = new ArrayList<>(); // guarded by this, as the rest
  private final List<String> printed = new ArrayList<>();
  private final Set<String> sockets = new HashSet<>();
  private boolean refusalsSeen;
  private boolean begun;

  synchronized void add(Event event) {
    events.add(event);
    if (event instanceof Event.Console line) printed.add(line.text());
    if (begun && event instanceof Event.CallStarted c && CallRecord.SOCKETS.contains(c.api()))
      sockets.add("wx." + c.api() + " #" + c.call());
  }

  /** What was printed since this was last asked, also before and between tests. */
  synchronized String printed() {
    String all = String.join("\n", printed);
    printed.clear();
    return all;
  }

  /** Of what is open now, the sockets that tests have opened, as the loop names them. */
  synchronized List<String> leftOpen(List<String> open) {
    return open.stream().filter(sockets::contains).sorted().toList();
  }

  synchronized void begin() {
    events.clear();
    refusalsSeen = false;
    begun = true;
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized void refusalsSeen() {
    refusalsSeen = true;
  }

  synchronized Object verdict() {
    return Verdict.of(events, refusalsSeen);
  }

  synchronized Failure notLaunched() {
    String why =
        events.stream()
            .filter(Event.ScriptError.class::isInstance)
            .map(e -> ((Event.ScriptError) e).message())
            .findFirst()
            .orElse("the program has no page to start with");
    return new Failure("the program did not start: " + why, "");
  }
}
