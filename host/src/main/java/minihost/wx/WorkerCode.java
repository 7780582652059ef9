package minihost.wx;

import minihost.reason.Code;

/** Why there is no worker, in the words of phones where they are known. */
public enum WorkerCode implements Code {
  ONE_AT_A_TIME("exceed max concurrent worker limit"),
  /** The detail is the path. */
  NO_SCRIPT("can not find worker script %s"),
  NO_FOLDER("app.json names no workers folder");

  private final String wording;

  WorkerCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
