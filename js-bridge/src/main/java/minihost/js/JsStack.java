package minihost.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads GraalJS stack texts ({@code at f (file:line:column)}): leaves out the host's own frames and
 * gives columns as the author counts them.
 */
final class JsStack {
  /** Source names of the host's own JavaScript begin with this. */
  static final String INTERNAL = "minihost:";

  private static final Pattern FRAME =
      Pattern.compile("\\s*at (?:(.*) \\()?(.+?):(\\d{1,9}):(\\d{1,9})\\)?\\s*");

  private static final Pattern SYNTAX_ERROR =
      Pattern.compile("^SyntaxError: (.+?):(\\d{1,9}):(\\d{1,9}) ");

  private final Columns columns;

  JsStack(Columns columns) {
    this.columns = columns;
  }

  record Frame(String function, String file, int line, int column) {
    @Override
    public String toString() {
      String at = file + ":" + line + ":" + column;
      return function.isEmpty() ? "at " + at : "at " + function + " (" + at + ")";
    }
  }

  /** The program's frames in a V8-style stack text, innermost first. */
  List<Frame> frames(String stack) {
    List<Frame> frames = new ArrayList<>();
    for (String line : stack.split("\n")) {
      Matcher m = FRAME.matcher(line);
      if (!m.matches()) continue;
      String function = m.group(1) == null ? "" : m.group(1);
      frame(function, m.group(2), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)))
          .ifPresent(frames::add);
    }
    return frames;
  }

  Optional<Frame> frame(String function, String file, int line, int column) {
    if (file.startsWith(INTERNAL) || file.startsWith("<")) return Optional.empty();
    int own = columns.original(file, line, column);
    if (own == 0) return Optional.empty();
    String name = function.startsWith(":") || function.equals("(anonymous)") ? "" : function;
    return Optional.of(new Frame(name, file, line, own));
  }

  String text(List<Frame> frames) {
    return frames.stream().map(Frame::toString).collect(Collectors.joining("\n"));
  }

  /** A syntax error has no frame in the file it is about; its message names the place. */
  private Frame syntaxErrorAt(String message) {
    Matcher m = SYNTAX_ERROR.matcher(message);
    if (!m.find()) return new Frame("", "", 0, 0);
    return new Frame("", m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
  }

  JsError error(JsError.Kind kind, String message, List<Frame> frames) {
    Frame broken = syntaxErrorAt(message);
    Frame top = frames.isEmpty() || broken.line > 0 ? broken : frames.getFirst();
    return new JsError(kind, message, text(frames), top.file, top.line, top.column);
  }
}
