package minihost.wx;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Settings;
import minihost.net.BodyLimit;
import minihost.net.HttpBody;
import minihost.net.HttpRequest;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Platform;

/** {@code wx.request} and its RequestTask (sheet section 1). */
public final class RequestFamily implements WxFamily {
  private final HttpCalls calls;
  private final Supplier<Settings> settings;

  public RequestFamily(HttpCalls calls, Supplier<Settings> settings) {
    this.calls = calls;
    this.settings = settings;
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
    Ask.Http ask = new Ask.Http(Ask.Http.Kind.REQUEST, args.string("url"));
    calls.begin(args, call, ask, exchange -> send(args, call, exchange));
  }

  private void send(Args args, WxCall call, HttpCalls.Exchange exchange) throws IOException {
    BodyLimit limit = new BodyLimit(settings.get().limits().maxBodyBytes());
    byte[] data = HttpArgs.body(args, limit);
    boolean chunked = args.flag("enableChunked", false);
    boolean highPerformance = isHighPerformance(args);
    // Chunks come by HTTP/1.1 whatever else is asked for (sheet 1.1, useHighPerformanceMode).
    boolean http2 = !chunked && (highPerformance || args.flag("enableHttp2", false));
    HttpRequest.Options options =
        new HttpRequest.Options(args.flag("follow", true), http2, args.flag("enableCache", false));
    exchange.send(
        new HttpRequest(args.string("method"), HttpArgs.headers(args), HttpBody.of(data), options),
        chunked
            ? new ChunkedAnswer(exchange, call, settings.get())
            : new WholeAnswer(exchange, limit),
        reply -> exchange.result(reply, HttpArgs.data(reply, args), highPerformance));
  }

  /** On Android alone, by default; what the module cannot do switches it off (sheet 1.1). */
  private boolean isHighPerformance(Args args) {
    return settings.get().platform().value() == Platform.ANDROID
        && args.flag("useHighPerformanceMode", true)
        && !args.flag("enableHttpDNS", false);
  }
}
