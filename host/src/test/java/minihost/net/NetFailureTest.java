package minihost.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The mapping below table 3.2, for what a test cannot bring about as well. */
class NetFailureTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("a"), NetFailure.NAME_NOT_RESOLVED),
        Arguments.of(
            wrapped(new ConnectException("Connection refused")), NetFailure.CONNECTION_REFUSED),
        Arguments.of(
            wrapped(new ConnectException("Connection timed out")), NetFailure.CONNECTION_TIMED_OUT),
        Arguments.of(wrapped(new SocketTimeoutException("x")), NetFailure.CONNECTION_TIMED_OUT),
        Arguments.of(
            wrapped(new ConnectException("Network is unreachable")),
            NetFailure.ADDRESS_UNREACHABLE),
        Arguments.of(
            wrapped(new NoRouteToHostException("No route")), NetFailure.ADDRESS_UNREACHABLE),
        Arguments.of(new NoRouteToHostException("No route"), NetFailure.ADDRESS_UNREACHABLE),
        Arguments.of(new SocketException("Network is unreachable"), NetFailure.ADDRESS_UNREACHABLE),
        Arguments.of(new SocketTimeoutException("x"), NetFailure.CONNECTION_TIMED_OUT),
        Arguments.of(new SocketException("Connection reset"), NetFailure.CONNECTION_RESET),
        Arguments.of(new SocketException("Broken pipe"), NetFailure.CONNECTION_RESET),
        Arguments.of(new SocketException("Socket closed"), NetFailure.CONNECTION_CLOSED),
        Arguments.of(new SSLPeerUnverifiedException("x"), NetFailure.CERT_COMMON_NAME_INVALID),
        Arguments.of(tls(new SocketException("Connection reset")), NetFailure.CONNECTION_RESET),
        Arguments.of(tls(new EOFException()), NetFailure.CONNECTION_CLOSED),
        Arguments.of(new SSLException("odd"), NetFailure.SSL_PROTOCOL_ERROR),
        Arguments.of(new EOFException("x"), NetFailure.EMPTY_RESPONSE),
        Arguments.of(
            new IOException("unexpected end of stream on https://a/"), NetFailure.EMPTY_RESPONSE),
        Arguments.of(
            new ProtocolException("unexpected end of stream"), NetFailure.CONNECTION_CLOSED),
        Arguments.of(
            new ProtocolException("Unexpected status line"), NetFailure.INVALID_HTTP_RESPONSE),
        Arguments.of(new StreamResetException(ErrorCode.CANCEL), NetFailure.CONNECTION_CLOSED),
        Arguments.of(
            new StreamResetException(ErrorCode.INTERNAL_ERROR), NetFailure.HTTP2_PROTOCOL_ERROR),
        Arguments.of(new ConnectionShutdownException(), NetFailure.CONNECTION_CLOSED),
        Arguments.of(
            new IOException("PROTOCOL_ERROR: TYPE_SETTINGS streamId != 0"),
            NetFailure.HTTP2_PROTOCOL_ERROR),
        Arguments.of(new ZipException("Not in GZIP format"), NetFailure.CONTENT_DECODING_FAILED),
        Arguments.of(new IOException("other"), NetFailure.FAILED));
  }

  /** As OkHttp does when the last address has failed. */
  private static IOException wrapped(IOException cause) {
    return (IOException)
        new ConnectException("Failed to connect to a/1.2.3.4:443").initCause(cause);
  }

  private static IOException tls(IOException cause) {
    return (IOException) new SSLHandshakeException("terminated").initCause(cause);
  }

  @ParameterizedTest // E12 to E15
  @MethodSource("failures")
  void everyExceptionHasTheNameCronetWouldGiveIt(IOException e, NetFailure expected) {
    assertEquals(expected, NetFailure.of(e));
  }
}
