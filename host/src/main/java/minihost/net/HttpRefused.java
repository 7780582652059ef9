package minihost.net;

import java.io.IOException;
import minihost.reason.Explained;
import minihost.reason.Origin;
import minihost.reason.Reason;

/** An exchange that was given up for a reason of HTTP's own. */
final class HttpRefused extends IOException implements Explained {
  private final transient Reason reason;

  HttpRefused(HttpCode code, String detail, String why, String fix) {
    this(new Reason(code, detail, why, fix, Origin.BUILT_IN));
  }

  HttpRefused(Reason reason) {
    super(reason.why());
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
