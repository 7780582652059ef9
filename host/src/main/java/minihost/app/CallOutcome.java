package minihost.app;

/** Told once how a call into the program from outside ended, on the JS thread. */
public interface CallOutcome {
  /**
   * @param value plain data; what a returned promise was fulfilled with
   */
  void returned(Object value);

  /** What was thrown, or what a returned promise was rejected with, has been reported as well. */
  void failed(String message);
}
