package minihost.lab;

import minihost.reason.Code;

/** What can go wrong with the lab itself; none of these ever reaches a mini program's errMsg. */
public enum LabCode implements Code {
  LAB_ROUTES_BROKEN("the lab's routes cannot be loaded"),
  LAB_ROUTE_FAILED("a lab route failed");

  private final String wording;

  LabCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
