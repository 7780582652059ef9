package minihost.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import minihost.config.HostAndPort;
import minihost.config.Setting;
import minihost.reason.Code;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;
import minihost.tls.CertificateFault;
import minihost.tls.Remedy;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/**
 * Every way the network can fail, as Chromium's network stack names it: WeChat's transport is
 * cronet, and scripts see its errors (sheet E12 to E15 and the mapping below them).
 */
public enum NetFailure implements Code {
  FAILED(-2),
  SOCKET_NOT_CONNECTED(-15),
  CONNECTION_CLOSED(-100),
  CONNECTION_RESET(-101),
  CONNECTION_REFUSED(-102),
  NAME_NOT_RESOLVED(-105),
  INTERNET_DISCONNECTED(-106),
  SSL_PROTOCOL_ERROR(-107),
  ADDRESS_UNREACHABLE(-109),
  TUNNEL_CONNECTION_FAILED(-111),
  SSL_VERSION_OR_CIPHER_MISMATCH(-113),
  CONNECTION_TIMED_OUT(-118),
  PROXY_CONNECTION_FAILED(-130),
  CERT_COMMON_NAME_INVALID(-200),
  CERT_DATE_INVALID(-201),
  CERT_AUTHORITY_INVALID(-202),
  INVALID_CHUNKED_ENCODING(-321),
  EMPTY_RESPONSE(-324),
  RESPONSE_HEADERS_TOO_BIG(-325),
  CONTENT_DECODING_FAILED(-330),
  HTTP2_PROTOCOL_ERROR(-337),
  RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH(-346),
  CONTENT_LENGTH_MISMATCH(-354),
  INCOMPLETE_CHUNKED_ENCODING(-355),
  RESPONSE_HEADERS_TRUNCATED(-357),
  HTTP2_FRAME_SIZE_ERROR(-363),
  INVALID_HTTP_RESPONSE(-370),
  /** Sheet E16: seen on iOS in these words, which are not Chromium's. */
  NETWORK_CHANGED(-21) {
    @Override
    public String wording() {
      return "errcode:10011 cronet_error_code:0 error_msg:network change, cancel all task";
    }
  };

  private static final int CRONET_ERROR = 600001;

  private final int netError;

  NetFailure(int netError) {
    this.netError = netError;
  }

  @Override
  public String wording() {
    return "errcode:%d cronet_error_code:%d error_msg:net::ERR_%s"
        .formatted(netError, netError, name());
  }

  @Override
  public String wording(Platform platform) {
    return platform == Platform.ANDROID ? netError + ":net::ERR_" + name() : wording();
  }

  /** Android says which of two more functions it was (sheet E20). */
  @Override
  public String wording(String api, Platform platform) {
    String wording = wording(platform);
    if (platform != Platform.ANDROID) return wording;
    return switch (api) {
      case "uploadFile" -> "upload fail:" + wording;
      case "downloadFile" -> "download fail:" + wording;
      default -> wording;
    };
  }

  @Override
  public int errno() {
    return CRONET_ERROR;
  }

  /** An exchange that failed, and why. */
  static final class Failed extends IOException implements Explained {
    private final transient Reason reason;

    Failed(String url, IOException cause) {
      super(cause);
      NetFailure failure = of(cause);
      Optional<Remedy> known = Remedy.in(cause);
      String found = known.map(Remedy::getMessage).orElse(cause.getMessage());
      String why = url + ": " + (found == null ? cause : found);
      String fix = known.map(Remedy::fix).orElse(failure.fix());
      reason = new Reason(failure, why, fix, Origin.BUILT_IN);
    }

    private Failed(Reason reason, IOException cause) {
      super(cause);
      this.reason = reason;
    }

    @Override
    public Reason reason() {
      return reason;
    }
  }

  /** An exchange that came no further than the phone's proxy. */
  static Failed ofProxy(String url, Setting<HostAndPort> proxy, IOException e) {
    boolean refused = !(e instanceof ConnectException || e instanceof UnknownHostException);
    NetFailure failure = refused ? TUNNEL_CONNECTION_FAILED : PROXY_CONNECTION_FAILED;
    String why = url + " through the proxy " + proxy.value() + ": " + e.getMessage();
    return new Failed(new Reason(failure, why, failure.fix(), proxy.origin()), e);
  }

  private String fix() {
    return switch (this) {
      case PROXY_CONNECTION_FAILED ->
          "start the proxy, or correct it: device.systemProxy, or .proxy while the run goes on";
      case TUNNEL_CONNECTION_FAILED -> "let the proxy pass CONNECT to this host and port";
      case NAME_NOT_RESOLVED ->
          "check the host name, or map it to a reachable address under hosts in minihost.json";
      case CONNECTION_REFUSED -> "start the server, or correct the port (hosts in minihost.json)";
      case CERT_COMMON_NAME_INVALID -> "serve a certificate that names this host";
      case RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH -> "send one Content-Length";
      case RESPONSE_HEADERS_TOO_BIG -> "send fewer or shorter headers";
      case SSL_VERSION_OR_CIPHER_MISMATCH, SSL_PROTOCOL_ERROR -> "serve TLS 1.2 or newer";
      default -> "look at the server's log for this moment";
    };
  }

  static NetFailure of(IOException e) {
    return switch (e) {
      case WireFaults.Named named -> named.failure();
      case TlsEnquiry.TooOld _ -> SSL_VERSION_OR_CIPHER_MISMATCH;
      // OkHttp's word for streams whose connection has ended; a server hardly ever says it.
      case StreamResetException h2 when h2.errorCode == ErrorCode.CANCEL -> CONNECTION_CLOSED;
      case StreamResetException _ -> HTTP2_PROTOCOL_ERROR;
      case ConnectionShutdownException _ -> CONNECTION_CLOSED;
      case UnknownHostException _ -> NAME_NOT_RESOLVED;
      case NoRouteToHostException _ -> ADDRESS_UNREACHABLE;
      case SocketTimeoutException _ -> CONNECTION_TIMED_OUT;
      case ConnectException _ -> ofConnect(e);
      case SSLPeerUnverifiedException _ -> CERT_COMMON_NAME_INVALID;
      case SSLException ssl -> ofTls(ssl);
      case EOFException _ -> EMPTY_RESPONSE;
      case SocketException s when mentions(s, "reset", "broken pipe") -> CONNECTION_RESET;
      case SocketException s when mentions(s, "unreachable") -> ADDRESS_UNREACHABLE;
      case SocketException _ -> CONNECTION_CLOSED;
      case ZipException _ -> CONTENT_DECODING_FAILED;
      case ProtocolException p when mentions(p, "unexpected end of stream") -> CONNECTION_CLOSED;
      case ProtocolException _ -> INVALID_HTTP_RESPONSE;
      case IOException io when mentions(io, "frame_size_error") -> HTTP2_FRAME_SIZE_ERROR;
      case IOException io when mentions(io, "protocol_error") -> HTTP2_PROTOCOL_ERROR;
      case IOException io when mentions(io, "unexpected end of stream on") -> EMPTY_RESPONSE;
      case IOException io when mentions(io, "unexpected end of stream") -> CONNECTION_CLOSED;
      default -> FAILED;
    };
  }

  /** The libraries wrap what the system says of a connect, in an exception of the same type. */
  private static NetFailure ofConnect(Throwable e) {
    for (Throwable at = e; at instanceof IOException io; at = at.getCause()) {
      if (at instanceof NoRouteToHostException || mentions(io, "unreachable"))
        return ADDRESS_UNREACHABLE;
      if (at instanceof SocketTimeoutException || mentions(io, "timed out"))
        return CONNECTION_TIMED_OUT;
    }
    return CONNECTION_REFUSED;
  }

  private static NetFailure ofTls(SSLException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof CertificateFault fault) return of(fault.kind());
      if (at instanceof SocketException s && mentions(s, "reset")) return CONNECTION_RESET;
      if (at instanceof EOFException) return CONNECTION_CLOSED;
    }
    return mentions(
            e,
            "protocol_version",
            "protocol version",
            "handshake_failure",
            "no appropriate protocol",
            "cipher")
        ? SSL_VERSION_OR_CIPHER_MISMATCH
        : SSL_PROTOCOL_ERROR;
  }

  private static NetFailure of(CertificateFault.Kind kind) {
    return switch (kind) {
      case AUTHORITY -> CERT_AUTHORITY_INVALID;
      case NAME -> CERT_COMMON_NAME_INVALID;
      case DATE -> CERT_DATE_INVALID;
    };
  }

  private static boolean mentions(Exception e, String... words) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    for (String word : words) if (message.contains(word)) return true;
    return false;
  }
}
