package minihost.wx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.app.MiniProgram;
import minihost.app.Navigation;

/**
 * {@code wx.navigateTo} and the other four moves between pages (sheet LC-4), what is told of them,
 * and {@code wx.rewriteRoute}.
 */
public final class NavigationFamily implements WxFamily {
  private static final List<String> EVENTS =
      List.of(
          "BeforeAppRoute",
          "AppRoute",
          "AppRouteDone",
          "BeforePageLoad",
          "AfterPageLoad",
          "BeforePageUnload",
          "AfterPageUnload");

  private final MiniProgram program;

  public NavigationFamily(MiniProgram program) {
    this.program = program;
  }

  private interface Reader {
    Navigation read(Args args);
  }

  @Override
  public List<WxFunction> functions() {
    List<WxFunction> functions = new ArrayList<>();
    for (String event : EVENTS) functions.add(WxFunction.event(event));
    functions.addAll(moves());
    functions.add(WxFunction.of(toUrl("rewriteRoute"), this::rewrite));
    return functions;
  }

  private List<WxFunction> moves() {
    Shape navigateTo = toUrl("navigateTo").withScript("navigate-to.js");
    return List.of(
        function(navigateTo, args -> new Navigation.NavigateTo(args.string("url"), channel(args))),
        function(toUrl("redirectTo"), args -> new Navigation.RedirectTo(args.string("url"))),
        function(toUrl("switchTab"), args -> new Navigation.SwitchTab(args.string("url"))),
        function(toUrl("reLaunch"), args -> new Navigation.ReLaunch(args.string("url"))),
        function(
            Shape.async("navigateBack"),
            args -> new Navigation.NavigateBack(args.positive("delta").orElse(1))));
  }

  private static Shape toUrl(String name) {
    return Shape.async(name).requiring("url", "String");
  }

  private static int channel(Args args) {
    return args.positive("channel").orElse(Navigation.NO_CHANNEL);
  }

  private WxFunction function(Shape shape, Reader reader) {
    return WxFunction.of(shape, (args, call) -> navigate(reader.read(args), call));
  }

  private void navigate(Navigation to, WxCall call) {
    program.navigate(
        to, failure -> failure.ifPresentOrElse(call::fail, () -> call.succeed(Map.of())));
  }

  private void rewrite(Args args, WxCall call) throws WxFailure {
    program.rewriteRoute(args.string("url"), args.flag("preserveQuery", false));
    call.succeed(Map.of());
  }
}
