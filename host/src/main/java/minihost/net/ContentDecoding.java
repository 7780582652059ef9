package minihost.net;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/**
 * Takes off what Content-Encoding says was put on (sheet RES-5), whoever asked for it, as the body
 * arrives; the headers stay as the server sent them. Encodings not understood are left on.
 */
final class ContentDecoding {
  /** What we ask for where the program asks for nothing. */
  static final String UNDERSTOOD = "gzip, deflate, br";

  private static final Set<String> NONE = Set.of("", "identity");

  /** The first byte's low half in a zlib stream (RFC 1950); some servers send bare deflate. */
  private static final int ZLIB = 8;

  /** Each takes a frame of the stack and a buffer; no server means more than two or three. */
  private static final int MOST = 32;

  private ContentDecoding() {}

  /** Whether the body comes out other than it goes in. */
  static boolean isEncoded(List<String> encodings) {
    for (String value : encodings)
      for (String name : value.toLowerCase(Locale.ROOT).split(","))
        if (!NONE.contains(name.strip())) return true;
    return false;
  }

  /**
   * @param body what is on the wire; its own failures pass as they are
   * @param encodings values of Content-Encoding, in order of application
   * @return a stream that throws {@link ZipException} where the body is not what the encoding
   *     promises
   * @throws ZipException when there are too many encodings to take off
   */
  static InputStream decoded(InputStream body, List<String> encodings) throws IOException {
    if (!isEncoded(encodings)) return body;
    Wire wire = new Wire(body);
    String[] applied = String.join(",", encodings).toLowerCase(Locale.ROOT).split(",");
    if (applied.length > MOST) throw new ZipException(applied.length + " encodings on one body");
    InputStream plain = wire;
    for (int i = applied.length - 1; i >= 0; i--) {
      String name = applied[i].strip();
      if (NONE.contains(name)) continue;
      Layer layer = layer(name);
      if (layer == null) return plain;
      plain = new Decoded(plain, layer, wire);
    }
    return plain;
  }

  private interface Layer {
    InputStream over(PushbackInputStream in) throws IOException;
  }

  private static Layer layer(String name) {
    return switch (name) {
      case "gzip", "x-gzip" -> GZIPInputStream::new;
      case "deflate" -> ContentDecoding::inflated;
      case "br" -> BrotliInputStream::new;
      default -> null;
    };
  }

  private static InputStream inflated(PushbackInputStream in) throws IOException {
    int first = in.read();
    in.unread(first);
    Inflater inflater = new Inflater((first & 0x0F) != ZLIB);
    return new InflaterInputStream(in, inflater) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  /** Remembers its failure, which is the network's and not the encoding's. */
  private static final class Wire extends FilterInputStream {
    private IOException failure;

    private Wire(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
      try {
        return super.read(to, off, len);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  /** One encoding taken off, from the first byte read on: an empty body is empty in any of them. */
  private static final class Decoded extends InputStream {
    private final InputStream encoded;
    private final Layer layer;
    private final Wire wire;
    private InputStream plain;

    private Decoded(InputStream encoded, Layer layer, Wire wire) {
      this.encoded = encoded;
      this.layer = layer;
      this.wire = wire;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
      try {
        if (plain == null) plain = open();
        return plain.read(to, off, len);
      } catch (IOException e) {
        if (wire.failure != null) throw wire.failure;
        String what = e instanceof EOFException ? "the encoded body ends early" : e.getMessage();
        throw (ZipException) new ZipException(what).initCause(e);
      }
    }

    private InputStream open() throws IOException {
      PushbackInputStream in = new PushbackInputStream(encoded);
      int first = in.read();
      if (first < 0) return in;
      in.unread(first);
      return layer.over(in);
    }

    @Override
    public int available() throws IOException {
      return plain == null ? 0 : plain.available();
    }

    @Override
    public void close() throws IOException {
      if (plain != null) plain.close();
    }
  }
}
