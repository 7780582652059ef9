package minihost.config;

/** The domain lists of the admin console, named as WeChat's server API names them. */
public enum DomainKind {
  REQUEST("requestdomain", "https"),
  SOCKET("wsrequestdomain", "wss"),
  UPLOAD("uploaddomain", "https"),
  DOWNLOAD("downloaddomain", "https"),
  UDP("udpdomain", "udp"),
  TCP("tcpdomain", "tcp"),
  WEB_VIEW("webviewdomain", "https"),
  PREFETCH_DNS("prefetchdnsdomain", "");

  private final String key;
  private final String scheme;

  DomainKind(String key, String scheme) {
    this.key = key;
    this.scheme = scheme;
  }

  /** The key in {@code minihost.json} under {@code domains}. */
  public String key() {
    return key;
  }

  /** The only scheme an entry may have; empty where entries have none. */
  public String scheme() {
    return scheme;
  }
}
