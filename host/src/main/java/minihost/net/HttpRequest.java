package minihost.net;

import java.util.List;
import java.util.Map;
import java.util.Set;
import minihost.reason.Platform;

/**
 * One HTTP exchange to make.
 *
 * @param method one of RFC 9110's, or PATCH; upper case
 * @param headers as the program gave them; what it may not set is left out by {@link Http}
 */
public record HttpRequest(
    String method, List<Map.Entry<String, String>> headers, HttpBody body, Options options) {
  private static final Set<String> METHODS =
      Set.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT", "PATCH");

  /**
   * Judges the method again: the client writes it as it is, line breaks and a second request too.
   */
  public HttpRequest {
    if (!METHODS.contains(method)) throw new IllegalArgumentException("no method: " + method);
  }

  /**
   * How an exchange is made.
   *
   * @param follow whether redirects are followed ({@code redirect: 'follow'})
   * @param http2 whether HTTP/2 may be spoken; HTTP/1.1 is in any case
   * @param cached whether answers are kept in, and taken from, the run's HTTP cache (RFC 9111)
   */
  public record Options(boolean follow, boolean http2, boolean cached) {}

  /**
   * What is the same for every request of a run.
   *
   * @param referer the fixed Referer (sheet HDR-4)
   */
  public record Identity(String referer, String userAgent, Platform platform) {}
}
