package minihost.api;

import minihost.reason.Code;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** A call that ends in its fail callback for a reason of its own, not the network's or a rule's. */
public final class WxFailure extends Exception implements Explained {
  private final transient Reason reason;

  public WxFailure(Code code, String detail, String why, String fix) {
    this(new Reason(code, detail, why, fix, Origin.BUILT_IN));
  }

  public WxFailure(Reason reason) {
    super(reason.why(), null, false, false);
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
