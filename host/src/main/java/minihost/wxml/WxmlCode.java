package minihost.wxml;

import minihost.reason.Code;

/** What can be wrong with a WXML file. */
public enum WxmlCode implements Code {
  WXML_SYNTAX("WXML does not compile");

  private final String wording;

  WxmlCode(String wording) {
    this.wording = wording;
  }

  @Override
  public String wording() {
    return wording;
  }
}
