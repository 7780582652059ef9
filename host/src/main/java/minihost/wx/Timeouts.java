package minihost.wx;

import java.time.Duration;
import minihost.api.Args;
import minihost.api.CallCode;
import minihost.config.Limits;
import minihost.config.Setting;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * How long a call may take: its own {@code timeout}, else app.json's networkTimeout, else 60 s, and
 * never more than {@code limits.maxTimeoutMs} (sheet TMO-1 to TMO-3).
 */
final class Timeouts {
  private final Setting<Integer> fromApp;
  private final int maxMs;

  Timeouts(Setting<Integer> fromApp, Limits limits) {
    this.fromApp = fromApp;
    maxMs = limits.maxTimeoutMs().value();
  }

  record Deadline(Duration after, Reason reason) {}

  /** In ms, and who said so. */
  Setting<Integer> limit(Args args) {
    Origin call = Origin.of("the call", "timeout");
    Setting<Integer> setting =
        args.positive("timeout").map(ms -> new Setting<>(ms, call)).orElse(fromApp);
    return new Setting<>(Math.min(setting.value(), maxMs), setting.origin());
  }

  Deadline of(Args args) {
    Setting<Integer> setting = limit(args);
    int ms = setting.value();
    Reason reason =
        new Reason(
            CallCode.TIMEOUT,
            "no complete answer within " + ms + " ms",
            "make the server faster, or raise timeout in the call or networkTimeout in app.json",
            setting.origin());
    return new Deadline(Duration.ofMillis(ms), reason);
  }
}
