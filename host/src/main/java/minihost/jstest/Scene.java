package minihost.jstest;

import java.util.ArrayList;
import java.util.List;
import minihost.journal.Event;

/** What happened since the test began; the listener of the host's journal. */
final class Scene {
  private final List<Event> events = new ArrayList<>(); // guarded by this, as the next
  private final List<String> printed = new ArrayList<>();
  private boolean refusalsSeen;

  synchronized void add(Event event) {
    events.add(event);
    if (event instanceof Event.Console line) printed.add(line.text());
  }

  /** What was printed since this was last asked, also before and between tests. */
  synchronized String printed() {
    String all = String.join("\n", printed);
    printed.clear();
    return all;
  }

  synchronized void begin() {
    events.clear();
    refusalsSeen = false;
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
