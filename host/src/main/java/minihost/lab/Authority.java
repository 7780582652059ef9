package minihost.lab;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import minihost.config.OriginFault;
import minihost.tls.OldTls;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The certificate authority of the labs of this process, made when first needed and kept in memory
 * only. Its private key leaves neither this object nor this process. It also makes the certificates
 * that shall not do. One for all labs, each certificate once: keys take long to make, and a suite
 * of tests starts many labs that play the same origins. Thread-safe.
 */
final class Authority {
  static {
    OldTls.allow();
  }

  private static final int VALID_DAYS = 30;

  /** Given up by all clients since Sweet32; TLS 1.2 itself is fine. */
  private static final String WEAK_CIPHER = "SSL_RSA_WITH_3DES_EDE_CBC_SHA";

  private record Wanted(String host, OriginFault fault) {}

  private static final class Shared {
    static final Authority AUTHORITY = new Authority();
  }

  private final Map<Wanted, ServerTls> made = new ConcurrentHashMap<>();

  private Authority() {}

  static Authority ofThisProcess() {
    return Shared.AUTHORITY;
  }

  /** Allows one certificate authority below it. */
  private final HeldCertificate root = authority("minihost lab, this process only", 1).build();

  private static HeldCertificate.Builder authority(String name, int below) {
    return new HeldCertificate.Builder()
        .certificateAuthority(below)
        .commonName(name)
        .duration(VALID_DAYS, TimeUnit.DAYS)
        .ecdsa256();
  }

  X509Certificate certificate() {
    return root.certificate();
  }

  String pem() {
    return root.certificatePem();
  }

  /** TLS for a server with this name or IP literal, and with this fault. */
  ServerTls serverFor(String host, OriginFault fault) {
    return made.computeIfAbsent(
        new Wanted(host, fault), wanted -> new ServerTls(() -> shown(host, fault)));
  }

  private ServerTls.Shown shown(String host, OriginFault fault) {
    HeldCertificate.Builder leaf = leaf(host).signedBy(root);
    return switch (fault) {
      case NONE, REFUSED, UNKNOWN_NAME -> known(leaf);
      case EXPIRED -> known(valid(leaf, -VALID_DAYS, -1));
      case NOT_YET_VALID -> known(valid(leaf, 1, VALID_DAYS));
      case WRONG_HOST -> known(leaf("another." + host).signedBy(root));
      case SELF_SIGNED -> {
        HeldCertificate own = leaf(host).build();
        yield unknown(own, own);
      }
      case UNKNOWN_CA -> {
        HeldCertificate other = authority("an authority nobody knows", 0).build();
        yield unknown(other, leaf(host).signedBy(other).build(), other.certificate());
      }
      case MISSING_INTERMEDIATE -> {
        HeldCertificate between = authority("minihost lab, between", 0).signedBy(root).build();
        yield unknown(between, leaf(host).signedBy(between).build());
      }
      case TLS10 ->
          new ServerTls.Shown(TlsLayer.of(holding(leaf.build()), "TLSv1"), Optional.empty());
      case TLS11 ->
          new ServerTls.Shown(TlsLayer.of(holding(leaf.build()), "TLSv1.1"), Optional.empty());
      case WEAK_CIPHER ->
          new ServerTls.Shown(
              TlsLayer.of(holding(leaf.rsa2048().build()), "TLSv1.2").taking(WEAK_CIPHER),
              Optional.empty());
    };
  }

  private static HeldCertificate.Builder leaf(String host) {
    return new HeldCertificate.Builder()
        .commonName(host)
        .addSubjectAlternativeName(host)
        .duration(VALID_DAYS, TimeUnit.DAYS)
        .ecdsa256();
  }

  /** From and to so many days from now. */
  private HeldCertificate.Builder valid(HeldCertificate.Builder leaf, int from, int to) {
    long now = root.certificate().getNotBefore().getTime();
    return leaf.validityInterval(
        now + TimeUnit.DAYS.toMillis(from), now + TimeUnit.DAYS.toMillis(to));
  }

  private static ServerTls.Shown known(HeldCertificate.Builder leaf) {
    return new ServerTls.Shown(TlsLayer.of(holding(leaf.build())), Optional.empty());
  }

  private static ServerTls.Shown unknown(
      HeldCertificate missing, HeldCertificate own, X509Certificate... above) {
    return new ServerTls.Shown(
        TlsLayer.of(holding(own, above)), Optional.of(missing.certificatePem()));
  }

  private static HandshakeCertificates holding(HeldCertificate own, X509Certificate... above) {
    return new HandshakeCertificates.Builder().heldCertificate(own, above).build();
  }
}
