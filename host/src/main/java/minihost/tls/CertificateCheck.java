package minihost.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JDK's check of a server's chain (sheet DOM-13: authority, complete chain, name, date), with
 * an explanation when it fails.
 */
final class CertificateCheck extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager jdk;

  CertificateCheck(X509ExtendedTrustManager jdk) {
    this.jdk = jdk;
  }

  private interface Verdict {
    void orThrow() throws CertificateException;
  }

  private void check(X509Certificate[] chain, SSLSession handshake, Verdict verdict)
      throws CertificateFault {
    String host = handshake == null ? null : handshake.getPeerHost();
    Diagnosis diagnosis = new Diagnosis(List.of(chain), host, List.of(jdk.getAcceptedIssuers()));
    try {
      verdict.orThrow();
    } catch (CertificateException e) {
      throw diagnosis.of(e);
    }
    if (!diagnosis.namesTheHost()) throw diagnosis.ofName();
    // The JDK does not look at the dates of a certificate that is itself listed as trusted.
    CertificateFault outOfDate = Diagnosis.ofDate(chain[0]);
    if (outOfDate != null) throw outOfDate;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateFault {
    check(chain, null, () -> jdk.checkServerTrusted(chain, type));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateFault {
    SSLSession handshake = socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null;
    check(chain, handshake, () -> jdk.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateFault {
    SSLSession handshake = engine == null ? null : engine.getHandshakeSession();
    check(chain, handshake, () -> jdk.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    jdk.checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    jdk.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    jdk.checkClientTrusted(chain, type, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jdk.getAcceptedIssuers();
  }
}
