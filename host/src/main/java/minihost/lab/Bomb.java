package minihost.lab;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Bodies without an end: they go on until the client has had enough. */
final class Bomb {
  private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] MEBIBYTE = new byte[1 << 20];

  private Bomb() {}

  /** Zeros, as they are. */
  static WireBody endless() {
    return sink -> {
      while (true) sink.write(MEBIBYTE).flush();
    };
  }

  /** One gzip stream (RFC 1952) of zeros, a thousandth of its real size. */
  static WireBody gzip() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] first;
    byte[] next;
    try {
      first = mebibyte(deflater);
      next = mebibyte(deflater); // refers only to zeros before it, so it fits again and again
    } finally {
      deflater.end();
    }
    return sink -> {
      sink.write(GZIP_HEAD).write(first).flush();
      while (true) sink.write(next).flush();
    };
  }

  private static byte[] mebibyte(Deflater deflater) {
    deflater.setInput(MEBIBYTE);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      packed.write(buffer, 0, count);
    } while (count == buffer.length);
    return packed.toByteArray();
  }
}
