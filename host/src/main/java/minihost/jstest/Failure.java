package minihost.jstest;

import java.nio.file.Path;
import java.util.Map;

/**
 * Why a test failed.
 *
 * @param message in the words of expect, or of the error
 * @param stack the author's own frames, a line each; may be empty
 * @param excerpt the lines around the innermost of them, marked; may be empty
 */
record Failure(String message, String stack, String excerpt) {
  Failure(String message, String stack) {
    this(message, stack, "");
  }

  static Failure of(Map<?, ?> plain) {
    return new Failure((String) plain.get("message"), (String) plain.get("stack"));
  }

  /** With the lines around its place in the program's folder. */
  Failure in(Path program) {
    return new Failure(message, stack, SourceExcerpt.of(program, stack));
  }
}
