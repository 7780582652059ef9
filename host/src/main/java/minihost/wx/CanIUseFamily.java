package minihost.wx;

import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.canIUse}: true exactly for the functions, tasks and objects that exist in this host,
 * with the methods of the latter two (forms of sheet 8.1). Parameters and results are not told
 * apart: {@code request.object.method} is true because {@code request} exists. Components are not
 * run, so every component is false.
 */
public final class CanIUseFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    Shape shape = Shape.sync("canIUse").withScript("can-i-use.js");
    return List.of(WxFunction.inScript(shape));
  }
}
