package minihost.jstest;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import minihost.app.Launch;
import minihost.app.Navigation;
import minihost.host.Inside;
import minihost.journal.Event;
import minihost.js.HostFunction;
import minihost.js.JsException;
import minihost.js.JsObject;
import minihost.lab.GuestRoutes;
import minihost.loop.VirtualClock;
import minihost.reason.Reason;

/** The Java half of a test's {@code host}, host.js being the other. JS thread. */
final class TestHost {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Inside inside;
  private final Scene scene;
  private JsObject script;
  private final VirtualClock clock;
  private Scopes scopes;

  private TestHost(Inside inside, Scene scene, VirtualClock clock) {
    this.inside = inside;
    this.clock = clock;
    this.scene = scene;
  }

  /**
   * Gives a world its {@code host}.
   *
   * @param clock of the run
   * @param routes of the lab; empty where the run has none
   * @return what undoes what a test has changed
   */
  static Scopes install(
      Inside inside, Scene scene, VirtualClock clock, Optional<GuestRoutes> routes) {
    TestHost host = new TestHost(inside, scene, clock);
    Map<String, HostFunction> functions = host.functions();
    routes.ifPresent(
        lab ->
            functions.put(
                "received",
                args ->
                    HostFunction.done(
                        () ->
                            host.received(
                                args[0], lab, (String) args[1], ((Double) args[2]).intValue()))));
    functions.putAll(routes.map(GuestRoutes::functions).orElseGet(TestHost::noLab));
    inside.js().install(TestHost.class, "elements.js", Map.of());
    host.script = inside.js().install(TestHost.class, "host.js", functions);
    routes.ifPresent(r -> r.bind(host.script));
    return host.scopes;
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
    functions.put("isReal", args -> clock.isReal());
    functions.put("setReal", args -> HostFunction.done(() -> clock.real((Boolean) args[0])));
    functions.put("state", args -> inside.status().state());
    functions.put("background", args -> inside.background());
    functions.put("foreground", args -> inside.foreground());
    functions.put("destroy", args -> HostFunction.done(inside::destroy));
    TestPhone phone = new TestPhone(inside);
    functions.putAll(phone.functions());
    TestSettings settings = new TestSettings(inside);
    functions.put("config", args -> HostFunction.done(() -> settings.lay(Texts.of(args[0]))));
    functions.put("relaunch", args -> HostFunction.done(() -> relaunch(args[0], settings, args)));
    functions.put("suspend", args -> HostFunction.done(() -> suspend(args[0])));
    functions.put("answerWith", args -> HostFunction.done(() -> answer(args)));
    scopes = new Scopes(List.of(phone, settings, inside::noteAnswers, this::noteTime));
    functions.put("navigate", args -> HostFunction.done(() -> navigate(args[0], navigation(args))));
    functions.put("advance", args -> HostFunction.done(() -> advance(args[0], (double) args[1])));
    functions.put("runAll", args -> HostFunction.done(() -> runAll(args[0], (double) args[1])));
    functions.put(
        "idle",
        args -> HostFunction.done(() -> inside.whenIdle(() -> settle(args[0], true, null))));
    functions.put("requests", args -> calls(CallRecord.EXCHANGES::contains));
    functions.put("sockets", args -> calls(CallRecord.SOCKETS::contains));
    functions.put("calls", args -> calls(api -> true));
    functions.put("refusals", args -> refusals());
    functions.put("logs", args -> logs());
    return functions;
  }

  private Runnable noteTime() {
    boolean before = clock.isReal();
    return () -> clock.real(before);
  }

  private void settle(Object number, boolean ok, Object value) {
    inside.js().turn(() -> script.call("settle", number, ok, value));
  }

  /** On its own turn: it must not be within one of the program's that it ends. */
  private void relaunch(Object number, TestSettings settings, Object... args) {
    List<String> laid = Texts.of(args[1]);
    Optional<Launch> launch = launch((String) args[2], (String) args[3], (Double) args[4]);
    inside
        .loop()
        .post(
            () -> {
              try {
                boolean up = inside.relaunch(settings.forRelaunch(laid), launch);
                inside.whenIdle(
                    () -> settle(number, up, up ? null : "the program did not start again"));
              } catch (JsException | IOException e) {
                settle(number, false, e.getMessage());
              }
            });
  }

  /** A function, which stays in host.js, an answer, or null for none. */
  private void answer(Object... args) {
    String name = (String) args[0];
    Object id = args[1];
    Optional<Function<Map<String, Object>, Map<String, Object>>> answer =
        id == null ? Optional.empty() : Optional.of(options -> answered(id, options));
    inside
        .answer(name, answer)
        .ifPresent(
            trouble -> {
              throw new JsException("host.answer: " + trouble);
            });
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> answered(Object id, Map<String, Object> options) {
    return (Map<String, Object>) script.call("answerCall", id, options);
  }

  private Optional<Launch> launch(String path, String query, Double scene) {
    if (path == null && query.isEmpty() && scene == null) return Optional.empty();
    String page = path == null ? inside.settings().app().home() : path;
    return Optional.of(
        Launch.of(page, query, scene == null ? Launch.MAIN_ENTRY : scene.intValue()));
  }

  /** Settled once what was cut has told the program, and scripts are held. */
  private void suspend(Object number) {
    inside.suspend();
    inside.loop().post(() -> inside.loop().post(() -> settle(number, true, null)));
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
