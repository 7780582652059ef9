package minihost.tls;

import java.security.cert.CertificateException;

/** A server's certificate that is not believed: which one, why, and what to do. */
public final class CertificateFault extends CertificateException implements Remedy {
  /** What is wrong; of several faults the first one here is told, as Chromium does. */
  public enum Kind {
    /** Nobody trusted vouches for it. */
    AUTHORITY,
    /** It is for other names. */
    NAME,
    /** Its time is over or has not begun. */
    DATE
  }

  private final Kind kind;
  private final String fix;

  CertificateFault(Kind kind, String why, String fix) {
    super(why);
    this.kind = kind;
    this.fix = fix;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public String fix() {
    return fix;
  }
}
