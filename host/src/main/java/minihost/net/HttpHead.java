package minihost.net;

import java.util.List;
import java.util.Map;

/**
 * What an answer looks like before its body has come.
 *
 * @param headers in the server's casing; values of one name joined with {@code ,} (sheet 1.5)
 * @param cookies one element per Set-Cookie, whole (sheet CK-2)
 * @param contentType the Content-Type value, or empty
 * @param contentLength bytes of the body once decoded; {@link #UNKNOWN} unless the server tells
 */
public record HttpHead(
    int status,
    Map<String, Object> headers,
    List<Object> cookies,
    String contentType,
    long contentLength) {
  public static final long UNKNOWN = -1;
}
