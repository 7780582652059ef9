package minihost.net;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import minihost.reason.Platform;
import okhttp3.Headers;

/**
 * The headers of a request as they go out: the program's, less what it may not set, and our own.
 */
final class RequestHeaders {
  /**
   * Not for programs to set (sheet HDR-4, HDR-5); nor Expect, for OkHttp would wait without end for
   * the permission of a server that does not know it (RFC 9110, 10.1.1).
   */
  private static final Set<String> RESERVED =
      Set.of(
          "referer",
          "user-agent",
          "content-length",
          "host",
          "connection",
          "transfer-encoding",
          "expect");

  /** RFC 9110, 5.6.2: anything else could end the name early, or the line. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\uFFFF]*");
  private static final String PROTOCOL = "Sec-WebSocket-Protocol";
  private static final int SHOWN = 60;

  private RequestHeaders() {}

  static Headers of(HttpRequest request, HttpRequest.Identity identity) throws HttpRefused {
    boolean android = identity.platform() == Platform.ANDROID;
    Headers.Builder headers = given(request.headers(), android);
    headers.set("Referer", identity.referer());
    headers.set("User-Agent", identity.userAgent());
    if (android) asOnAndroid(headers);
    if (headers.get("Accept-Encoding") == null)
      headers.set("Accept-Encoding", ContentDecoding.UNDERSTOOD);
    return headers.build();
  }

  /**
   * What the program gave for a WebSocket's handshake, less what belongs to the handshake itself
   * (sockets sheet 1.5).
   */
  static Headers.Builder ofHandshake(
      List<Map.Entry<String, String>> given, List<String> protocols, HttpRequest.Identity identity)
      throws HttpRefused {
    Headers.Builder headers = given(given, identity.platform() == Platform.ANDROID);
    headers.removeAll("Upgrade");
    for (String name : headers.build().names())
      if (name.toLowerCase(Locale.ROOT).startsWith("sec-websocket-")) headers.removeAll(name);
    if (!protocols.isEmpty()) {
      String joined = String.join(", ", protocols);
      check(PROTOCOL, joined);
      headers.addUnsafeNonAscii(PROTOCOL, joined);
    }
    return headers.set("User-Agent", identity.userAgent());
  }

  /**
   * What the program gave, less what it may set nowhere.
   *
   * @param lower whether names are written in lower case
   */
  static Headers.Builder given(List<Map.Entry<String, String>> all, boolean lower)
      throws HttpRefused {
    Headers.Builder headers = new Headers.Builder();
    for (Map.Entry<String, String> header : all) {
      check(header.getKey(), header.getValue());
      String plain = header.getKey().toLowerCase(Locale.ROOT);
      if (!RESERVED.contains(plain))
        headers.addUnsafeNonAscii(lower ? plain : header.getKey(), header.getValue());
    }
    return headers;
  }

  /** Seen there (sheet HDR-5); {@code compress} is asked for, and left on if it comes. */
  private static void asOnAndroid(Headers.Builder headers) {
    headers.set("charset", "utf-8");
    if (headers.get("accept-encoding") == null)
      headers.set("accept-encoding", "gzip,compress,br,deflate");
  }

  private static void check(String name, String value) throws HttpRefused {
    if (!TOKEN.matcher(name).matches())
      throw new HttpRefused(
          HttpCode.INVALID_HEADER,
          shown(name),
          "\"" + shown(name) + "\" is no header name",
          "use letters, digits and hyphens only");
    if (!VALUE.matcher(value).matches())
      throw new HttpRefused(
          HttpCode.INVALID_HEADER,
          shown(name),
          "header " + shown(name) + " has a line end or control character",
          "take it out, or encode the value");
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
  }
}
