package minihost.wx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Settings;
import minihost.net.Cancellation;
import minihost.net.Http;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.TextDecoding;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;

/** {@code wx.request} and its RequestTask (sheet section 1). */
public final class RequestFamily implements WxFamily {
  private static final Reason ABORTED =
      new Reason(CallCode.ABORT, "the program called abort()", "", Origin.BUILT_IN);

  private final Gate gate;
  private final Http http;
  private final Timeouts timeouts;
  private final Platform platform;

  public RequestFamily(Gate gate, Http http, Settings settings) {
    this.gate = gate;
    this.http = http;
    timeouts = new Timeouts(settings.app().networkTimeout().request(), settings.limits());
    platform = settings.platform().value();
  }

  @Override
  public List<WxFunction> functions() {
    Shape shape =
        Shape.task("request", List.of("abort"), List.of("headersReceived", "chunkReceived"))
            .requiring("url", "String")
            .withScript("request.js");
    return List.of(WxFunction.of(shape, this::begin));
  }

  private void begin(Args args, WxCall call) throws Gate.Refused {
    Ask.Request ask = new Ask.Request(args.string("url"), 0);
    gate.enter(call.id(), ask, gate.requests());
    call.interruptible();
    call.joinLane(gate.requests(), ABORTED, () -> send(args, call, ask));
  }

  private void send(Args args, WxCall call, Ask.Request ask) throws Gate.Refused {
    Permit<Ask.Request> permit = gate.require(call.id(), ask);
    Cancellation cancellation = new Cancellation();
    call.onEnd(cancellation::cancel);
    Timeouts.Deadline deadline = timeouts.of(args);
    call.deadline(deadline.after(), deadline.reason());
    HttpRequest request = request(args);
    boolean binary = args.flag("arraybuffer", false);
    boolean profiled = args.flag("enableProfile", true);
    call.blocking(
        () -> {
          HttpReply reply =
              http.send(call.id(), permit, request, head -> received(call, head), cancellation);
          call.log("timings", reply.profile().durations());
          return result(reply, binary, profiled, call);
        });
  }

  private static HttpRequest request(Args args) {
    List<Map.Entry<String, String>> headers =
        args.list("header").stream()
            .map(pair -> (List<?>) pair)
            .map(pair -> Map.entry((String) pair.get(0), (String) pair.get(1)))
            .toList();
    byte[] body =
        args.raw().get("body") instanceof byte[] bytes
            ? bytes
            : args.string("body").getBytes(StandardCharsets.UTF_8);
    return new HttpRequest(args.string("method"), headers, body, args.flag("follow", true));
  }

  /** In devtools the event lacks the status (sheet 1.7). */
  private void received(WxCall call, Http.Head head) {
    Map<String, Object> event = new LinkedHashMap<>();
    if (platform != Platform.DEVTOOLS) event.put("statusCode", head.status());
    event.put("header", head.headers());
    event.put("cookies", head.cookies());
    call.emit("headersReceived", event);
  }

  private static Map<String, Object> result(
      HttpReply reply, boolean binary, boolean profiled, WxCall call) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "data", binary ? reply.body() : TextDecoding.decode(reply.body(), reply.contentType()));
    result.put("statusCode", reply.status());
    result.put("header", reply.headers());
    result.put("cookies", reply.cookies());
    if (profiled)
      result.put(
          "profile", reply.profile().toWx(call.invokedAt(), call.queuedAt(), call.startedAt()));
    call.log("headers", Map.of("statusCode", reply.status(), "bytes", reply.body().length));
    return result;
  }
}
