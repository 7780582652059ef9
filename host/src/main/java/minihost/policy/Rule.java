package minihost.policy;

import minihost.reason.Code;
import minihost.reason.Platform;

/** Every rule there is, with the words a script gets when it stops a call. */
public enum Rule implements Code {
  /** No network in background until the next foreground (S2 "使用限制", sheet BG-4, E10, E11). */
  FOREGROUND("interrupted", 600003) {
    @Override
    public String wording(Platform platform) {
      return platform == Platform.ANDROID
          ? "%s:fail: jsapi has no permission, event=%s,"
              + " runningState=suspend, permissionMsg=permission ok,"
              + " detail=network api interrupted in suspend state"
          : wording();
    }
  },
  /** What is in flight 5 s after the hide is cut (S0–S4, sheet BG-3, E10). */
  BACKGROUND_5S("interrupted", 600003) {
    @Override
    public String wording(Platform platform) {
      return platform == Platform.ANDROID ? "fail:network interrupted error" : wording();
    }
  },
  /** What stays open is closed when the program ends (sockets sheet 1.7). */
  DESTROYED("interrupted", 600003),
  /** At most 10 at a time per kind of HTTP call (S2, sheet CON-1, CON-7, E17). */
  CONCURRENCY("fail:network exceed max task count", 600007),
  /** At most 5 sockets at a time; the sixth fails and does not wait (S2, sockets sheet 1.6, C5). */
  SOCKET_COUNT("fail reach max websocket connect count %s", 600007),
  /** Ports that no TCP socket may connect to (S2, sockets sheet 3.3). */
  TCP_PORT("connect fail: invalid address %s"),
  /** Where UDP may go (sockets sheet 2.4, C1); whether WeChat says 1 or -3 is not known. */
  UDP_PEER("send fail: invalid address %s"),
  /** {@code urlCheck:false} skips what follows (S0–S4, sheet DOM-14). */
  URL_CHECK,
  /** {@code api.weixin.qq.com} is never reachable (all seeds, sheet DOM-10). */
  WEIXIN_API,
  /** A peer in the device's own subnet (S2 mDNS section, sheet LAN-1 to LAN-4). */
  LAN_PEER,
  /** A LAN is asked for its services where the device is in one (S2, sockets sheet section 4). */
  LAN_SCAN(""),
  /** The configured domains, scheme and port literally (S0–S4, sheet DOM-1 to DOM-7, E6). */
  DOMAIN_LISTED,
  /** Pages of a web-view: https, a business domain or one below it (S2, sheet 4.3). */
  WEB_VIEW_DOMAIN,
  /** An environment of the cloud that the program may call (sheet 8.2, 8.5). */
  CLOUD_ENV("-501000 invalid env. %s", NO_ERRNO) {
    @Override
    public int errCode() {
      return CLOUD_ACCESS_DENIED;
    }
  },
  /** A service of that environment; no domain list and no LAN rule (S2, sheet DOM-15, CLD-5). */
  CLOUD_SERVICE("-501000 path access denied. %s", NO_ERRNO) {
    @Override
    public int errCode() {
      return CLOUD_ACCESS_DENIED;
    }
  },
  /** Each redirect hop is asked again (sheet RDR-3, E7). */
  REDIRECT_LISTED("redirect url not in domain list:%s", 600002);

  private static final int CLOUD_ACCESS_DENIED = -501000;
  private static final String UNLISTED = "url not in domain list";

  private final String wording;
  private final int errno;

  /** A rule about where a URL points (E6); newer Android names the host. */
  Rule() {
    this(UNLISTED, 600002);
  }

  /** One whose words come in an error event. */
  Rule(String wording) {
    this(wording, NO_ERRNO);
  }

  Rule(String wording, int errno) {
    this.wording = wording;
    this.errno = errno;
  }

  /** This rule, or at a redirect hop the one whose words scripts get there (E7). */
  Rule at(int hop) {
    return hop == 0 ? this : REDIRECT_LISTED;
  }

  @Override
  public String wording() {
    return wording;
  }

  @Override
  public String wording(Platform platform) {
    boolean unlisted = wording.equals(UNLISTED);
    return unlisted && platform == Platform.ANDROID ? wording + ":%s" : wording;
  }

  @Override
  public int errno() {
    return errno;
  }
}
