package minihost.cli;

import java.util.Map;

/** The few styles there are; without colour every one of them gives the text as it is. */
record Palette(boolean colours) {
  static final Palette PLAIN = new Palette(false);
  static final Palette COLOURS = new Palette(true);

  /** Colours for a terminal, unless {@code NO_COLOR} is set or the terminal has none. */
  static Palette of(boolean terminal, Map<String, String> environment) {
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean able = !environment.getOrDefault("TERM", "").equals("dumb");
    return terminal && wanted && able ? COLOURS : PLAIN;
  }

  String dim(String text) {
    return style("2", text);
  }

  String bold(String text) {
    return style("1", text);
  }

  String red(String text) {
    return style("31", text);
  }

  String green(String text) {
    return style("32", text);
  }

  String yellow(String text) {
    return style("33", text);
  }

  String cyan(String text) {
    return style("36", text);
  }

  /** Every line by itself, so that a line keeps its style wherever it is put. */
  private String style(String code, String text) {
    if (!colours || text.isEmpty()) return text;
    return "\u001b["
        + code
        + "m"
        + text.replace("\n", "\u001b[0m\n\u001b[" + code + "m")
        + "\u001b[0m";
  }
}
