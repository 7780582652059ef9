package minihost.wx;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.config.Settings;
import minihost.net.BodyLimit;
import minihost.net.HttpBody;
import minihost.net.HttpHead;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.Receiver;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.reason.Platform;

/** {@code wx.request} and its RequestTask (sheet section 1). */
public final class RequestFamily implements WxFamily {
  private final HttpCalls calls;
  private final BodyLimit limit;
  private final Settings settings;

  public RequestFamily(HttpCalls calls, Settings settings) {
    this.calls = calls;
    this.settings = settings;
    limit = new BodyLimit(settings.limits().maxBodyBytes());
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
    byte[] data = HttpCalls.body(args, limit);
    boolean chunked = args.flag("enableChunked", false);
    boolean highPerformance = isHighPerformance(args);
    // Chunks come by HTTP/1.1 whatever else is asked for (sheet 1.1, useHighPerformanceMode).
    boolean http2 = !chunked && (highPerformance || args.flag("enableHttp2", false));
    HttpRequest.Options options =
        new HttpRequest.Options(args.flag("follow", true), http2, args.flag("enableCache", false));
    exchange.send(
        new HttpRequest(args.string("method"), HttpCalls.headers(args), HttpBody.of(data), options),
        chunked ? new ChunkedAnswer(exchange, call, settings) : new WholeAnswer(exchange),
        reply -> result(reply, args, call, exchange, highPerformance));
  }

  /** On Android alone, by default; what the module cannot do switches it off (sheet 1.1). */
  private boolean isHighPerformance(Args args) {
    return settings.platform().value() == Platform.ANDROID
        && args.flag("useHighPerformanceMode", true)
        && !args.flag("enableHttpDNS", false);
  }

  private final class WholeAnswer implements Receiver<byte[]> {
    private final HttpCalls.Exchange exchange;

    private WholeAnswer(HttpCalls.Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void head(HttpHead head) {
      exchange.received(head);
    }

    @Override
    public byte[] body(HttpHead head, InputStream body) throws IOException {
      return limit.read(head, body);
    }
  }

  private static Map<String, Object> result(
      HttpReply<byte[]> reply,
      Args args,
      WxCall call,
      HttpCalls.Exchange exchange,
      boolean highPerformance) {
    HttpHead head = reply.head();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("data", HttpCalls.data(reply, args));
    result.put("statusCode", head.status());
    result.put("header", head.headers());
    result.put("cookies", head.cookies());
    exchange.addProfile(result, reply.profile(), highPerformance);
    call.log("headers", Map.of("statusCode", head.status(), "bytes", reply.body().length));
    return result;
  }
}
