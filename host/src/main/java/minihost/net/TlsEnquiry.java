package minihost.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import minihost.tls.Remedy;
import minihost.tls.TrustStore;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * When a server and this run find no TLS in common, asks the server once more with everything old,
 * to be able to say what it does speak. Nothing but a handshake is sent. Not through a proxy.
 */
final class TlsEnquiry implements Interceptor {
  /** A handshake that failed because the server is too old for this run. */
  static final class TooOld extends SSLHandshakeException implements Remedy {
    private final String fix;

    private TooOld(String why, String fix, SSLException cause) {
      super(why);
      this.fix = fix;
      initCause(cause);
    }

    @Override
    public String fix() {
      return fix;
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (SSLException e) {
      if (NetFailure.of(e) != NetFailure.SSL_VERSION_OR_CIPHER_MISMATCH) throw e;
      Proxy proxy = chain.getProxy();
      if (proxy == null || proxy.type() != Proxy.Type.DIRECT) throw e;
      SSLException told = spoken(chain).map(session -> explained(session, e)).orElse(e);
      throw told;
    }
  }

  private static SSLException explained(SSLSession session, SSLException refusal) {
    String version = session.getProtocol();
    String cipher = session.getCipherSuite();
    if (TlsSpecs.isOffered(version, cipher)) return refusal; // it was something else
    boolean old = !version.equals("TLSv1.2");
    return old
        ? new TooOld(
            "the server only speaks " + words(version),
            "serve TLS 1.2 or newer; older versions may stay on for old phones",
            refusal)
        : new TooOld(
            "of all ciphers the server only takes ones that are too weak, such as " + cipher,
            "allow ECDHE with AES-GCM or ChaCha20 on the server",
            refusal);
  }

  private static String words(String version) {
    return version.equals("TLSv1") ? "TLS 1.0" : version.replace("TLSv", "TLS ");
  }

  /** What the server chooses when everything is offered; empty when it refuses that as well. */
  private static Optional<SSLSession> spoken(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    TrustStore all = TrustStore.all();
    try (Socket raw = chain.getSocketFactory().createSocket()) {
      InetAddress address = chain.getDns().lookup(url.host()).getFirst();
      closeWithCall(raw, chain.call());
      raw.connect(new InetSocketAddress(address, url.port()), 0);
      SSLSocket tls = (SSLSocket) all.sockets().createSocket(raw, url.host(), url.port(), true);
      tls.startHandshake();
      return Optional.of(tls.getSession());
    } catch (IOException refusedAgain) {
      return Optional.empty();
    }
  }

  private static void closeWithCall(Socket socket, Call call) throws IOException {
    call.addEventListener(
        new EventListener() {
          @Override
          public void canceled(Call cancelled) {
            close(socket);
          }
        });
    if (call.isCanceled()) close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it is closed all the same
    }
  }
}
