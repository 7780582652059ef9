package minihost.wx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.api.Ordered;
import minihost.api.WxCall;
import minihost.config.NetworkTimeout;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.net.Cancellation;
import minihost.net.Connectivity;
import minihost.net.Http;
import minihost.net.HttpDnsUse;
import minihost.net.HttpHead;
import minihost.net.HttpReply;
import minihost.net.HttpRequest;
import minihost.net.Profile;
import minihost.net.Receiver;
import minihost.policy.Ask;
import minihost.policy.Gate;
import minihost.policy.Gate.Permit;
import minihost.reason.Origin;
import minihost.reason.Platform;
import minihost.reason.Reason;

/**
 * What {@code wx.request}, {@code uploadFile} and {@code downloadFile} share: their place in the
 * lane, the policy, the deadline, the background cut, events and profile (sheet 1.7, 2.3, 5 to 7).
 */
public final class HttpCalls {
  private static final Reason ABORTED =
      new Reason(CallCode.ABORT, "the program called abort()", "", Origin.BUILT_IN);

  private final Gate gate;
  private final Http http;
  private final Connectivity connectivity;
  private final Supplier<Settings> settings;

  public HttpCalls(Gate gate, Http http, Connectivity connectivity, Supplier<Settings> settings) {
    this.gate = gate;
    this.http = http;
    this.connectivity = connectivity;
    this.settings = settings;
  }

  /** What a call does once it may: it begins its one exchange. */
  @FunctionalInterface
  interface Begin {
    /** JS thread; what it throws fails the call. */
    void exchange(Exchange exchange) throws Exception;
  }

  /** Begins the call: at once, or when those ahead in its lane have ended. JS thread. */
  void begin(Args args, WxCall call, Ask.Http ask, Begin begin) throws Gate.Refused {
    gate.enterLane(call.id(), ask);
    call.interruptible();
    call.joinLane(
        gate.lane(ask.kind()), ABORTED, () -> begin.exchange(new Exchange(args, call, ask)));
  }

  /** One call's exchange. */
  final class Exchange {
    private final Args args;
    private final WxCall call;
    private final Ask.Http ask;
    private HttpDnsUse names = HttpDnsUse.none();

    private Exchange(Args args, WxCall call, Ask.Http ask) {
      this.args = args;
      this.call = call;
      this.ask = ask;
    }

    /** Makes of a complete answer what the program gets; on the exchange's virtual thread. */
    @FunctionalInterface
    interface Result<T> {
      Map<String, Object> of(HttpReply<T> reply) throws Exception;
    }

    /** Asks the policy, sets the deadline, and sends on a virtual thread. JS thread. */
    <T> void send(HttpRequest request, Receiver<T> receiver, Result<T> result) throws Gate.Refused {
      Permit<Ask.Http> permit = gate.require(call.id(), ask);
      Cancellation cancellation = new Cancellation();
      call.onEnd(cancellation::cancel);
      Timeouts.Deadline deadline = new Timeouts(networkTimeout(), settings.get().limits()).of(args);
      call.deadline(deadline.after(), deadline.reason(), cancellation::overdue);
      if (ask.kind() == Ask.Http.Kind.REQUEST)
        names = HttpDnsOptions.begin(args, call, http, permit);
      call.addToFailure(this::outcome);
      call.blocking(
          () -> {
            HttpReply<T> reply =
                http.send(call.id(), permit, request, names, receiver, cancellation);
            call.log("timings", reply.profile().durations());
            Map<String, Object> whole = result.of(reply);
            if (HttpDnsOptions.isOfNote(args, names)) whole.putAll(outcome());
            return whole;
          });
    }

    /** What only {@code wx.request} tells (sheet 1.5, 2.1, 2.2). */
    private Map<String, Object> outcome() {
      return ask.kind() == Ask.Http.Kind.REQUEST
          ? HttpDnsOptions.outcome(args, names, settings.get().platform().value())
          : Map.of();
    }

    private Setting<Integer> networkTimeout() {
      NetworkTimeout all = settings.get().app().networkTimeout();
      return switch (ask.kind()) {
        case REQUEST -> all.request();
        case UPLOAD_FILE -> all.uploadFile();
        case DOWNLOAD_FILE -> all.downloadFile();
      };
    }

    /** Raises headersReceived. In devtools a request's event lacks the status (sheet 1.7). */
    void received(HttpHead head) {
      Map<String, Object> event = new LinkedHashMap<>();
      boolean tellsStatus =
          ask.kind() == Ask.Http.Kind.REQUEST
              && settings.get().platform().value() != Platform.DEVTOOLS;
      if (tellsStatus) event.put("statusCode", head.status());
      event.put("header", head.headers());
      event.put("cookies", head.cookies());
      call.emit("headersReceived", event);
    }

    /** What the program gets of a whole answer. */
    Map<String, Object> result(HttpReply<byte[]> reply, Object data, boolean highPerformance) {
      HttpHead head = reply.head();
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("data", data);
      result.put("statusCode", head.status());
      result.put("header", head.headers());
      result.put("cookies", head.cookies());
      addProfile(result, reply.profile(), highPerformance);
      if (data instanceof String text)
        TextFlaw.of(reply.body(), text, head.contentType(), ask.url()).forEach(call::note);
      call.log("headers", Ordered.of("statusCode", head.status(), "bytes", reply.body().length));
      return result;
    }

    /** Adds the profile to a result, unless the program does not want it (sheet 1.1, 2.1, 2.2). */
    void addProfile(Map<String, Object> result, Profile profile, boolean highPerformance) {
      if (!args.flag("enableProfile", true)) return;
      List<Object> values = ProfileFields.of(profile, call, connectivity.type(), highPerformance);
      HttpDnsOptions.addMoments(values, names);
      result.put("profile", values);
    }
  }
}
