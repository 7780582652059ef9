package minihost.wx;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.canIUse}: true exactly for the functions, tasks and objects that exist in this host,
 * with the methods of the latter two (forms of sheet 8.1). Of what exists, parameters and results
 * are those of WeChat's typings, and of facts about the phone those that it has here; components
 * are those of WeChat's documentation, which are elements here.
 */
public final class CanIUseFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    Shape shape = Shape.sync("canIUse").withScript("can-i-use.js");
    return List.of(new WxFunction(shape, (args, call) -> {}, CanIUseFamily::known));
  }

  /** Programs ask at their start, mostly of functions alone: for that no table is read. */
  private static Map<String, Object> known(Args args) {
    Optional<Schemas> table = args.optionalString("table").map(Schemas::valueOf);
    return Collections.singletonMap(
        "line", table.map(schemas -> schemas.of(args.string("name"))).orElse(null));
  }
}
