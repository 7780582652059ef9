package minihost.lab;

import minihost.config.LabService;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** What can go wrong with the lab itself; none of these ever reaches a mini program's errMsg. */
public enum LabCode implements Code {
  LAB_ROUTES_BROKEN("the lab's routes cannot be loaded"),
  LAB_ROUTE_FAILED("a lab route failed"),
  LAB_NOT_ANNOUNCED("a device of the lab is not announced");

  private final String wording;

  LabCode(String wording) {
    this.wording = wording;
  }

  static Reason notAnnounced(LabService service, Exception e) {
    return new Reason(
        LAB_NOT_ANNOUNCED,
        "\"" + service.name() + "\" is not announced by mDNS: " + e.getMessage(),
        "let the loopback interface take part in multicast",
        Origin.BUILT_IN);
  }

  @Override
  public String wording() {
    return wording;
  }
}
