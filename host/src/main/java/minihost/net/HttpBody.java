package minihost.net;

import java.io.IOException;
import java.io.OutputStream;

/** What a request sends. It may be written several times: to each hop of a redirect. */
public interface HttpBody {
  HttpBody NONE = of(new byte[0]);

  /** In bytes. */
  long length();

  /** Blocks. What it throws fails the exchange. */
  void writeTo(OutputStream out) throws IOException;

  static HttpBody of(byte[] bytes) {
    return new HttpBody() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
