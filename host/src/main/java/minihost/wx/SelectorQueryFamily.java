package minihost.wx;

import java.util.List;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/** Questions about the elements of a page, as far as a page without a screen answers them. */
final class SelectorQueryFamily implements WxFamily {
  @Override
  public List<WxFunction> functions() {
    return List.of(of("createSelectorQuery"), of("createIntersectionObserver"));
  }

  private static WxFunction of(String name) {
    Shape shape = Shape.sync(name).withScript("selector-query.js");
    return WxFunction.inScript(shape);
  }
}
