package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.setNavigationBarTitle} and the other changes of the navigation bar (sheet 8.3). There
 * is no bar to see: the journal has each call with its options.
 */
public final class NavigationBarFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    Shape color =
        Shape.async("setNavigationBarColor")
            .requiring("frontColor", "String")
            .requiring("backgroundColor", "String")
            .withScript("navigation-bar.js");
    return List.of(
        silent(Shape.async("setNavigationBarTitle").requiring("title", "String")),
        silent(color),
        silent(Shape.async("showNavigationBarLoading")),
        silent(Shape.async("hideNavigationBarLoading")));
  }

  private static WxFunction silent(Shape shape) {
    return WxFunction.of(shape, (args, call) -> call.succeed(Map.of()));
  }
}
