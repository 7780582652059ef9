package minihost.wx;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.api.WxObject;
import minihost.config.Settings;
import minihost.net.WebSockets;
import minihost.net.WireSocket;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Lane;
import minihost.reason.Platform;
import minihost.reason.Reason;

/**
 * {@code wx.connectSocket} with its SocketTask, and the functions that know one socket only
 * (sockets sheet 1). Which socket those mean is kept by the script.
 */
public final class ConnectSocketFamily implements WxFamily {
  private final Gate gate;
  private final WebSockets sockets;
  private final Supplier<Settings> settings;
  private final Map<Integer, LiveSocket> live = new HashMap<>(); // JS thread

  public ConnectSocketFamily(Gate gate, WebSockets sockets, Supplier<Settings> settings) {
    this.gate = gate;
    this.sockets = sockets;
    this.settings = settings;
  }

  @Override
  public List<WxFunction> functions() {
    Shape connect =
        Shape.task(
                "connectSocket",
                List.of("send", "close"),
                List.of("open", "message", "error", "close"))
            .requiring("url", "String");
    return Stream.concat(
            Stream.of(
                WxFunction.of(scripted(connect), this::connect),
                WxFunction.of(scripted(Shape.async("sendSocketMessage")), this::send),
                WxFunction.of(scripted(Shape.async("closeSocket")), this::close)),
            Stream.of("onSocketOpen", "onSocketMessage", "onSocketError", "onSocketClose")
                .map(ConnectSocketFamily::listening))
        .toList();
  }

  /** The script keeps the listener. */
  private static WxFunction listening(String name) {
    return WxFunction.inScript(scripted(Shape.sync(name)));
  }

  private static Shape scripted(Shape shape) {
    return shape.withScript("connect-socket.js");
  }

  private void connect(Args args, WxCall call) throws IOException {
    boolean container = args.flag("container", false);
    Ask ask =
        container ? CloudFamily.ask(CloudFamily.CONNECT, args) : new Ask.Socket(args.string("url"));
    WebSockets.Handshake handshake = handshake(args);
    gate.enter(call.id(), ask);
    sockets.check(handshake);
    Lane.Place place = gate.enterSocket(call.id(), ask);
    WxObject object = call.object();
    LiveSocket socket = new LiveSocket(object, ask, place);
    call.succeed(Map.of());
    try {
      WireSocket wire = wire(call.id(), ask, handshake);
      live.put(object.id(), socket);
      object.onEnd(() -> live.remove(object.id()));
      socket.open(wire, deadline(args));
    } catch (Gate.Refused refused) {
      socket.refused(unlisted(refused.reason()));
    } catch (IOException unreadable) {
      socket.refused(Map.of("errMsg", SocketCode.UNREADABLE_URL.wording()));
    }
  }

  private WireSocket wire(int call, Ask ask, WebSockets.Handshake handshake) throws IOException {
    return switch (ask) {
      case Ask.Container c ->
          sockets.toContainer(gate.require(call, c), UUID.randomUUID().toString(), handshake);
      case Ask.Socket s -> sockets.to(gate.require(call, s), handshake);
      default -> throw new IllegalArgumentException(ask.url());
    };
  }

  private static WebSockets.Handshake handshake(Args args) {
    return new WebSockets.Handshake(
        HttpArgs.headers(args),
        args.list("protocols").stream().map(String.class::cast).toList(),
        args.flag("perMessageDeflate", false),
        args.flag("tcpNoDelay", false));
  }

  private Timeouts.Deadline deadline(Args args) {
    return new Timeouts(
            settings.get().app().networkTimeout().connectSocket(), settings.get().limits())
        .of(args);
  }

  /** The errno is ours: WeChat's event has none. */
  private Map<String, Object> unlisted(Reason why) {
    boolean devtools = settings.get().platform().value() == Platform.DEVTOOLS;
    return Ordered.of(
        "errMsg", (devtools ? "" : "fail:") + why.code().wording(), "errno", why.code().errno());
  }

  private void send(Args args, WxCall call) throws Exception {
    LiveSocket socket = known(args, call, SocketCode.NOT_OPEN);
    boolean sent =
        args.flag("open", false)
            && socket.send(args.raw().get("data"), () -> call.succeed(Map.of()));
    if (!sent) throw failure(SocketCode.NOT_OPEN);
  }

  private void close(Args args, WxCall call) throws Exception {
    for (Object other : args.list("others")) closeOther(((Double) other).intValue());
    known(args, call, SocketCode.NO_TASK)
        .close(
            args.number("code").orElseThrow().intValue(),
            args.string("reason"),
            () -> call.succeed(Map.of()));
  }

  private void closeOther(int number) throws WxFailure {
    LiveSocket other = live.get(number);
    if (other != null && !other.isOver()) other.close(LiveSocket.NORMAL, "", () -> {});
  }

  /**
   * The socket that a call means.
   *
   * @param gone what is wrong when there is none any more
   * @throws Exception also if the script has found a fault, and in background
   */
  private LiveSocket known(Args args, WxCall call, SocketCode gone) throws Exception {
    LiveSocket socket = live.get(args.number("socket").orElse(0.0).intValue());
    if (socket != null) gate.enter(call.id(), socket.ask());
    Optional<SocketCode> fault = args.optionalString("fault").map(SocketCode::valueOf);
    if (socket == null || fault.isPresent()) throw failure(fault.orElse(gone));
    return socket;
  }

  static WxFailure failure(SocketCode code) {
    return new WxFailure(code, "", code.why(), code.fix());
  }
}
