package minihost.net;

import java.util.regex.Pattern;
import minihost.config.DomainEntry;
import minihost.policy.Target;
import okhttp3.HttpUrl;

/**
 * A URL as OkHttp reads it, which must be as the policy read it: what is judged is what is
 * connected to.
 */
final class JudgedUrl {
  /** A WebSocket begins as HTTP; OkHttp knows its URLs by that name alone. */
  private static final Pattern WS = Pattern.compile("^\\s*ws(?=s?:)", Pattern.CASE_INSENSITIVE);

  private JudgedUrl() {}

  /**
   * @param text an {@code http}, {@code https}, {@code ws} or {@code wss} URL that was admitted
   * @throws HttpRefused if the two read it differently
   */
  static HttpUrl of(String text) throws HttpRefused {
    HttpUrl url = HttpUrl.parse(asHttp(text));
    Target judged = Target.parse(text).orElse(null);
    boolean same =
        url != null
            && judged != null
            && !judged.isDisputed()
            && (url.scheme() + ":").equals(asHttp(judged.scheme() + ":"))
            && url.host().equals(judged.host())
            && url.port()
                == (judged.port() == DomainEntry.NO_PORT
                    ? HttpUrl.defaultPort(url.scheme())
                    : judged.port());
    if (same) return url;
    throw new HttpRefused(
        HttpCode.INVALID_URL, text, "\"" + text + "\" is no URL to connect to", "correct the URL");
  }

  private static String asHttp(String text) {
    return WS.matcher(text).replaceFirst("http");
  }
}
