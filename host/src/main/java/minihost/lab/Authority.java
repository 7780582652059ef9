package minihost.lab;

import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The certificate authority of one run, made at start and kept in memory only. Its private key
 * leaves neither this object nor this process.
 */
final class Authority {
  private static final int VALID_DAYS = 30;

  private final HeldCertificate root =
      new HeldCertificate.Builder()
          .certificateAuthority(0)
          .commonName("minihost lab, this run only")
          .duration(VALID_DAYS, TimeUnit.DAYS)
          .ecdsa256()
          .build();

  X509Certificate certificate() {
    return root.certificate();
  }

  String pem() {
    return root.certificatePem();
  }

  /** TLS for a server with a certificate for this name or IP literal. */
  SSLSocketFactory serverFor(String host) {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .signedBy(root)
            .commonName(host)
            .addSubjectAlternativeName(host)
            .duration(VALID_DAYS, TimeUnit.DAYS)
            .ecdsa256()
            .build();
    return new TlsLayer(
        new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
  }
}
