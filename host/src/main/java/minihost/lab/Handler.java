package minihost.lab;

/** Answers the requests of one route. Runs on the server thread of the request and may block. */
@FunctionalInterface
public interface Handler {
  /** What it throws becomes a 500 answer with the text, and a {@link LabEvent.Failed}. */
  Answer answer(LabRequest request) throws Exception;
}
