package minihost.wx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minihost.api.Args;
import minihost.api.Ordered;
import minihost.api.WxCall;
import minihost.dns.HttpDnsCode;
import minihost.dns.LookUp;
import minihost.net.Http;
import minihost.net.HttpDnsUse;
import minihost.policy.Ask;
import minihost.policy.Gate.Permit;
import minihost.reason.Platform;
import minihost.reason.Reason;

/** What a program wants of HttpDNS, and what it is told of it (sheet 1.8, sockets sheet 7.1). */
final class HttpDnsOptions {
  private static final int DEFAULT_TIMEOUT_MS = 60_000;

  private HttpDnsOptions() {}

  static boolean wanted(Args args) {
    return args.flag("enableHttpDNS", false);
  }

  /** Begins the look-up; {@code httpDNSTimeout} ends the wait for it. JS thread. */
  static HttpDnsUse begin(Args args, WxCall call, Http http, Permit<Ask.Http> permit) {
    if (!wanted(args)) return HttpDnsUse.none();
    boolean fallback = args.flag("enableHttpDNSFallback", true);
    HttpDnsUse use = http.byHttpDns(permit, args.string("httpDNSServiceId"), fallback);
    int ms = args.positive("httpDNSTimeout").orElse(DEFAULT_TIMEOUT_MS);
    use.lookUp().ifPresent(lookUp -> limit(lookUp, call, ms));
    return use;
  }

  /** A call may also end before its exchange has come to wait for the addresses. */
  private static void limit(LookUp lookUp, WxCall call, int ms) {
    call.after(Duration.ofMillis(ms), () -> lookUp.timeOut(ms));
    call.onEnd(lookUp::cancel);
  }

  /** Whether there is more to tell of a success than that nothing went wrong. */
  static boolean isOfNote(Args args, HttpDnsUse use) {
    return wanted(args) || use.retries() > 0;
  }

  /** {@code exception} and {@code useHttpDNS}, of success and fail alike. */
  static Map<String, Object> outcome(Args args, HttpDnsUse use, Platform platform) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "exception",
        Ordered.of("retryCount", use.retries(), "reasons", reasons("request", use, platform)));
    if (wanted(args)) fields.put("useHttpDNS", use.used());
    return fields;
  }

  /**
   * Why HttpDNS was not used.
   *
   * @param api what failed, of a reason that is not of the look-up
   */
  static List<Object> reasons(String api, HttpDnsUse use, Platform platform) {
    List<Object> reasons = new ArrayList<>();
    for (Reason reason : use.reasons()) reasons.add(reason(api, reason, platform));
    return reasons;
  }

  private static Map<String, Object> reason(String api, Reason reason, Platform platform) {
    String step = reason.code() instanceof HttpDnsCode ? HttpDnsCode.STEP : api;
    return Ordered.of("errMsg", reason.errMsg(step, platform), "errno", reason.code().errno());
  }

  /** The two moments of the profile that HttpDNS adds (sheet 1.6). */
  static void addMoments(List<Object> values, HttpDnsUse use) {
    use.lookUp().ifPresent(l -> values.addAll(List.of(l.startedAt(), l.endedAt())));
  }
}
