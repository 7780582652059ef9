package minihost.jstest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.app.AppCode;
import minihost.journal.Event;

/** What a test has to answer for besides its own assertions: what the program did meanwhile. */
final class Verdict {
  private Verdict() {}

  /**
   * @param refusalsSeen whether the test has looked at what was refused
   * @return what is wrong, in words; empty when nothing is
   */
  static List<String> of(List<Event> events, boolean refusalsSeen) {
    List<String> wrong = new ArrayList<>();
    Map<Integer, String> open = new LinkedHashMap<>();
    for (Event event : events) {
      switch (event) {
        case Event.ScriptError e ->
            wrong.add(
                "the program threw: "
                    + e.message()
                    + (e.where().isEmpty() ? "" : " at " + e.where()));
        case Event.Decided d when !d.decision().allowed() && !refusalsSeen ->
            wrong.add(
                d.decision().ask().asker()
                    + " "
                    + d.decision().ask().url()
                    + " was refused by "
                    + d.decision().reason().code().name()
                    + ": "
                    + d.decision().reason().why()
                    + "; if that is meant, write expect(host).toHaveBeenRefused('"
                    + d.decision().reason().code().name()
                    + "')");
        case Event.Note n when n.reason().code() == AppCode.MEMBER_ABSENT ->
            wrong.add(n.reason().why() + " at " + n.reason().origin());
        case Event.CallStarted c when CallRecord.EXCHANGES.contains(c.api()) ->
            open.put(c.call(), "wx." + c.api() + " #" + c.call());
        case Event.CallEnded c -> open.remove(c.call());
        default -> {}
      }
    }
    if (!open.isEmpty())
      wrong.add(
          "the test ended while "
              + String.join(", ", open.values())
              + " was under way; write await host.idle()");
    return wrong;
  }
}
