package minihost.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import minihost.journal.Event;
import minihost.policy.Ask;
import minihost.policy.Decision;

/** The events of a call of {@code wx}, each in one line. */
final class CallText {
  private static final int LONGEST_URL = 200;

  private final Palette palette;

  CallText(Palette palette) {
    this.palette = palette;
  }

  /** {@code GET https://api.feed.example/feed}; nothing for calls that end at once. */
  String started(Event.CallStarted e) {
    return isNetwork(e.api()) ? (palette.cyan(verb(e)) + " " + url(e.options())).strip() : "";
  }

  /** Only a redirect is news: what the first hop was allowed shows in the call going on. */
  String decided(Event.Decided e) {
    if (e.decision().ask() instanceof Ask.WebView) return shown(e.decision());
    if (!isRedirect(e.decision().ask()) || !e.decision().allowed()) return "";
    return palette.dim("redirected to ") + shortened(e.decision().ask().url());
  }

  private static boolean isRedirect(Ask ask) {
    return ask instanceof Ask.Http http && http.hop() > 0
        || ask instanceof Ask.Container container && container.hop() > 0;
  }

  private String shown(Decision decision) {
    String what = palette.cyan("web-view") + " " + shortened(decision.ask().url());
    return decision.allowed()
        ? what
        : what
            + palette.red("  refused")
            + palette.dim("  " + Visible.line(decision.reason().why()));
  }

  String ended(Event.CallEnded e) {
    if (!e.ok()) {
      String errno = e.errno().map(n -> " (" + n + ")").orElse("");
      return palette.red(Visible.line(e.errMsg()) + errno)
          + palette.dim("  " + Durations.show(e.tookMs()));
    }
    if (!isNetwork(e.api())) return palette.dim(Visible.line(e.errMsg()));
    List<String> parts = new ArrayList<>();
    if (e.facts().get("statusCode") instanceof Number status) parts.add(status(status.intValue()));
    if (e.facts().get("bytes") instanceof Number bytes) parts.add(bytes(bytes.longValue()));
    parts.add(Durations.show(e.tookMs()));
    String timings = timings(e.facts());
    if (!timings.isEmpty()) parts.add(palette.dim("(" + timings + ")"));
    return String.join("  ", parts);
  }

  static boolean isNetwork(String api) {
    return Asks.NETWORK.contains(api);
  }

  /** The method of HTTP, or what a socket is called. */
  static String verb(Event.CallStarted call) {
    return switch (call.api()) {
      case "connectSocket", "cloud.connectContainer" -> "WebSocket";
      case "createUDPSocket" -> "UDPSocket";
      case "createTCPSocket" -> "TCPSocket";
      default ->
          Visible.line(
              String.valueOf(call.options().getOrDefault("method", "GET"))
                  .toUpperCase(Locale.ROOT));
    };
  }

  static String url(Map<String, Object> options) {
    Object url = options.get("url");
    if (url == null && options.containsKey("path")) // of a container of the cloud
    url = options.get("env") + "/" + options.get("service") + options.get("path");
    return shortened(url == null ? "" : url.toString());
  }

  static String shortened(String url) {
    String line = Visible.line(url);
    return line.length() <= LONGEST_URL ? line : line.substring(0, LONGEST_URL) + "…";
  }

  String status(int code) {
    String text = String.valueOf(code);
    return code < 300
        ? palette.green(text)
        : code < 400 ? palette.cyan(text) : palette.yellow(text);
  }

  /** {@code dns 0, connect 1, tls 21, wait 80}, in ms. */
  static String timings(Map<String, Object> facts) {
    List<String> steps = new ArrayList<>();
    boolean reused = Boolean.TRUE.equals(facts.get("reused"));
    if (reused) steps.add("connection reused");
    for (String step :
        reused ? List.of("wait", "receive") : List.of("dns", "connect", "tls", "wait", "receive"))
      if (facts.get(step) instanceof Number ms) steps.add(step + " " + ms.longValue());
    return String.join(", ", steps);
  }

  /** {@code 512 B}, {@code 2.1 kB}, {@code 3.4 MB}. */
  static String bytes(long count) {
    if (count < 1_000) return count + " B";
    if (count < 1_000_000) return String.format(Locale.ROOT, "%.1f kB", count / 1e3);
    return String.format(Locale.ROOT, "%.1f MB", count / 1e6);
  }
}
