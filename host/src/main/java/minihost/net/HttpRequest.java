package minihost.net;

import java.util.List;
import java.util.Map;
import minihost.reason.Platform;

/**
 * One HTTP exchange to make.
 *
 * @param method upper case
 * @param headers as the program gave them; what it may not set is left out by {@link Http}
 * @param body empty for none
 * @param follow whether redirects are followed ({@code redirect: 'follow'})
 */
public record HttpRequest(
    String method, List<Map.Entry<String, String>> headers, byte[] body, boolean follow) {

  /**
   * What is the same for every request of a run.
   *
   * @param referer the fixed Referer (sheet HDR-4)
   */
  public record Identity(String referer, String userAgent, Platform platform) {}
}
