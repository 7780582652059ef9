package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.showToast}, {@code wx.showModal} and their relatives (sheet 8.3). Nothing is shown: the
 * journal has each call with its options. Questions get made-up answers: a modal is confirmed, with
 * an empty text where it can be edited, and the first item of an action sheet is tapped.
 */
public final class InteractionFamily implements WxFamily {
  private final Answering answering;

  InteractionFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        silent("showToast"),
        silent("hideToast"),
        silent("showLoading"),
        silent("hideLoading"),
        answering.function(shape("showModal"), args -> modal(args.flag("editable", false))),
        answering.function(
            shape("showActionSheet").requiring("itemList", "Array"),
            args -> Map.of("tapIndex", 0)));
  }

  private static Map<String, Object> modal(boolean editable) {
    return editable
        ? Ordered.of("confirm", true, "cancel", false, "content", "")
        : Ordered.of("confirm", true, "cancel", false);
  }

  private static Shape shape(String name) {
    return Shape.async(name).withScript("interaction.js");
  }

  private WxFunction silent(String name) {
    return answering.silent(shape(name));
  }
}
