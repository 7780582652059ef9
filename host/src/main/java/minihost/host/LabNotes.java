package minihost.host;

import java.util.function.Consumer;
import minihost.journal.Event;
import minihost.journal.Journal;
import minihost.lab.LabEvent;
import minihost.loop.Clock;

/** Puts what the lab has to say into the journal. */
final class LabNotes implements Consumer<LabEvent> {
  private final Journal journal;
  private final Clock clock;

  LabNotes(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void accept(LabEvent event) {
    long now = clock.epochMillis();
    switch (event) {
      case LabEvent.Served _ -> {} // the call's own entries say it all
      case LabEvent.Failed failed -> journal.record(new Event.Note(now, failed.reason()));
      case LabEvent.Unheard unheard -> journal.record(new Event.Note(now, unheard.reason()));
      case LabEvent.Printed printed ->
          journal.record(new Event.Console(now, printed.level(), "[lab] " + printed.text()));
    }
  }
}
