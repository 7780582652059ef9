package minihost.app;

import minihost.js.JsError;
import minihost.js.JsException;
import minihost.js.JsRuntime;

/**
 * Runs what may throw out of the program, as turns: the runtime reports it, and the program's error
 * hooks are told.
 */
final class ProgramTurns {
  /** Tells App.onError and wx.onError. */
  interface ErrorHooks {
    void tell(String text);
  }

  private final JsRuntime js;
  private final ErrorHooks hooks;

  ProgramTurns(JsRuntime js, ErrorHooks hooks) {
    this.js = js;
    this.hooks = hooks;
  }

  /**
   * @return whether nothing was thrown
   */
  boolean attempt(Runnable code) {
    JsError[] thrown = new JsError[1];
    js.turn(
        () -> {
          try {
            code.run();
          } catch (JsException e) {
            thrown[0] = e.error();
            throw e;
          }
        });
    JsError error = thrown[0];
    // A program that had to be stopped is not given another turn to run away with.
    if (error != null && error.kind() != JsError.Kind.STOPPED)
      js.turn(() -> hooks.tell(error.text()));
    return error == null;
  }
}
