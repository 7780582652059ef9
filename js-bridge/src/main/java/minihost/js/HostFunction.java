package minihost.js;

/**
 * What JavaScript may ask of Java: plain data in, plain data out ({@link JsData}). Called on the JS
 * thread; must return at once. A {@link JsException} becomes a JavaScript error at the call.
 */
@FunctionalInterface
public interface HostFunction {
  Object call(Object... args) throws JsException;

  /** What a function answers that only does something: {@code undefined}. */
  static Object done(Runnable work) {
    work.run();
    return null;
  }
}
