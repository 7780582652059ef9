package minihost.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import minihost.config.OriginFault;
import minihost.journal.Event;
import minihost.lab.Answer;
import minihost.lab.LabOrigin;
import minihost.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates and TLS that a phone refuses, as cronet names them, and what is said of each. */
class CertificateTest {
  private static final String URL = "url: 'https://b.com/'";

  private static TestRun program() throws Exception {
    TestRun run = new TestRun();
    run.lab.on("GET /", Answer.text("hello"));
    return run.set("domains.requestdomain=[\"https://b.com\"]");
  }

  private static Reason reason(TestRun run) {
    return run.events(Event.CallEnded.class).getLast().reason().orElseThrow();
  }

  @ParameterizedTest // E14, DOM-13
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPIRED              | -201 | CERT_DATE_INVALID      | expired on 20       | renew it",
        "NOT_YET_VALID        | -201 | CERT_DATE_INVALID      | not valid before 20 | clock",
        "WRONG_HOST           | -200 | CERT_COMMON_NAME_INVALID"
            + " | for another.b.com, issued | names (SAN) include b.com",
        "SELF_SIGNED          | -202 | CERT_AUTHORITY_INVALID | is self-signed      | trust in",
        "UNKNOWN_CA           | -202 | CERT_AUTHORITY_INVALID"
            + " | goes back to \"CN=an authority nobody knows\" | CA of your own, list its PEM",
        "MISSING_INTERMEDIATE | -202 | CERT_AUTHORITY_INVALID | no intermediate     |"
            + " fullchain.pem",
        "TLS10                | -113 | SSL_VERSION_OR_CIPHER_MISMATCH"
            + " | the server only speaks TLS 1.0 | serve TLS 1.2 or newer",
        "TLS11                | -113 | SSL_VERSION_OR_CIPHER_MISMATCH"
            + " | the server only speaks TLS 1.1 | serve TLS 1.2 or newer",
        "WEAK_CIPHER          | -113 | SSL_VERSION_OR_CIPHER_MISMATCH"
            + " | SSL_RSA_WITH_3DES_EDE_CBC_SHA | allow ECDHE",
      })
  void isRefusedWithItsNameItsCauseAndItsRemedy(
      OriginFault fault, int code, String name, String why, String fix) throws Exception {
    try (TestRun run = program()) {
      run.lab.https("https://b.com", fault);
      run.start();
      assertEquals(
          "request:fail errcode:%d cronet_error_code:%d error_msg:net::ERR_%s 600001"
              .formatted(code, code, name),
          run.request(URL),
          () -> reason(run).text());
      Reason reason = reason(run);
      assertTrue(reason.why().startsWith("https://b.com/: "), reason.why());
      assertTrue(reason.why().contains(why), reason.why());
      assertTrue(reason.fix().contains(fix), reason.fix());
      if (code != -113) assertTrue(reason.why().contains("\"CN="), reason.why());
      assertEquals(0, run.lab.requests().size());
    }
  }

  @ParameterizedTest // DOM-14
  @EnumSource(
      value = OriginFault.class,
      names = {"REFUSED", "UNKNOWN_NAME"},
      mode = EnumSource.Mode.EXCLUDE)
  void isAcceptedWhereNothingIsChecked(OriginFault fault) throws Exception {
    try (TestRun run = program().set("project.setting.urlCheck=false")) {
      run.lab.https("https://b.com", fault);
      run.start();
      assertEquals("ok 200 hello", run.request(URL));
    }
  }

  @ParameterizedTest // DOM-13
  @EnumSource(names = {"SELF_SIGNED", "UNKNOWN_CA", "MISSING_INTERMEDIATE"})
  void isGoodOnceItsAuthorityIsTrusted(OriginFault fault) throws Exception {
    try (TestRun run = program()) {
      LabOrigin origin = run.lab.https("https://b.com", fault);
      run.file("ca.pem", origin.missingTrust().orElseThrow()).set("trust=[\"ca.pem\"]").start();
      assertEquals("ok 200 hello", run.request(URL));
    }
  }

  @Test
  void ofATrustFileThatHasGoneTheProgramLearnsNoPath() throws Exception {
    try (TestRun run = program()) {
      String pem =
          run.lab.https("https://b.com", OriginFault.UNKNOWN_CA).missingTrust().orElseThrow();
      run.file("ca.pem", pem).set("trust=[\"ca.pem\"]").start();
      run.without("ca.pem");
      assertEquals("request:fail internal error: UncheckedIOException 4", run.request(URL));
      run.file("ca.pem", pem); // a run leaves its folder as it was
    }
  }

  @Test // DOM-13
  void aGoodOneIsOneOfTheLabs() throws Exception {
    try (TestRun run = program()) {
      assertTrue(run.lab.https("https://b.com").missingTrust().isEmpty());
      run.start();
      assertEquals("ok 200 hello", run.request(URL));
    }
  }

  @Test // E14
  void inAndroidsWords() throws Exception {
    try (TestRun run = program().set("platform=android")) {
      run.lab.https("https://b.com", OriginFault.EXPIRED);
      run.start();
      assertEquals("request:fail -201:net::ERR_CERT_DATE_INVALID 600001", run.request(URL));
    }
  }
}
