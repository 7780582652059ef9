package minihost.cli;

/**
 * Text of the mini program, or of a server, made harmless for a terminal: it may not move the
 * cursor, change colours, set the window's title or turn the reading direction.
 */
final class Visible {
  private Visible() {}

  /** Line ends and tabs stay; every other control becomes its escape, such as {@code \x1b}. */
  static String text(String untrusted) {
    StringBuilder out = null;
    String text = untrusted.indexOf('\r') < 0 ? untrusted : untrusted.replace("\r\n", "\n");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = !isControl(c) || c == '\n' || c == '\t';
      if (harmless && out == null) continue;
      if (out == null) out = new StringBuilder(text.length() + 16).append(text, 0, i);
      if (harmless) out.append(c);
      else out.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", (int) c));
    }
    return out == null ? text : out.toString();
  }

  /** Like {@link #text}, in one line. */
  static String line(String untrusted) {
    return text(untrusted).replace("\n", "\\n").replace("\t", "\\t");
  }

  private static boolean isControl(char c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT && !joins(c)
        || c == '\u2028'
        || c == '\u2029';
  }

  /** Joiners make emoji and Persian what they are. */
  private static boolean joins(char c) {
    return c == '\u200c' || c == '\u200d';
  }
}
