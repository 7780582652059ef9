package minihost.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * A form with text fields and one file, as WeChat writes it (sheet UP-3): names and values as UTF-8
 * without escaping, text fields first and without a type. The file is read as it is sent.
 */
public final class MultipartBody implements HttpBody {
  private static final int BUFFER = 64 << 10;

  private final String boundary;
  private final byte[] head;
  private final byte[] tail;
  private final FilePart file;
  private final LongConsumer sent;

  /**
   * @param name key of the file in the form
   * @param fileName what the server is told it is called
   * @param size bytes that are sent; the file may grow meanwhile, but not shrink
   */
  public record FilePart(String name, String fileName, String contentType, Path path, long size) {}

  /**
   * @param fields names and values, in order; names hold no line ends
   * @param sent told how many bytes of the whole have been handed to the network; from the sending
   *     thread
   */
  public MultipartBody(List<Map.Entry<String, String>> fields, FilePart file, LongConsumer sent) {
    boundary = "----minihost" + UUID.randomUUID().toString().replace("-", "");
    this.file = file;
    this.sent = sent;
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> field : fields)
      open(text, field.getKey()).append("\r\n\r\n").append(field.getValue()).append("\r\n");
    open(text, file.name).append("; filename=\"").append(file.fileName).append("\"\r\n");
    text.append("Content-Type: ").append(file.contentType).append("\r\n\r\n");
    head = text.toString().getBytes(UTF_8);
    tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
  }

  private StringBuilder open(StringBuilder text, String name) {
    return text.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append('"');
  }

  /** The value of the request's Content-Type. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  @Override
  public long length() {
    return head.length + file.size + tail.length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(head);
    sent.accept(head.length);
    writeFile(out);
    out.write(tail);
    sent.accept(length());
  }

  private void writeFile(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file.path)) {
      for (long left = file.size; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (n < 0) throw new IOException(file.fileName + " has become shorter while it was sent");
        out.write(buffer, 0, n);
        left -= n;
        sent.accept(head.length + file.size - left);
      }
    }
  }
}
