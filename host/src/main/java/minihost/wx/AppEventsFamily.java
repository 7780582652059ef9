package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
  private static final String IDLE = "idle-callback.js";

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
        options("getEnterOptionsSync", program::enterOptions),
        sync("nextTick", "next-tick.js", args -> Map.of()),
        sync("requestIdleCallback", IDLE, args -> Map.of()),
        sync("cancelIdleCallback", IDLE, args -> Map.of()));
  }

  private static WxFunction options(String name, Supplier<Launch> launch) {
    return sync(name, "launch-options.js", args -> launch.get().options());
  }

  private static WxFunction sync(String name, String script, WxFunction.Answer answer) {
    return new WxFunction(Shape.sync(name).withScript(script), (args, call) -> {}, answer);
  }
}
