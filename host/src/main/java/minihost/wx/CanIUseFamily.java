package minihost.wx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final String NAME = "name";

  @Override
  public List<WxFunction> functions() {
    Shape shape = Shape.sync("canIUse").withScript("can-i-use.js");
    return List.of(new WxFunction(shape, (args, call) -> {}, CanIUseFamily::known));
  }

  private static Map<String, Object> known(Args args) {
    Map<String, Object> known = new HashMap<>();
    known.put("ofFunction", Schemas.FUNCTIONS.of(args.string(NAME)));
    known.put("ofComponent", Schemas.COMPONENTS.of(args.string(NAME)));
    return known;
  }
}
