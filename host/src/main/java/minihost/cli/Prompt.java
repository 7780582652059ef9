package minihost.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import minihost.host.Status;

/** {@code pages/feed/feed · foreground · 2 in flight ❯}. */
final class Prompt {
  private final Palette palette;
  private final String dot;
  private final String arrow;

  /**
   * @param charset of the terminal; without UTF-8 the prompt is ASCII
   */
  Prompt(Palette palette, Charset charset) {
    this.palette = palette;
    boolean unicode = charset.equals(StandardCharsets.UTF_8);
    dot = unicode ? " · " : " | ";
    arrow = unicode ? "❯ " : "> ";
  }

  String of(Session session) {
    return of(session.host().status());
  }

  String of(Status now) {
    List<String> pages = now.pages();
    StringBuilder text = new StringBuilder();
    text.append(palette.bold(pages.isEmpty() ? "no page" : Visible.line(pages.getLast())));
    text.append(palette.dim(dot)).append(state(now.state()));
    if (now.inFlight() > 0)
      text.append(palette.dim(dot)).append(palette.cyan(now.inFlight() + " in flight"));
    return text.append(' ').append(palette.bold(arrow)).toString();
  }

  /** The prompt of a line that goes on with the one above, as JLine's pattern. */
  String continued() {
    return palette.dim("%P … ".replace("…", dot.equals(" · ") ? "…" : "..."));
  }

  private String state(String state) {
    return state.equals("foreground") ? palette.green(state) : palette.yellow(state);
  }
}
