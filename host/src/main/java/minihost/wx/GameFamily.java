package minihost.wx;

import java.util.List;
import java.util.Map;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.app.MiniProgram;

/**
 * What a mini game has in the place of App and pages: {@code wx.onShow} and {@code wx.onHide} when
 * it comes to the foreground again and leaves it, and {@code wx.loadSubpackage} (sheet 9.2).
 */
public final class GameFamily implements WxFamily {
  private final MiniProgram program;

  public GameFamily(MiniProgram program) {
    this.program = program;
  }

  @Override
  public List<WxFunction> functions() {
    Shape load =
        Shape.task("loadSubpackage", List.of(), List.of("progressUpdate"))
            .requiring("name", "String");
    return List.of(
        WxFunction.event("Show"),
        WxFunction.event("Hide"),
        WxFunction.of(
            load,
            (args, call) ->
                program.loadSubpackage(
                    args.string("name"),
                    failure -> failure.ifPresentOrElse(call::fail, () -> call.succeed(Map.of())))));
  }
}
