package minihost.jstest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.journal.Event;
import org.opentest4j.AssertionFailedError;

/** A failure of a JavaScript test, with the author's frames and what happened in the test. */
public final class JsTestFailure extends AssertionFailedError {
  private static final long serialVersionUID = 1;
  private static final Pattern FRAME =
      Pattern.compile("at (?:(.*) \\()?([^()]+?):(\\d+)(?::\\d+)?\\)?");

  private final transient String stack;
  private final transient String excerpt;
  private final transient List<Event> journal;

  private JsTestFailure(Failure failure, List<Event> journal) {
    super(failure.message());
    stack = failure.stack();
    excerpt = failure.excerpt();
    this.journal = journal;
    setStackTrace(
        stack
            .lines()
            .map(String::strip)
            .map(FRAME::matcher)
            .filter(Matcher::matches)
            .map(JsTestFailure::frame)
            .toArray(StackTraceElement[]::new));
  }

  private static StackTraceElement frame(Matcher at) {
    String function = at.group(1) == null ? "" : at.group(1);
    return new StackTraceElement(function, "", at.group(2), Integer.parseInt(at.group(3)));
  }

  /** The first failure; the others are suppressed ones of it. */
  static JsTestFailure of(List<Failure> failures, List<Event> journal) {
    JsTestFailure first = new JsTestFailure(failures.getFirst(), journal);
    failures.stream().skip(1).forEach(f -> first.addSuppressed(new JsTestFailure(f, List.of())));
    return first;
  }

  /** The author's frames, a line each, as JavaScript writes them; may be empty. */
  public String stack() {
    return stack;
  }

  /** The lines around the innermost frame, the place marked; may be empty. */
  public String excerpt() {
    return excerpt;
  }

  /** What happened in the test, in order. */
  public List<Event> journal() {
    return journal;
  }

  @Override
  public String toString() {
    return excerpt.isEmpty() ? getMessage() : getMessage() + "\n\n" + excerpt + "\n";
  }
}
