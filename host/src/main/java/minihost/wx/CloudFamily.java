package minihost.wx;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFailure;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.net.BodyLimit;
import minihost.net.Cancellation;
import minihost.net.Http;
import minihost.net.HttpBody;
import minihost.net.HttpHead;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.Receiver;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Reason;

/**
 * {@code wx.cloud}: {@code init}, {@code Cloud}, {@code callContainer} and {@code connectContainer}
 * (sheets CLD-1 to CLD-5, and 8). What was initialised is kept by the script, which a program can
 * only fool about its own calls: Java judges the environment of each.
 */
public final class CloudFamily implements WxFamily {
  static final String CONNECT = "cloud.connectContainer";
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  /** Seen, and documented as effective; other pages speak of 60 s. */
  private static final Setting<Integer> TIMEOUT_MS = Setting.builtIn(15_000);

  private static final int KIB = 1 << 10;
  private static final BodyLimit TEXT = sent(100 * KIB, "100KB");
  private static final BodyLimit BINARY = sent(20 * KIB * KIB, "20MB");
  private static final BodyLimit RECEIVED =
      new BodyLimit(
          Setting.builtIn(1000 * KIB),
          CloudCode.RESPONSE_TOO_LARGE,
          "response data size too large (> 1000KB)",
          "let the container send less");

  private static final String SYSTEM_ERROR = "x-wx-system-error";

  private final Gate gate;
  private final Http http;
  private final Supplier<Settings> settings;

  public CloudFamily(Gate gate, Http http, Supplier<Settings> settings) {
    this.gate = gate;
    this.http = http;
    this.settings = settings;
  }

  private static BodyLimit sent(int bytes, String shown) {
    return new BodyLimit(
        Setting.builtIn(bytes),
        CloudCode.REQUEST_TOO_LARGE,
        "input data size too large (> " + shown + ")",
        "send less, or put it into cloud storage");
  }

  @Override
  public List<WxFunction> functions() {
    return List.of(
        WxFunction.inScript(scripted(Shape.sync("cloud.init"))),
        WxFunction.inScript(scripted(Shape.sync("cloud.Cloud"))),
        WxFunction.inScript(scripted(Shape.sync("cloud.CloudID"))),
        WxFunction.inScript(scripted(Shape.sync("cloud.CDN"))),
        WxFunction.of(scripted(Shape.async("cloud.callContainer")), this::begin),
        WxFunction.of(scripted(Shape.async(CONNECT)), this::connect));
  }

  private static Shape scripted(Shape shape) {
    return shape.withScript("cloud.js");
  }

  private void begin(Args args, WxCall call) throws IOException, WxFailure {
    check(args);
    HttpRequest request = request(args);
    Ask.Container ask = ask("cloud.callContainer", args);
    gate.enter(call.id(), ask);
    Gate.Permit<Ask.Container> permit = gate.require(call.id(), ask);
    call.interruptible();
    Cancellation cancellation = new Cancellation();
    call.onEnd(cancellation::cancel);
    deadline(args, call, cancellation);
    String callId = UUID.randomUUID().toString();
    call.blocking(
        () -> {
          HttpReply<byte[]> reply =
              http.callContainer(call.id(), permit, callId, request, new Answer(), cancellation);
          call.log("timings", reply.profile().durations());
          return result(reply, args, call, callId);
        });
  }

  /** What the gateway says; the socket itself is one of {@code wx.connectSocket}'s. */
  private void connect(Args args, WxCall call) throws IOException, WxFailure {
    check(args);
    Ask.Container ask = ask(CONNECT, args);
    gate.enterSocket(call.id(), ask).leave();
    gate.require(call.id(), ask);
    call.succeed(Map.of());
  }

  /** The container that the script has found out. */
  static Ask.Container ask(String api, Args args) {
    return new Ask.Container(
        api, args.string("owner"), args.string("env"), args.string("service"), path(args), 0);
  }

  private static void check(Args args) throws WxFailure {
    if (!args.flag("initialised", false))
      throw new WxFailure(
          CloudCode.NOT_INITIALISED,
          "",
          "wx.cloud.init has not been called",
          "call wx.cloud.init({ env }) in App.onLaunch");
    String fault = args.string("fault");
    if (!fault.isEmpty())
      throw new WxFailure(CloudCode.PARAMETER_TYPE, fault, fault, "pass what the manual says");
    if (args.string("env").isEmpty())
      throw new WxFailure(
          CloudCode.NO_ENV,
          "",
          "neither wx.cloud.init nor config.env names an environment",
          "name one: wx.cloud.init({ env }), or config: { env } in the call");
    String method = args.string("method");
    if (!METHODS.contains(method))
      throw new WxFailure(
          CloudCode.INVALID_METHOD,
          method,
          "\"" + method + "\" is no method of containers",
          "use one of " + String.join(", ", METHODS));
  }

  private static HttpRequest request(Args args) throws IOException {
    boolean binary = args.raw().get("body") instanceof byte[] || args.flag("binary", false);
    byte[] body = HttpArgs.body(args, binary ? BINARY : TEXT);
    TEXT.check(args.string("path").length());
    HttpRequest.Options options = new HttpRequest.Options(args.flag("follow", true), false, false);
    return new HttpRequest(
        args.string("method"), HttpArgs.headers(args), HttpBody.of(body), options);
  }

  private static String path(Args args) {
    String path = args.string("path");
    return path.startsWith("/") ? path : "/" + path;
  }

  private void deadline(Args args, WxCall call, Cancellation cancellation) {
    Setting<Integer> ms = new Timeouts(TIMEOUT_MS, settings.get().limits()).limit(args);
    call.deadline(
        Duration.ofMillis(ms.value()),
        new Reason(
            CloudCode.TIMEOUT,
            "timeout (options.timeout == " + ms.value() + ")",
            "no complete answer within " + ms.value() + " ms",
            "make the container faster, or raise timeout in the call",
            ms.origin()),
        cancellation::overdue);
  }

  private static final class Answer implements Receiver<byte[]> {
    @Override
    public void head(HttpHead head) {}

    @Override
    public byte[] body(HttpHead head, InputStream body) throws IOException {
      return RECEIVED.read(head, body);
    }
  }

  private static Map<String, Object> result(
      HttpReply<byte[]> reply, Args args, WxCall call, String callId) throws WxFailure {
    HttpHead head = reply.head();
    call.log("headers", Ordered.of("statusCode", head.status(), "bytes", reply.body().length));
    for (Map.Entry<String, Object> header : head.headers().entrySet())
      if (header.getKey().toLowerCase(Locale.ROOT).equals(SYSTEM_ERROR))
        throw systemError(String.valueOf(header.getValue()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("data", HttpArgs.data(reply, args));
    result.put("statusCode", head.status());
    result.put("header", head.headers());
    result.put("cookies", head.cookies());
    result.put("callID", callId);
    return result;
  }

  private static WxFailure systemError(String number) {
    return new WxFailure(
        new CloudCode.OfGateway(number),
        "",
        "the answer has the header " + SYSTEM_ERROR + ": " + number,
        "look the number up in the manual of cloud hosting");
  }
}
