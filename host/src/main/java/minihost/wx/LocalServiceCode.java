package minihost.wx;

import minihost.api.WxFailure;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** What is wrong with a scan for services (sockets sheet 4.2). */
enum LocalServiceCode implements Code {
  INVALID_PARAM(":invalid param"),
  SCAN_EXISTS(":scan task already exist"),
  NO_SCAN(":task not found"),
  /** The system does not scan: on newer iOS, without a network, where no socket can be had. */
  NOT_SCANNED("");

  private final String wording;

  LocalServiceCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }

  WxFailure failure(String why, String fix) {
    return new WxFailure(reason(why, fix));
  }

  Reason reason(String why, String fix) {
    return new Reason(this, why, fix, Origin.BUILT_IN);
  }
}
