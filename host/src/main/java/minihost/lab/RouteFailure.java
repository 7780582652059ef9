package minihost.lab;

/** A handler of the routes file threw; the message is the error with its JavaScript stack. */
final class RouteFailure extends Exception {
  RouteFailure(String message) {
    super(message);
  }
}
