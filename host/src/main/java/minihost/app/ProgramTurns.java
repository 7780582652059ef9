package minihost.app;

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
    String[] thrown = new String[1];
    js.turn(
        () -> {
          try {
            code.run();
          } catch (JsException e) {
            thrown[0] = e.error().text();
            throw e;
          }
        });
    if (thrown[0] != null) js.turn(() -> hooks.tell(thrown[0]));
    return thrown[0] == null;
  }
}
