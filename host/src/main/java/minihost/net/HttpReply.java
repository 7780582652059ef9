package minihost.net;

import java.util.List;
import java.util.Map;

/**
 * A complete answer.
 *
 * @param headers in the server's casing; values of one name joined with {@code ,} (sheet 1.5)
 * @param cookies one element per Set-Cookie, whole (sheet CK-2)
 * @param body after content decoding
 * @param contentType the Content-Type value, or empty
 */
public record HttpReply(
    int status,
    Map<String, Object> headers,
    List<Object> cookies,
    String contentType,
    byte[] body,
    Profile profile) {}
