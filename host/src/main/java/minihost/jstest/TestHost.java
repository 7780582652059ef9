package minihost.jstest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import minihost.app.Navigation;
import minihost.config.Device;
import minihost.config.HostAndPort;
import minihost.host.Inside;
import minihost.journal.Event;
import minihost.js.HostFunction;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.lab.GuestRoutes;
import minihost.reason.Reason;

/** The Java half of a test's {@code host}, host.js being the other. JS thread. */
final class TestHost {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Inside inside;
  private final Scene scene;
  private JsObject script;

  private TestHost(Inside inside, Scene scene) {
    this.inside = inside;
    this.scene = scene;
  }

  /**
   * Gives a world its {@code host}.
   *
   * @param routes of the lab; empty where the run has none
   */
  static void install(Inside inside, Scene scene, Optional<GuestRoutes> routes) {
    TestHost host = new TestHost(inside, scene);
    Map<String, HostFunction> functions = host.functions();
    routes.ifPresent(
        lab ->
            functions.put(
                "received",
                args ->
                    done(
                        () ->
                            host.received(
                                args[0], lab, (String) args[1], ((Double) args[2]).intValue()))));
    functions.putAll(routes.map(GuestRoutes::functions).orElseGet(TestHost::noLab));
    inside.js().install(TestHost.class, "elements.js", Map.of());
    host.script = inside.js().install(TestHost.class, "host.js", functions);
    routes.ifPresent(r -> r.bind(host.script));
  }

  /** On a thread of its own: the lab tells no loop. */
  private void received(Object number, GuestRoutes routes, String pattern, int count) {
    Thread.startVirtualThread(
        () -> {
          boolean there = routes.await(pattern, count);
          inside.loop().post(() -> settle(number, there, there ? null : "the test has ended"));
        });
  }

  private static Map<String, HostFunction> noLab() {
    HostFunction none =
        args -> {
          throw new JsException(
              "this run has no lab: give lab.origins in minihost.json the origins that it plays");
        };
    return Map.of("route", none, "labRequests", none, "received", none);
  }

  private Map<String, HostFunction> functions() {
    Map<String, HostFunction> functions = new HashMap<>();
    functions.put("now", args -> (double) inside.loop().clock().epochMillis());
    functions.put("state", args -> inside.status().state());
    functions.put("background", args -> inside.background());
    functions.put("foreground", args -> inside.foreground());
    functions.put("destroy", args -> done(inside::destroy));
    functions.put("networkType", args -> inside.networkType().wxName());
    functions.put("setNetwork", args -> done(() -> setNetwork((String) args[0])));
    functions.put("isWeak", args -> inside.isWeak());
    functions.put(
        "setWeak",
        args -> done(() -> inside.setWeakNetwork(Device.WeakNetwork.valueOf((String) args[0]))));
    functions.put("proxy", args -> inside.proxy().map(HostAndPort::toString).orElse(null));
    functions.put("setProxy", args -> done(() -> setProxy((String) args[0])));
    functions.put("navigate", args -> done(() -> navigate(args[0], navigation(args))));
    functions.put("advance", args -> done(() -> advance(args[0], (double) args[1])));
    functions.put("runAll", args -> done(() -> runAll(args[0], (double) args[1])));
    functions.put("idle", args -> done(() -> inside.whenIdle(() -> settle(args[0], true, null))));
    functions.put("requests", args -> calls(CallRecord.EXCHANGES::contains));
    functions.put("sockets", args -> calls(CallRecord.SOCKETS::contains));
    functions.put("calls", args -> calls(api -> true));
    functions.put("refusals", args -> refusals());
    functions.put("logs", args -> logs());
    return functions;
  }

  private static Object done(Runnable work) {
    work.run();
    return null;
  }

  private void settle(Object number, boolean ok, Object value) {
    inside.js().turn(() -> script.call("settle", number, ok, value));
  }

  private void setNetwork(String type) {
    inside.setNetwork(
        Device.NetworkType.named(type)
            .orElseThrow(
                () ->
                    new JsException(
                        "\""
                            + type
                            + "\" is no network type; it may be "
                            + Device.NetworkType.names())));
  }

  private void setProxy(String proxy) {
    Optional<HostAndPort> to = proxy == null ? Optional.empty() : HostAndPort.withPort(proxy);
    if (proxy != null && to.isEmpty())
      throw new JsException("\"" + proxy + "\" is not host:port, such as 127.0.0.1:8888");
    inside.setProxy(to);
  }

  private static Navigation navigation(Object... args) {
    return switch ((String) args[1]) {
      case "navigateTo" -> new Navigation.NavigateTo((String) args[2]);
      case "redirectTo" -> new Navigation.RedirectTo((String) args[2]);
      case "switchTab" -> new Navigation.SwitchTab((String) args[2]);
      case "navigateBack" -> new Navigation.NavigateBack(((Double) args[2]).intValue());
      default -> new Navigation.ReLaunch((String) args[2]);
    };
  }

  private void navigate(Object number, Navigation to) {
    inside.navigate(
        to, failure -> settle(number, failure.isEmpty(), failure.map(Reason::text).orElse(null)));
  }

  private void advance(Object number, double ms) {
    inside.advance(Duration.ofNanos(Math.round(ms * 1e6)), () -> settle(number, true, null));
  }

  /** In steps, so that it ends soon after the last timer. */
  private void runAll(Object number, double limitMs) {
    if (limitMs <= 0 || !inside.hasTimers()) settle(number, true, null);
    else inside.advance(STEP, () -> runAll(number, limitMs - STEP.toMillis()));
  }

  private List<Map<String, Object>> calls(Predicate<String> apis) {
    return CallRecord.of(scene.events()).stream()
        .filter(call -> apis.test((String) call.get("api")))
        .toList();
  }

  private List<Map<String, Object>> refusals() {
    scene.refusalsSeen();
    return scene.events().stream()
        .filter(e -> e instanceof Event.Decided d && !d.decision().allowed())
        .map(e -> CallRecord.decision(((Event.Decided) e).decision()))
        .toList();
  }

  private List<String> logs() {
    return scene.events().stream()
        .filter(Event.Console.class::isInstance)
        .map(e -> ((Event.Console) e).text())
        .toList();
  }
}
