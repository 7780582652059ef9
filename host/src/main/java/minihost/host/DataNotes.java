package minihost.host;

import java.nio.file.Path;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** What a person should know of a program's data. */
enum DataNotes implements Code {
  DATA_COPIED;

  static Reason copied(Path where) {
    return new Reason(
        DATA_COPIED,
        "another run has " + where + ": this one works on a copy, and what it writes is lost",
        "end the other run first, if this one's storage and files are to last",
        Origin.BUILT_IN);
  }

  @Override
  public String wording() {
    return "data in use";
  }
}
