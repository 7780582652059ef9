package minihost.jstest;

import java.util.Map;

/**
 * Why a test failed.
 *
 * @param message in the words of expect, or of the error
 * @param stack the author's own frames, a line each; may be empty
 */
record Failure(String message, String stack) {
  static Failure of(Map<?, ?> plain) {
    return new Failure((String) plain.get("message"), (String) plain.get("stack"));
  }
}
