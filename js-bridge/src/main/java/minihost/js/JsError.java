package minihost.js;

/**
 * Something JavaScript threw, as a person wants to read it.
 *
 * @param kind where it surfaced
 * @param message {@code TypeError: x is not a function}, or what else was thrown, inspected
 * @param stack the program's own frames, one a line, {@code at f (pages/index.js:4:9)}; may be
 *     empty
 * @param file the innermost frame's file, or empty
 * @param line 1-based, 0 when unknown
 * @param column 1-based, 0 when unknown
 */
public record JsError(Kind kind, String message, String stack, String file, int line, int column) {
  public enum Kind {
    /** Thrown out of a turn: a module body, a hook, a timer, a callback. */
    UNCAUGHT,
    UNHANDLED_REJECTION,
    /** Stopped from outside: it did not return. */
    STOPPED
  }

  /** {@code pages/index.js:4:9}, or empty. */
  public String where() {
    return file.isEmpty() ? "" : file + ":" + line + ":" + column;
  }

  /** Message and stack, as a JavaScript console prints them. */
  public String text() {
    return stack.isEmpty() ? message : message + "\n" + stack.indent(4).stripTrailing();
  }
}
