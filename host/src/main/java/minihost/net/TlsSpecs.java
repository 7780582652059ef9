package minihost.net;

import java.util.Arrays;
import java.util.List;
import minihost.tls.TrustStore;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/**
 * Which TLS a run speaks: TLS 1.2 and newer with the ciphers Chromium offers today (sheet DOM-13),
 * or, where nothing is checked, whatever the JDK still has (DOM-14).
 */
final class TlsSpecs {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private static final String[] CIPHERS = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_RSA_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_256_CBC_SHA"
  };

  private TlsSpecs() {}

  /** Sets versions, ciphers and trust, and what tells failures of the wire apart. */
  static OkHttpClient.Builder apply(OkHttpClient.Builder builder, TrustStore trust) {
    ConnectionSpec.Builder tls = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS);
    if (trust.isChecked()) {
      tls.tlsVersions(VERSIONS).cipherSuites(CIPHERS);
      builder.addInterceptor(new TlsEnquiry());
    } else {
      tls.allEnabledTlsVersions().allEnabledCipherSuites();
      builder.hostnameVerifier((name, session) -> true);
    }
    return builder
        .connectionSpecs(List.of(tls.build(), ConnectionSpec.CLEARTEXT))
        .sslSocketFactory(trust.sockets(), trust.manager())
        .addNetworkInterceptor(new WireFaults());
  }

  static boolean isOffered(String version, String cipher) {
    return Arrays.asList(VERSIONS).contains(version) && Arrays.asList(CIPHERS).contains(cipher);
  }
}
