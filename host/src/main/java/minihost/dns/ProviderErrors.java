package minihost.dns;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * What a provider's failure is for WeChat. The documents give WeChat's codes and the providers'
 * answers, but not which goes with which (sheet 7.3): this is the one place that says so.
 *
 * <pre>
 * connect, TLS and other transport errors        602002
 * the transport gave up waiting                  602105
 * 401, or 403 with InvalidAccount                602108   no such account, id or token
 * 402                                            602102
 * 403                                            602101
 * 429                                            602103
 * an error the provider names: InternalError     602001
 *                              any other         602000   it did not like the question
 * any other status but 200                       602002
 * </pre>
 */
final class ProviderErrors {
  private ProviderErrors() {}

  static HttpDnsFailure of(IOException e) {
    HttpDnsCode code =
        e instanceof InterruptedIOException ? HttpDnsCode.TIME_OUT : HttpDnsCode.REQUEST_HTTP_ERROR;
    return new HttpDnsFailure(code, "the provider could not be asked: " + e.getMessage());
  }

  /**
   * @param named the error's name in the provider's answer; empty when it gave none
   */
  static HttpDnsFailure of(int status, String named) {
    String what = named.isEmpty() ? "" : " (" + Literals.shown(named) + ")";
    return new HttpDnsFailure(code(status, named), "the provider answered " + status + what);
  }

  private static HttpDnsCode code(int status, String named) {
    return switch (status) {
      case 401 -> HttpDnsCode.INVALID_SERVICE_ID;
      case 402 -> HttpDnsCode.SERVICE_EXPIRED;
      case 403 ->
          named.equals("InvalidAccount") ? HttpDnsCode.INVALID_SERVICE_ID : HttpDnsCode.NOT_BOUGHT;
      case 429 -> HttpDnsCode.NO_QUOTA;
      default ->
          switch (named) {
            case "" -> HttpDnsCode.REQUEST_HTTP_ERROR;
            case "InternalError" -> HttpDnsCode.REQUEST_SYSTEM_ERROR;
            default -> HttpDnsCode.UNKNOWN_REQUEST_ERROR;
          };
    };
  }
}
