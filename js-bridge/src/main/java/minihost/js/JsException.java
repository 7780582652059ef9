package minihost.js;

/** A JavaScript error on its way through Java. */
public final class JsException extends RuntimeException {
  private final transient JsError error;

  public JsException(JsError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  /** For a {@link HostFunction} that has to throw a plain {@code Error} into the script. */
  public JsException(String message) {
    this(new JsError(JsError.Kind.UNCAUGHT, message, "", "", 0, 0));
  }

  public JsError error() {
    return error;
  }
}
