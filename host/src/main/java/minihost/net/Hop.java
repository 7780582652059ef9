package minihost.net;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** One stop of an exchange: where it is, what goes there, and where a redirect leads from it. */
interface Hop {
  HttpUrl url() throws IOException;

  /** The headers that are sent: the program's, less what it may not set here, and our own. */
  Headers headers(HttpRequest request) throws IOException;

  /**
   * Where a redirect leads; the policy is asked.
   *
   * @param next the location as an absolute URL
   * @param location as answered
   * @throws IOException a refusal
   */
  Hop onward(HttpUrl next, String location) throws IOException;

  /** Whether a redirect from here is one too many. */
  boolean isLast();

  /**
   * Ends an exchange with one redirect too many, unless the program gets that answer.
   *
   * @throws HttpRefused what the program gets instead
   */
  void giveUp(HttpUrl next) throws HttpRefused;

  /** Whether it is on the network of the phone, and so behind its proxy. */
  boolean isOutside();

  /** What the program is told of a failure of the transport. */
  IOException failed(IOException cause);
}
