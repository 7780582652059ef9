package minihost.wx;

import java.util.List;
import java.util.stream.Stream;
import minihost.api.WxFamily;
import minihost.api.WxFunction;

/**
 * {@code wx.worklet} and {@code wx.router}: animations of Skyline, of which a headless host knows
 * only the end.
 */
final class WorkletFamily implements WxFamily {
  private static final List<String> MEMBERS =
      List.of(
          "shared",
          "derived",
          "cancelAnimation",
          "timing",
          "spring",
          "decay",
          "sequence",
          "repeat",
          "delay",
          "runOnUI",
          "runOnJS",
          "scrollViewContext.scrollTo");

  private static final List<String> EASINGS =
      List.of(
          "linear",
          "ease",
          "quad",
          "cubic",
          "sin",
          "circle",
          "exp",
          "bounce",
          "poly",
          "elastic",
          "back",
          "bezier",
          "cubicBezier",
          "in",
          "out",
          "inOut");

  /** Transitions of a program's own, which no screen plays: no page has the context of one. */
  private static final List<String> ROUTER =
      List.of("addRouteBuilder", "removeRouteBuilder", "getRouteContext");

  @Override
  public boolean madeUp() {
    return true;
  }

  @Override
  public List<WxFunction> functions() {
    Stream<String> worklet =
        Stream.concat(MEMBERS.stream(), EASINGS.stream().map(name -> "Easing." + name))
            .map(name -> "worklet." + name);
    Stream<String> router = ROUTER.stream().map(name -> "router." + name);
    return WxFunction.inScript("worklet.js", Stream.concat(worklet, router));
  }
}
