package minihost.wxml;

import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** WXML that WeChat's tools would not compile. */
public final class WxmlException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  WxmlException(Place at, String why, String fix) {
    super(at + " " + why);
    reason =
        new Reason(WxmlCode.WXML_SYNTAX, at + " " + why, fix, new Origin(at.file(), at.line(), ""));
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
