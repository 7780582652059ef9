package minihost.dns;

import minihost.config.HttpDnsService;
import minihost.config.HttpDnsService.Cipher;

/** Tencent HTTPDNS with names and answers encrypted. */
final class TencentEncrypted implements Provider {
  private final HttpDnsService.TencentEncrypted service;
  private final HexCipher cipher;

  TencentEncrypted(HttpDnsService.TencentEncrypted service) {
    this.service = service;
    cipher = new HexCipher(service.cipher(), service.key().text());
  }

  @Override
  public String url(String host) {
    String name = cipher.encrypt(host);
    String alg = service.cipher() == Cipher.AES ? "aes" : "des";
    return "%s/d?dn=%s&id=%d&alg=%s%s"
        .formatted(service.url(), name, service.id(), alg, Tencent.WANTED);
  }

  @Override
  public Found read(String host, String body) throws HttpDnsFailure {
    String text =
        cipher
            .decrypt(body)
            .orElseThrow(
                () ->
                    new HttpDnsFailure(
                        HttpDnsCode.INVALID_RESPONSE,
                        "the provider's answer cannot be decrypted with the service's key"));
    return TencentAnswer.of(host, text);
  }
}
