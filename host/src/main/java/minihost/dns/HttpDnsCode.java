package minihost.dns;

import minihost.reason.Code;

/**
 * Why an HttpDNS service gave no address: errnos and texts of the PublicErrno page (sheet 3.1, E22;
 * sockets sheet 7.3).
 */
public enum HttpDnsCode implements Code {
  UNKNOWN_REQUEST_ERROR(602000, "unknown network request error"),
  REQUEST_SYSTEM_ERROR(602001, "request system error"),
  REQUEST_HTTP_ERROR(602002, "request server http error"),
  NOT_BOUGHT(602101, "not buy httpdns service"),
  SERVICE_EXPIRED(602102, "service expired"),
  NO_QUOTA(602103, "no enough httpdns quota"),
  EMPTY_RETURN(602104, "empty servicer return"),
  TIME_OUT(602105, "time-out when request servicer"),
  INVALID_RESPONSE(602106, "invalid servicer response"),
  EMPTY_RESULT(602107, "empty domain httpdns result"),
  INVALID_SERVICE_ID(602108, "not valid service id");

  /** The step that reasons name: {@code getDNSInfo:fail no enough httpdns quota}. */
  public static final String STEP = "getDNSInfo";

  private final int errno;
  private final String wording;

  HttpDnsCode(int errno, String wording) {
    this.errno = errno;
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }

  @Override
  public int errno() {
    return errno;
  }
}
