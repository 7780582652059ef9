package minihost.cli;

import minihost.journal.Event;

/** Where a run shows itself. Any thread; one entry at a time. */
interface Screen {
  void event(Event event);

  /** The answer to a command; nothing for an empty one. */
  void say(String text);

  /** Why a command could not be done. */
  void complain(String text);
}
