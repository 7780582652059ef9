package minihost.host;

/** Gives things back one after the other, whatever fails on the way. */
final class Closing {
  private Closing() {}

  /**
   * Closes all of them in this order.
   *
   * @param things null for one that was never made
   * @throws IllegalStateException the first failure, with the others suppressed
   */
  static void all(AutoCloseable... things) {
    IllegalStateException failed = null;
    for (AutoCloseable thing : things) {
      try {
        if (thing != null) thing.close();
      } catch (Exception e) {
        if (failed == null) failed = new IllegalStateException("cannot close everything: " + e, e);
        else failed.addSuppressed(e);
      }
    }
    if (failed != null) throw failed;
  }
}
