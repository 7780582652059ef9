package minihost.wx;

import java.util.List;
import minihost.api.WxFamily;
import minihost.app.MiniProgram;
import minihost.config.Settings;
import minihost.net.Http;
import minihost.policy.Gate;

/** Everything on {@code wx}, a line per family. */
public final class Catalogue {
  private Catalogue() {}

  public static List<WxFamily> families(
      Gate gate, Http http, Settings settings, MiniProgram program) {
    return List.of(
        new RequestFamily(gate, http, settings),
        new NavigationFamily(program),
        new AppEventsFamily(program));
  }
}
