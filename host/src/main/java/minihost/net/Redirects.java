package minihost.net;

import minihost.reason.Platform;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** How redirects are followed (sheet RDR-1 to RDR-4): the one place for what is uncertain there. */
final class Redirects {
  /** More are not followed (RDR-2, seen on Android). */
  static final int MAX_HOPS = 15;

  private final Platform platform;

  Redirects(Platform platform) {
    this.platform = platform;
  }

  /** Whether the program gets this answer, or the one it points to. Android hands 303 and 308 back. */
  private boolean follows(int status) {
    return switch (status) {
      case 301, 302, 307 -> true;
      case 303, 308 -> platform != Platform.ANDROID;
      default -> false;
    };
  }

  /** Where an answer sends the client on to; null when it is the last. */
  HttpUrl next(Response answer) {
    if (!follows(answer.code())) return null;
    String location = answer.header("Location");
    return location == null ? null : answer.request().url().resolve(location);
  }

  /** Method and body go along on every hop (RDR-4, seen on Android); 303 is GET by RFC 9110. */
  HttpRequest onward(HttpRequest request, int status) {
    if (status != 303 || request.method().equals("HEAD")) return request;
    return new HttpRequest("GET", request.headers(), new byte[0], true);
  }
}
