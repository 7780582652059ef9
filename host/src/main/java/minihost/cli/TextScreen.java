package minihost.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.function.Consumer;
import minihost.journal.Event;

/** Shows a run to a person. */
final class TextScreen implements Screen {
  private final Palette palette;
  private final EventText events;
  private final Consumer<String> out;

  /**
   * @param out takes whole lines
   */
  TextScreen(Palette palette, ZoneId zone, Consumer<String> out) {
    this.palette = palette;
    this.out = out;
    events = new EventText(palette, zone);
  }

  /** Prints lines to a stream that others print to as well. */
  static Consumer<String> lines(PrintStream out) {
    return text -> {
      synchronized (out) {
        out.println(text);
        out.flush();
      }
    };
  }

  @Override
  public void event(Event event) {
    String text = events.of(event);
    if (!text.isEmpty()) out.accept(text);
  }

  @Override
  public void say(String text) {
    if (!text.isEmpty()) out.accept(Visible.text(text).stripTrailing());
  }

  @Override
  public void complain(String text) {
    out.accept(palette.red(Visible.text(text)));
  }
}
