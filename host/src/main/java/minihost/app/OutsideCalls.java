package minihost.app;

import java.util.HashMap;
import java.util.Map;

/** Calls into the program from outside that have not ended. JS thread. */
final class OutsideCalls {
  private final Map<Integer, CallOutcome> waiting = new HashMap<>();
  private int last;

  int add(CallOutcome outcome) {
    waiting.put(++last, outcome);
    return last;
  }

  /** From script: ticket, whether it went well, the value or the error's message. */
  Object answered(Object... args) {
    CallOutcome outcome = waiting.remove(((Double) args[0]).intValue());
    if (outcome == null) return null;
    if (Boolean.TRUE.equals(args[1])) outcome.returned(args[2]);
    else outcome.failed((String) args[2]);
    return null;
  }

  /** The script was stopped before it could answer. */
  void failed(int ticket, String message) {
    CallOutcome outcome = waiting.remove(ticket);
    if (outcome != null) outcome.failed(message);
  }
}
