package minihost.lab;

import java.io.IOException;

/** Ends things that may already be gone. */
final class Quietly {
  private Quietly() {}

  interface Step {
    void run() throws IOException;
  }

  static void run(Step step) {
    try {
      step.run();
    } catch (IOException alreadyGone) {
      // The other side was faster: what was to be ended has ended.
    }
  }
}
