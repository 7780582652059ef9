package minihost.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;

/** Whose certificates a run believes: the machine's, those of the settings, and the lab's. */
public final class TrustStore {
  static {
    OldTls.allow();
  }

  /** Read once: a suite of tests makes many trust stores. */
  private static final class Machine {
    static final List<X509Certificate> AUTHORITIES =
        List.of(
            new HandshakeCertificates.Builder()
                .addPlatformTrustedCertificates()
                .build()
                .trustManager()
                .getAcceptedIssuers());
  }

  private final X509ExtendedTrustManager manager;
  private final SSLSocketFactory sockets;
  private final boolean checked;

  private TrustStore(X509ExtendedTrustManager manager, boolean checked) {
    this.manager = manager;
    this.checked = checked;
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {manager}, null);
      SSLSocketFactory jdk = tls.getSocketFactory();
      sockets = checked ? jdk : new EverythingOn(jdk);
    } catch (NoSuchAlgorithmException | KeyManagementException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The machine's own authorities and {@code more}. Takes some 100 ms when first used. */
  public static TrustStore with(Collection<X509Certificate> more) {
    HandshakeCertificates.Builder certificates = new HandshakeCertificates.Builder();
    Machine.AUTHORITIES.forEach(certificates::addTrustedCertificate);
    more.forEach(certificates::addTrustedCertificate);
    X509ExtendedTrustManager jdk = (X509ExtendedTrustManager) certificates.build().trustManager();
    return new TrustStore(new CertificateCheck(jdk), true);
  }

  /** Every certificate, name, version and cipher: {@code urlCheck:false} (sheet DOM-14). */
  public static TrustStore all() {
    return new TrustStore(new Blind(), false);
  }

  /** The certificates of a PEM file. */
  public static List<X509Certificate> read(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      List<X509Certificate> read = new ArrayList<>();
      for (var c : CertificateFactory.getInstance("X.509").generateCertificates(in))
        read.add((X509Certificate) c);
      return read;
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + ": " + e.getMessage(), e);
    }
  }

  public X509TrustManager manager() {
    return manager;
  }

  public SSLSocketFactory sockets() {
    return sockets;
  }

  /** False when names need not match either. */
  public boolean isChecked() {
    return checked;
  }

  private static final class Blind extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("this run is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
