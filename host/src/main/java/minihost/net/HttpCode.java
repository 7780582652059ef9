package minihost.net;

import minihost.reason.Code;

/** What can be wrong with an HTTP exchange that is neither a rule's nor the wire's doing. */
enum HttpCode implements Code {
  /** Sheet RDR-2: wording and errno of the PublicErrno page. */
  TOO_MANY_REDIRECTS("network reach the max redirect count", 600008),
  INVALID_URL("invalid url \"%s\"", 600009),
  /** Errno 600005, "network argv error"; WeChat's text is not known. */
  INVALID_HEADER("invalid header \"%s\"", 600005),
  /** Of a container of the cloud (sheet 8.2). */
  CONTAINER_REDIRECTS("reach the max redirect count", NO_ERRNO),
  /** No answer from a container; WeChat's own text is not known (sheet 8.5). */
  SERVICE_UNAVAILABLE("service unavailable", NO_ERRNO),
  /** The PublicErrno page's words; where WeChat's own limit lies is not known. */
  BODY_TOO_LARGE("native buffer exceed size limit", 602300);

  private final String wording;
  private final int errno;

  HttpCode(String wording, int errno) {
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
