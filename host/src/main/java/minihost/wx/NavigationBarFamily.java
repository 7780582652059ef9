package minihost.wx;

import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.setNavigationBarTitle} and the other changes of the navigation bar (sheet 8.3). There
 * is no bar to see: the journal has each call with its options.
 */
public final class NavigationBarFamily implements WxFamily {
  private final Answering answering;

  NavigationBarFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public List<WxFunction> functions() {
    Shape color =
        Shape.async("setNavigationBarColor")
            .requiring("frontColor", "String")
            .requiring("backgroundColor", "String")
            .withScript("navigation-bar.js");
    return List.of(
        answering.silent(Shape.async("setNavigationBarTitle").requiring("title", "String")),
        answering.silent(color),
        answering.silent(Shape.async("showNavigationBarLoading")),
        answering.silent(Shape.async("hideNavigationBarLoading")));
  }
}
