package minihost.js;

/**
 * The object a host script returned, held on the Java side: its members can be called with plain
 * data. JS thread.
 */
public interface JsObject {
  /**
   * Calls a member and waits for it. Promise jobs have run when this returns, if it is the
   * outermost call into JavaScript.
   *
   * @throws JsException what the member threw
   */
  Object call(String member, Object... args);
}
