package minihost.tls;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import minihost.tls.CertificateFault.Kind;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Chains whose fault a server of the lab does not have, or that have several. */
class TrustStoreTest {
  private final HeldCertificate root =
      new HeldCertificate.Builder().commonName("root").certificateAuthority(1).ecdsa256().build();

  private static HeldCertificate.Builder certificate(String name, int firstDay, int lastDay) {
    long now = System.currentTimeMillis();
    return new HeldCertificate.Builder()
        .commonName(name)
        .addSubjectAlternativeName(name + ".example")
        .validityInterval(
            now + TimeUnit.DAYS.toMillis(firstDay), now + TimeUnit.DAYS.toMillis(lastDay))
        .ecdsa256();
  }

  private static void check(HeldCertificate trusted, HeldCertificate... chain) throws Exception {
    X509Certificate[] sent =
        Stream.of(chain).map(HeldCertificate::certificate).toArray(X509Certificate[]::new);
    TrustStore.with(List.of(trusted.certificate()))
        .manager()
        .checkServerTrusted(sent, "ECDHE_ECDSA");
  }

  private static CertificateFault fault(HeldCertificate trusted, HeldCertificate... chain) {
    return assertThrows(CertificateFault.class, () -> check(trusted, chain));
  }

  @Test // DOM-13
  void aWholeChainIsGood() {
    HeldCertificate between =
        certificate("between", -1, 1).certificateAuthority(0).signedBy(root).build();
    HeldCertificate leaf = certificate("leaf", -1, 1).signedBy(between).build();
    assertDoesNotThrow(() -> check(root, leaf, between));
  }

  @Test // DOM-13
  void anIntermediateWhoseTimeIsOverIsNamed() {
    HeldCertificate between =
        certificate("between", -9, -1).certificateAuthority(0).signedBy(root).build();
    CertificateFault fault =
        fault(root, certificate("leaf", -9, 1).signedBy(between).build(), between);
    assertEquals(Kind.DATE, fault.kind());
    assertTrue(fault.getMessage().startsWith("the certificate \"CN=between\""), fault.getMessage());
  }

  @Test // DOM-13
  void aCertificateThatIsItselfTrustedMustBeInDateAllTheSame() {
    HeldCertificate own = certificate("own", -9, -1).build();
    assertEquals(Kind.DATE, fault(own, own).kind());
  }

  @Test // E14
  void anUnknownAuthorityCountsForMoreThanTheDate() {
    HeldCertificate own = certificate("own", -9, -1).build();
    CertificateFault fault = fault(root, own);
    assertEquals(Kind.AUTHORITY, fault.kind());
    assertTrue(fault.getMessage().contains("self-signed"), fault.getMessage());
    assertTrue(fault.getMessage().contains("for own.example"), fault.getMessage());
  }

  @Test // DOM-13
  void anAuthorityThatMustNotHaveOneBelowItIsToldInTheJdksWords() {
    HeldCertificate mere = certificate("mere", -1, 1).signedBy(root).build();
    CertificateFault fault = fault(root, certificate("leaf", -1, 1).signedBy(mere).build(), mere);
    assertEquals(Kind.AUTHORITY, fault.kind());
    assertTrue(fault.getMessage().contains("is not acceptable: "), fault.getMessage());
  }

  @Test // DOM-14
  void nothingIsAskedWhereNothingIsChecked() {
    X509Certificate[] chain = {certificate("own", -9, -1).build().certificate()};
    assertDoesNotThrow(() -> TrustStore.all().manager().checkServerTrusted(chain, "ECDHE_ECDSA"));
  }
}
