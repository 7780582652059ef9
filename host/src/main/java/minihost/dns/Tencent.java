package minihost.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import minihost.config.HttpDnsService;

/** Tencent HTTPDNS in plain text. */
final class Tencent implements Provider {
  /** Both kinds of addresses, and how long they hold: then "no record" is never an empty body. */
  static final String WANTED = "&type=addrs&ttl=1";

  private final HttpDnsService.Tencent service;

  Tencent(HttpDnsService.Tencent service) {
    this.service = service;
  }

  @Override
  public String url(String host) {
    String token =
        service.token().map(t -> "&token=" + URLEncoder.encode(t.text(), UTF_8)).orElse("");
    return service.url() + "/d?dn=" + URLEncoder.encode(host, UTF_8) + token + WANTED;
  }

  @Override
  public Found read(String host, String body) throws HttpDnsFailure {
    return TencentAnswer.of(host, body);
  }
}
