package minihost.net;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Takes off what Content-Encoding says was put on (sheet RES-5), whoever asked for it; the headers
 * stay as the server sent them. Encodings not understood are left on.
 */
final class ContentDecoding {
  /** What we ask for where the program asks for nothing. */
  static final String UNDERSTOOD = "gzip, deflate";

  /** The first byte's low half in a zlib stream (RFC 1950); some servers send bare deflate. */
  private static final int ZLIB = 8;

  private ContentDecoding() {}

  /**
   * @param encodings values of Content-Encoding, in order of application
   * @throws ZipException if the body is not what the encoding promises
   */
  static byte[] decode(byte[] body, List<String> encodings) throws IOException {
    String[] applied = String.join(",", encodings).toLowerCase(Locale.ROOT).split(",");
    byte[] plain = body;
    for (int i = applied.length - 1; i >= 0 && plain.length > 0; i--) {
      switch (applied[i].strip()) {
        case "", "identity" -> {}
        case "gzip", "x-gzip" -> plain = all(GZIPInputStream::new, plain);
        case "deflate" -> plain = inflated(plain);
        default -> {
          return plain;
        }
      }
    }
    return plain;
  }

  private static byte[] inflated(byte[] body) throws IOException {
    Inflater inflater = new Inflater((body[0] & 0x0F) != ZLIB);
    try {
      return all(in -> new InflaterInputStream(in, inflater), body);
    } finally {
      inflater.end();
    }
  }

  private interface Layer {
    InputStream over(InputStream in) throws IOException;
  }

  private static byte[] all(Layer layer, byte[] body) throws IOException {
    try (InputStream in = layer.over(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (EOFException truncated) {
      throw (ZipException) new ZipException("the encoded body ends early").initCause(truncated);
    }
  }
}
