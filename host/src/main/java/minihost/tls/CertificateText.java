package minihost.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import okhttp3.internal.tls.OkHostnameVerifier;

/** Certificates in a person's words. */
final class CertificateText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private CertificateText() {}

  /** Whose it is, whose name is under it, how long it holds, and the names it is for. */
  static String of(X509Certificate certificate) {
    List<String> names = OkHostnameVerifier.INSTANCE.allSubjectAltNames(certificate);
    return "the certificate \"%s\" (%s, issued by \"%s\", valid from %s to %s)"
        .formatted(
            name(certificate.getSubjectX500Principal()),
            names.isEmpty() ? "for no host name" : "for " + String.join(", ", names),
            name(certificate.getIssuerX500Principal()),
            time(certificate.getNotBefore()),
            time(certificate.getNotAfter()));
  }

  static String name(X500Principal principal) {
    return principal.getName();
  }

  static String time(Date date) {
    return TIME.format(Instant.ofEpochMilli(date.getTime()));
  }
}
