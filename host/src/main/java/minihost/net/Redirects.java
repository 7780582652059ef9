package minihost.net;

import minihost.reason.Platform;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** How redirects are followed (sheet RDR-1 to RDR-4): the one place for what is uncertain there. */
final class Redirects {
  /** More are not followed (RDR-2, seen on Android). */
  static final int MAX_HOPS = 15;

  /**
   * The hops an exchange has behind it, as its profile tells them (sheet 1.6).
   *
   * @param start when the first was fetched; 0 for none, or once one has led to another host
   */
  record Trail(long start, boolean sameHost) {
    static final Trail START = new Trail(0, true);

    Trail onward(HttpUrl from, HttpUrl to, Stopwatch hop) {
      boolean same = sameHost && from.host().equals(to.host());
      if (!same) return new Trail(0, false);
      return new Trail(start == 0 ? hop.fetchStart() : start, true);
    }
  }

  private final Platform platform;

  Redirects(Platform platform) {
    this.platform = platform;
  }

  /**
   * Whether the program gets this answer, or the one it points to. Android hands 303 and 308 back.
   */
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

  /** The headers a program is shown: Android makes Location absolute (RDR-5). */
  Headers shown(Response answer) {
    String location = answer.header("Location");
    if (platform != Platform.ANDROID || location == null || !answer.isRedirect())
      return answer.headers();
    HttpUrl absolute = answer.request().url().resolve(location);
    if (absolute == null) return answer.headers();
    return answer.headers().newBuilder().set("Location", absolute.toString()).build();
  }

  /** Method and body go along on every hop (RDR-4, seen on Android); 303 is GET by RFC 9110. */
  HttpRequest onward(HttpRequest request, int status) {
    if (status != 303 || request.method().equals("HEAD")) return request;
    return new HttpRequest("GET", request.headers(), HttpBody.NONE, request.options());
  }
}
