package minihost.tls;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import minihost.tls.CertificateFault.Kind;
import okhttp3.internal.tls.OkHostnameVerifier;

/** Says why a chain of certificates was refused. The refusal itself is not decided here. */
final class Diagnosis {
  private static final String TRUST = "list its PEM file under trust in minihost.json";

  private final List<X509Certificate> chain;
  private final String host;
  private final List<X509Certificate> authorities;

  /**
   * @param chain as the server sent it, its own certificate first
   * @param host the name it was asked for; null when that is not known
   */
  Diagnosis(List<X509Certificate> chain, String host, List<X509Certificate> authorities) {
    this.chain = chain;
    this.host = host;
    this.authorities = authorities;
  }

  /**
   * @param refusal what the JDK found
   */
  CertificateFault of(CertificateException refusal) {
    X509Certificate last = lastVouchedFor();
    if (last != null) return ofAuthority(last);
    if (!namesTheHost()) return ofName();
    for (X509Certificate certificate : chain) {
      CertificateFault outOfDate = ofDate(certificate);
      if (outOfDate != null) return outOfDate;
    }
    return new CertificateFault(
        Kind.AUTHORITY,
        CertificateText.of(own()) + " is not acceptable: " + refusal.getMessage(),
        "serve a certificate that a public CA would issue today");
  }

  boolean namesTheHost() {
    return host == null || OkHostnameVerifier.INSTANCE.verify(host, own());
  }

  private X509Certificate own() {
    return chain.getFirst();
  }

  /** The certificate at which the way up to an authority ends; null when it leads to one. */
  private X509Certificate lastVouchedFor() {
    X509Certificate at = own();
    for (int steps = 0; steps <= chain.size(); steps++) {
      if (authorities.contains(at)) return null;
      X509Certificate below = at;
      if (authorities.stream().anyMatch(a -> signed(a, below))) return null;
      X509Certificate above =
          chain.stream().filter(c -> !c.equals(below) && signed(c, below)).findFirst().orElse(null);
      if (above == null) return at;
      at = above;
    }
    return at;
  }

  private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        && verifies(certificate, issuer.getPublicKey());
  }

  private static boolean verifies(X509Certificate certificate, PublicKey key) {
    try {
      certificate.verify(key);
      return true;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }

  private CertificateFault ofAuthority(X509Certificate last) {
    String issuer = CertificateText.name(last.getIssuerX500Principal());
    boolean signedItself = signed(last, last);
    if (signedItself && last.equals(own()))
      return new CertificateFault(
          Kind.AUTHORITY,
          CertificateText.of(last) + " is self-signed",
          "serve one from a public CA, or " + TRUST);
    if (signedItself)
      return new CertificateFault(
          Kind.AUTHORITY,
          CertificateText.of(own()) + " goes back to \"" + issuer + "\", which is no CA known here",
          "serve a certificate from a public CA; if this is a CA of your own, " + TRUST);
    return new CertificateFault(
        Kind.AUTHORITY,
        "the server sends %s, but no intermediate: nothing it sends or that is trusted is \"%s\""
            .formatted(CertificateText.of(last), issuer),
        "configure the full chain on the server (fullchain.pem: its certificate, then every"
            + " intermediate); if the issuer is a CA of your own, "
            + TRUST);
  }

  CertificateFault ofName() {
    return new CertificateFault(
        Kind.NAME,
        CertificateText.of(own()) + " does not name " + host,
        "serve a certificate whose names (SAN) include " + host + ", or call a name it has");
  }

  /** Null for one whose time it is. */
  static CertificateFault ofDate(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return null;
    } catch (CertificateExpiredException e) {
      return new CertificateFault(
          Kind.DATE,
          CertificateText.of(certificate)
              + " expired on "
              + CertificateText.time(certificate.getNotAfter()),
          "renew it");
    } catch (CertificateNotYetValidException e) {
      return new CertificateFault(
          Kind.DATE,
          CertificateText.of(certificate)
              + " is not valid before "
              + CertificateText.time(certificate.getNotBefore()),
          "set the clock right, of the server that made it or of this machine, or wait until then");
    }
  }
}
