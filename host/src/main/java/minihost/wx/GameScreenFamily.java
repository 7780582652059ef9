package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * What a mini game draws on and hears its player by: canvases on which nothing is seen, images
 * without a size, and events that only a test or a person at the REPL raises (mini game typings).
 */
final class GameScreenFamily implements WxFamily {
  private static final List<String> EVENTS =
      List.of(
          "TouchStart",
          "TouchMove",
          "TouchEnd",
          "TouchCancel",
          "MouseDown",
          "MouseMove",
          "MouseUp",
          "Wheel",
          "KeyboardInput",
          "KeyboardConfirm",
          "KeyboardComplete",
          "GamepadConnected",
          "GamepadDisconnected",
          "DeviceOrientationChange",
          "ShareAppMessage",
          "ShareTimeline",
          "AddToFavorites",
          "Handoff");

  private final Answering answering;

  GameScreenFamily(Answering answering) {
    this.answering = answering;
  }

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> all = new ArrayList<>();
    for (String maker : List.of("createCanvas", "createImage")) {
      Shape shape = Shape.immediate(maker).withScript("canvas.js");
      all.add(answering.function(shape, args -> Map.of()));
    }
    all.add(answering.silent(Shape.immediate("setPreferredFramesPerSecond")));
    EVENTS.stream().map(WxFunction::event).forEach(all::add);
    return all;
  }
}
