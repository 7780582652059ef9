package minihost.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Tells failures of HTTP/1.1 apart that OkHttp gives the same text: a head that is too large from
 * one that breaks off, and bodies by how they are framed.
 */
final class WireFaults implements Interceptor {
  /** A failure whose name is known where it happens. */
  static final class Named extends IOException {
    private final NetFailure failure;

    private Named(NetFailure failure, String why, Throwable cause) {
      super(why, cause);
      this.failure = failure;
    }

    NetFailure failure() {
      return failure;
    }
  }

  private static final String LINE_MISSING = "\\n not found";
  private static final String NOTHING_CAME = "limit=0 content=\u2026";
  private static final int A_MOMENT_MS = 1;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response answer;
    try {
      answer = chain.proceed(chain.request());
    } catch (IOException e) {
      throw headBroken(e, chain.connection().socket());
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw noHttp("the answer's head cannot be read: " + e.getMessage(), e);
    }
    checkLength(answer);
    if (hasNoBody(answer)) return withBody(answer, new Nothing(answer.body().source()), 0);
    if (answer.protocol() != Protocol.HTTP_1_1) return answer;
    boolean chunked = "chunked".equalsIgnoreCase(answer.header("Transfer-Encoding"));
    ResponseBody body = answer.body();
    return withBody(answer, new Watched(body.source(), chunked), body.contentLength());
  }

  private static Response withBody(Response answer, Source source, long length) {
    ResponseBody body =
        ResponseBody.create(Okio.buffer(source), answer.body().contentType(), length);
    return answer.newBuilder().body(body).build();
  }

  /** RFC 9112, 6.3: whatever their headers say, which OkHttp would believe and wait for. */
  private static boolean hasNoBody(Response answer) {
    return answer.code() == 204 || answer.code() == 304;
  }

  /** RFC 9112, 6.3: several lengths, or one below zero, may hide a second answer in the first. */
  private static void checkLength(Response answer) throws IOException {
    List<String> lengths = answer.headers("Content-Length").stream().distinct().toList();
    boolean chunked = answer.header("Transfer-Encoding") != null;
    if (lengths.size() > 1 && !chunked)
      throw new Named(
          NetFailure.RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH,
          "the answer has more than one Content-Length: " + String.join(", ", lengths),
          null);
    if (answer.body().contentLength() < HttpHead.UNKNOWN)
      throw noHttp("Content-Length is below zero: " + answer.header("Content-Length"), null);
  }

  private static IOException noHttp(String why, Throwable cause) {
    return new Named(NetFailure.INVALID_HTTP_RESPONSE, why, cause);
  }

  /** OkHttp ends a head at 256 KiB, as Chromium does, with the words of an early end. */
  private static IOException headBroken(IOException e, Socket socket) {
    if (!(e.getCause() instanceof EOFException eof)
        || !String.valueOf(eof.getMessage()).startsWith(LINE_MISSING)
        || eof.getMessage().endsWith(NOTHING_CAME)) return e;
    return isOver(socket)
        ? new Named(NetFailure.RESPONSE_HEADERS_TRUNCATED, "the answer ends within its headers", e)
        : new Named(NetFailure.RESPONSE_HEADERS_TOO_BIG, "the answer's headers exceed 256 KiB", e);
  }

  /** Whether the server has ended the connection; one that waits or goes on has not. */
  private static boolean isOver(Socket socket) {
    try {
      socket.setSoTimeout(A_MOMENT_MS); // a glance: the connection is given up in any case
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    } catch (IOException gone) {
      return true;
    }
  }

  /** The body of an answer that has none. */
  private static final class Nothing extends ForwardingSource {
    private Nothing(Source announced) {
      super(announced);
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      return -1;
    }
  }

  private static final class Watched extends ForwardingSource {
    private final boolean chunked;

    private Watched(Source body, boolean chunked) {
      super(body);
      this.chunked = chunked;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (SocketException resetOrClosed) {
        throw resetOrClosed;
      } catch (ProtocolException | EOFException e) {
        throw chunked ? inChunks(e) : lengthNotReached(e);
      }
    }

    private static IOException inChunks(IOException e) {
      boolean over =
          String.valueOf(e.getMessage()).startsWith("unexpected end of stream")
              || e instanceof EOFException;
      return over
          ? new Named(
              NetFailure.INCOMPLETE_CHUNKED_ENCODING, "the body ends before its last chunk", e)
          : new Named(
              NetFailure.INVALID_CHUNKED_ENCODING,
              "the body is not in chunks (RFC 9112, 7.1): " + e.getMessage(),
              e);
    }

    private static IOException lengthNotReached(IOException e) {
      return new Named(
          NetFailure.CONTENT_LENGTH_MISMATCH, "the body is shorter than its Content-Length", e);
    }
  }
}
