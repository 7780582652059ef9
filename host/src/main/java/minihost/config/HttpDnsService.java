package minihost.config;

import java.util.Optional;
import minihost.reason.Origin;

/** A service bought from an HttpDNS provider, under the id that programs name (sheet 7.4). */
public sealed interface HttpDnsService {
  /** What a program gives as {@code httpDNSServiceId}. */
  String serviceId();

  /** Where the provider answers: {@code http(s)://host[:port]}, without a path. */
  String url();

  Origin origin();

  /**
   * Tencent, plain text.
   *
   * @param token what the account is known by; the entry for tests has none
   */
  record Tencent(String serviceId, String url, Optional<Secret> token, Origin origin)
      implements HttpDnsService {}

  /**
   * Tencent, names and answers encrypted.
   *
   * @param id the account, 1 to 100000
   * @param key of as many bytes as the cipher takes
   */
  record TencentEncrypted(
      String serviceId, String url, Cipher cipher, int id, Secret key, Origin origin)
      implements HttpDnsService {}

  /**
   * Aliyun.
   *
   * @param secret signs what is asked; without it look-ups are not signed
   */
  record Aliyun(
      String serviceId, String url, String account, Optional<Secret> secret, Origin origin)
      implements HttpDnsService {}

  /** How names and answers are encrypted, and the length of the key in bytes. */
  enum Cipher {
    DES(8),
    AES(16);

    private final int keyBytes;

    Cipher(int keyBytes) {
      this.keyBytes = keyBytes;
    }

    public int keyBytes() {
      return keyBytes;
    }
  }
}
