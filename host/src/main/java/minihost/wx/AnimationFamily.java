package minihost.wx;

import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** {@code wx.createAnimation}: steps that are noted, and that no screen shows. */
final class AnimationFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    Shape shape = Shape.sync("createAnimation").withScript("animation.js");
    return List.of(WxFunction.inScript(shape));
  }
}
