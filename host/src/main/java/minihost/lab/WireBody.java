package minihost.lab;

import java.io.IOException;
import mockwebserver3.MockResponseBody;
import okhttp3.internal.http2.StreamResetException;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;

/** Writes the body of one response. */
@FunctionalInterface
interface WireBody {
  long UNKNOWN = -1;

  void writeTo(BufferedSink sink) throws IOException;

  /** The same bytes in chunked framing (RFC 9112, 7.1), a chunk per flush or full buffer. */
  default WireBody chunked() {
    return sink -> {
      BufferedSink chunks = Okio.buffer(new Chunks(sink));
      writeTo(chunks);
      chunks.emit();
      sink.writeUtf8("0\r\n"); // the server library adds the trailers and the empty line
    };
  }

  /**
   * In the server library's form. It would leave the connection open, and the client waiting, when
   * a body breaks off.
   */
  default MockResponseBody ofLength(long length, LabSocket socket) {
    return new MockResponseBody() {
      @Override
      public long getContentLength() {
        return length;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        try {
          WireBody.this.writeTo(sink);
        } catch (StreamResetException clientHasEnough) {
          throw clientHasEnough; // of this stream; the connection may carry others
        } catch (IOException | RuntimeException brokenOff) {
          socket.hangUp();
          throw brokenOff;
        }
      }
    };
  }

  /** Frames each write as a chunk. */
  final class Chunks extends ForwardingSink {
    private final BufferedSink out;

    private Chunks(BufferedSink out) {
      super(out);
      this.out = out;
    }

    @Override
    public void write(Buffer source, long byteCount) throws IOException {
      if (byteCount == 0) return;
      out.writeHexadecimalUnsignedLong(byteCount).writeUtf8("\r\n");
      out.write(source, byteCount);
      out.writeUtf8("\r\n");
    }
  }
}
