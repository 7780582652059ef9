package minihost.net;

import java.io.IOException;
import java.io.InputStream;

/** Takes the answer of an exchange, the last one where redirects were followed. */
public interface Receiver<T> {
  /** The head, before the body is read. What this throws ends the exchange. */
  void head(HttpHead head) throws IOException;

  /**
   * Reads the body, after content decoding, as it arrives. What this throws ends the exchange; what
   * the stream throws must pass.
   */
  T body(HttpHead head, InputStream body) throws IOException;
}
