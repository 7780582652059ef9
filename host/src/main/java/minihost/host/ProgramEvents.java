package minihost.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import minihost.config.Suggestion;

/** The program-wide events of {@code wx}, for a person who raises one. Any thread. */
public final class ProgramEvents {
  private final JsThread js;
  private final Supplier<Calls> calls;

  ProgramEvents(JsThread js, Supplier<Calls> calls) {
    this.js = js;
    this.calls = calls;
  }

  /** Without {@code on}: {@code MemoryWarning}. */
  public Set<String> names() {
    return js.now(() -> calls.get().functions().events());
  }

  /**
   * Tells the program's listeners, in a turn of its own.
   *
   * @param name with or without {@code on}
   * @return why not, if there is no such event
   */
  public Optional<String> raise(String name, Map<String, Object> data) {
    Set<String> names = names();
    String event = name.startsWith("on") ? name.substring(2) : name;
    if (names.contains(event)) {
      js.now(() -> calls.get().raise(event, data));
      return Optional.empty();
    }
    String near = Suggestion.nearest(event, names).map(n -> "did you mean " + n + "?").orElse("");
    return Optional.of(
        "wx has no event \"" + event + "\"; " + (near.isEmpty() ? "Tab lists them" : near));
  }
}
