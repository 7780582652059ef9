package minihost.dns;

import java.util.function.LongSupplier;
import minihost.config.HttpDnsService;

/** How one provider is asked and understood (sheet 7.4). */
interface Provider {
  /** The URL that asks for the addresses of a name. */
  String url(String host) throws HttpDnsFailure;

  /** What a 200 says; its body is not empty. */
  Found read(String host, String body) throws HttpDnsFailure;

  /**
   * The client for a service.
   *
   * @param epochMillis the run's clock, for signatures
   */
  static Provider of(HttpDnsService service, LongSupplier epochMillis) {
    return switch (service) {
      case HttpDnsService.Tencent s -> new Tencent(s);
      case HttpDnsService.TencentEncrypted s -> new TencentEncrypted(s);
      case HttpDnsService.Aliyun s -> new Aliyun(s, epochMillis);
    };
  }
}
