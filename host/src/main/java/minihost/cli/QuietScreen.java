package minihost.cli;

import minihost.journal.Event;

/** Leaves out what went as it should: calls, pages, moves ({@code --quiet}). */
record QuietScreen(Screen shown) implements Screen {
  @Override
  public void event(Event event) {
    switch (event) {
      case Event.Console _, Event.ScriptError _, Event.Note _ -> shown.event(event);
      default -> {}
    }
  }

  @Override
  public void say(String text) {
    shown.say(text);
  }

  @Override
  public void complain(String text) {
    shown.complain(text);
  }
}
