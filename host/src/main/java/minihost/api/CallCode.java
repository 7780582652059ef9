package minihost.api;

import minihost.reason.Code;
import minihost.reason.Platform;

/** What can be wrong with a call itself (sheet 3.2). */
public enum CallCode implements Code {
  /** E1: an option, or the whole argument, is of the wrong type. */
  PARAMETER_ERROR("parameter error: %s", 1001),
  /** E2. */
  INVALID_URL("invalid url \"%s\"", 600009),
  /** E3. */
  ILLEGAL_HOST("illegal host: %s", 101),
  /** E4. */
  DATA_NOT_SERIALIZABLE("fail to stringify data", 600010),
  /** E5. */
  DATA_IS_FUNCTION("data should not be Function", 600010),
  /** Errno 600005, "network argv error"; WeChat's text is not known. */
  INVALID_METHOD("invalid method \"%s\"", 600005),
  /** Sheet DNS-1, which does not know the final text for certain, nor any errno. */
  INVALID_HTTP_DNS_SERVICE_ID("invalid httpDNSServiceId", NO_ERRNO),
  /** E8. */
  TIMEOUT("timeout", 5) {
    @Override
    public String wording(Platform platform) {
      return platform == Platform.ANDROID ? "fail:time out" : wording();
    }
  },
  /** E9. */
  ABORT("abort", NO_ERRNO),
  /** A fault of this host, not of the program. */
  INTERNAL("internal error: %s", 4);

  private final String wording;
  private final int errno;

  CallCode(String wording, int errno) {
    this.wording = wording;
    this.errno = errno;
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
