package minihost.lab;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;

/** Puts TLS on accepted connections, and tells each of them about its layer. */
final class TlsLayer extends ServerSockets {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final SSLSocketFactory certified;
  private final String[] versions;
  private final String[] ciphers;

  private TlsLayer(SSLSocketFactory certified, String[] versions, String[] ciphers) {
    this.certified = certified;
    this.versions = versions;
    this.ciphers = ciphers;
  }

  /** TLS 1.2 and 1.3, or only the versions given. */
  static TlsLayer of(HandshakeCertificates certificates, String... versions) {
    SSLSocketFactory certified = certificates.sslSocketFactory();
    String[] spoken = versions.length == 0 ? VERSIONS : versions;
    return new TlsLayer(certified, spoken, certified.getDefaultCipherSuites());
  }

  /** The same with these ciphers only. */
  TlsLayer taking(String... only) {
    return new TlsLayer(certified, versions, only);
  }

  @Override
  public Socket createSocket(Socket accepted, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket layer = (SSLSocket) certified.createSocket(accepted, host, port, autoClose);
    layer.setEnabledProtocols(versions);
    layer.setEnabledCipherSuites(ciphers);
    ((LabSocket) accepted).securedBy(layer);
    return layer;
  }
}
