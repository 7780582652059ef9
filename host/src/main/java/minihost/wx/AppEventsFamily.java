package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.app.Launch;
import minihost.app.MiniProgram;

/**
 * {@code wx.onAppShow} and the other events of the program as a whole, with their {@code off}; how
 * it was entered (sheet LC-5 to LC-8); {@code wx.nextTick} and {@code wx.requestIdleCallback}.
 */
public final class AppEventsFamily implements WxFamily {
  private final MiniProgram program;
  private final boolean game;

  public AppEventsFamily(MiniProgram program) {
    this(program, false);
  }

  /**
   * @param game whether it is a mini game, which has no pages, and other words for show and hide
   */
  public AppEventsFamily(MiniProgram program, boolean game) {
    this.program = program;
    this.game = game;
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> functions = new ArrayList<>(always());
    functions.addAll(WxFunction.inScript("next-tick.js", Stream.of("nextTick")));
    functions.addAll(
        WxFunction.inScript(
            "idle-callback.js", Stream.of("requestIdleCallback", "cancelIdleCallback")));
    if (!game)
      for (String event : List.of("AppShow", "AppHide", "PageNotFound"))
        functions.add(WxFunction.event(event));
    return List.copyOf(functions);
  }

  private List<WxFunction> always() {
    return List.of(
        WxFunction.event("Error"),
        WxFunction.event("UnhandledRejection"),
        options("getLaunchOptionsSync", program::launchOptions),
        options("getEnterOptionsSync", program::enterOptions));
  }

  private static WxFunction options(String name, Supplier<Launch> launch) {
    Shape shape = Shape.sync(name).withScript("launch-options.js");
    return new WxFunction(shape, (args, call) -> {}, args -> launch.get().options());
  }
}
