package minihost.dns;

import java.io.IOException;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** A look-up that gave no address. */
public final class HttpDnsFailure extends IOException implements Explained {
  private final transient Reason reason;

  HttpDnsFailure(HttpDnsCode code, String why) {
    this(code, why, Origin.BUILT_IN);
  }

  HttpDnsFailure(HttpDnsCode code, String why, Origin origin) {
    super(why);
    reason = new Reason(code, why, fix(code), origin);
  }

  /** The same failure, with where the service is configured. */
  HttpDnsFailure at(Origin origin) {
    return new HttpDnsFailure((HttpDnsCode) reason.code(), reason.why(), origin);
  }

  private static String fix(HttpDnsCode code) {
    return switch (code) {
      case UNKNOWN_REQUEST_ERROR -> "compare account, id and host name with the provider's console";
      case REQUEST_SYSTEM_ERROR -> "try again later: the provider is out of order";
      case REQUEST_HTTP_ERROR -> "check the service's url under httpdns in minihost.json";
      case NOT_BOUGHT -> "buy the service, or name another in httpDNSServiceId";
      case SERVICE_EXPIRED -> "renew the service";
      case NO_QUOTA -> "buy more look-ups, or ask less often";
      case EMPTY_RETURN, INVALID_RESPONSE ->
          "check provider, url and key of the service under httpdns in minihost.json";
      case TIME_OUT -> "raise httpDNSTimeout, or use a faster provider";
      case EMPTY_RESULT -> "register the host name with the provider";
      case INVALID_SERVICE_ID -> "list the service under httpdns.services in minihost.json";
    };
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
