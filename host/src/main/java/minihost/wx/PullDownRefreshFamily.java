package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.app.MiniProgram;

/**
 * {@code wx.startPullDownRefresh}, which does what a person's pull does: success, then the current
 * page's {@code onPullDownRefresh}, whether or not its JSON enables pulling. {@code
 * wx.stopPullDownRefresh} has no animation to end and succeeds.
 */
public final class PullDownRefreshFamily implements WxFamily {
  private final MiniProgram program;

  public PullDownRefreshFamily(MiniProgram program) {
    this.program = program;
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.of(Shape.async("startPullDownRefresh"), (args, call) -> start(call)),
        WxFunction.of(Shape.async("stopPullDownRefresh"), (args, call) -> call.succeed(Map.of())));
  }

  private void start(WxCall call) {
    call.succeed(Map.of());
    program.pullDown();
  }
}
