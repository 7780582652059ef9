package minihost.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import minihost.lab.Answer;

/** Answers with an encoded body. */
final class Compressed {
  private Compressed() {}

  static Answer gzip(String text) throws IOException {
    return answer("gzip", gzipped(text.getBytes(UTF_8)));
  }

  static Answer answer(String encoding, byte[] body) {
    return Answer.bytes(body).header("Content-Encoding", encoding);
  }

  static byte[] gzipped(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /**
   * @param bare without the zlib head and checksum, as some servers send it
   */
  static byte[] deflated(byte[] plain, boolean bare) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
