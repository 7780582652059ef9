package minihost.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached the lab.
 *
 * @param origin the lab origin that received it, such as {@code https://api.feed.example}
 * @param protocol {@code http/1.1} or {@code h2}
 * @param url the request target exactly as sent, query included
 * @param path the part of {@code url} before {@code ?}, still percent-encoded
 * @param params what {@code :name} and {@code *} in the route's pattern matched, decoded
 * @param headers in the order received, duplicates kept; HTTP/2 pseudo headers are left out
 * @param body the bytes received, after chunked decoding; empty when there was none. Of a long body
 *     the first 64 MiB. Not copied
 * @param bodyLength bytes received, those not kept included
 * @param connection counts the connections of the origin from 0: equal numbers mean one connection
 */
public record LabRequest(
    String origin,
    String protocol,
    String method,
    String url,
    String path,
    Map<String, String> params,
    String host,
    List<LabHeader> headers,
    byte[] body,
    long bodyLength,
    int connection) {

  static final String HTTP_1_1 = "http/1.1";
  static final String H2 = "h2";

  /** What follows {@code ?} in the URL, verbatim; empty when there is none. */
  public String query() {
    return url.length() > path.length() ? url.substring(path.length() + 1) : "";
  }

  /** Every value of the header, in order; the name's case does not matter. */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(LabHeader::value)
        .toList();
  }

  /** The header's only or first value. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether it asks for a WebSocket (RFC 6455 section 4.1). */
  boolean isHandshake() {
    return header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent()
        && header("sec-websocket-key").isPresent();
  }

  LabRequest with(Map<String, String> matched) {
    return new LabRequest(
        origin, protocol, method, url, path, matched, host, headers, body, bodyLength, connection);
  }

  @Override
  public String toString() {
    return method + " " + origin + url;
  }
}
