package minihost.host;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on this machine whose certificate nobody vouches for, or with something else amiss. */
final class StrangeServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();

  private StrangeServer(SSLSocketFactory tls) throws IOException {
    server.useHttps(tls);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse(200, okhttp3.Headers.of(), "hello");
          }
        });
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  /** With a certificate for {@code host} that it has signed itself. */
  static StrangeServer selfSigned(String host) throws IOException {
    return new StrangeServer(tls(named(host).build()));
  }

  /** With a certificate signed by {@code authority}. */
  static StrangeServer signedBy(
      HeldCertificate authority, UnaryOperator<HeldCertificate.Builder> leaf) throws IOException {
    HeldCertificate.Builder blank = new HeldCertificate.Builder().ecdsa256().signedBy(authority);
    return new StrangeServer(tls(leaf.apply(blank).build()));
  }

  static HeldCertificate authority() {
    return new HeldCertificate.Builder()
        .ecdsa256()
        .certificateAuthority(0)
        .commonName("a test's own authority")
        .duration(1, TimeUnit.DAYS)
        .build();
  }

  private static HeldCertificate.Builder named(String host) {
    return new HeldCertificate.Builder()
        .ecdsa256()
        .commonName(host)
        .addSubjectAlternativeName(host);
  }

  private static SSLSocketFactory tls(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .build()
        .sslSocketFactory();
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
