package minihost.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The head of a request to a proxy (RFC 9112, 3.2.2 and 3.2.3).
 *
 * @param target {@code host:port} of CONNECT, else an absolute URL
 * @param lines the header lines, as received
 */
record ProxyRequest(String method, String target, String[] lines) {
  private static final int MAX_HEAD = 64 << 10;

  /** Reads up to the empty line, and not a byte further. */
  static ProxyRequest read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 2) {
      int b = in.read();
      if (b < 0) throw new EOFException("the client has gone");
      if (head.size() == MAX_HEAD) throw new ProtocolException("the head is too long");
      head.write(b);
      if (b == '\n') ends++;
      else if (b != '\r') ends = 0;
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r?\n");
    String[] words = lines[0].split(" ");
    if (words.length != 3) throw new ProtocolException("no request line: " + lines[0]);
    ProxyRequest request = new ProxyRequest(words[0], words[1], lines);
    if (!request.isConnect() && !words[1].startsWith("http://"))
      throw new ProtocolException("no absolute http URL: " + words[1]);
    request.requireHost();
    return request;
  }

  boolean isConnect() {
    return method.equals("CONNECT");
  }

  private void requireHost() throws ProtocolException {
    try {
      host();
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("no host and port: " + target);
    }
  }

  /** Without path and query: clients write there what {@link URI} does not take, such as braces. */
  private URI uri() {
    String authority = isConnect() ? target : target.substring("http://".length());
    return URI.create("//" + authority.split("[/?#]", 2)[0]);
  }

  /** IPv6 literals without their brackets. */
  String host() {
    String host = String.valueOf(uri().getHost());
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return uri().getPort() < 0 ? 80 : uri().getPort();
  }

  /** What the server gets: the target as a path, and one request per connection. */
  byte[] onward() {
    String path =
        target.substring(
            target.indexOf('/', "http://".length()) < 0
                ? target.length()
                : target.indexOf('/', "http://".length()));
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path.isEmpty() ? "/" : path).append(" HTTP/1.1\r\n");
    for (int i = 1; i < lines.length; i++) {
      String name = lines[i].split(":", 2)[0].toLowerCase(Locale.ROOT);
      if (!name.equals("connection") && !name.startsWith("proxy-"))
        head.append(lines[i]).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
