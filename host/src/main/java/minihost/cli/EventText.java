package minihost.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import minihost.journal.Event;
import minihost.policy.Gate;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * Events as a person reads them: time, what it is about, what happened; further lines stand below
 * the last column. What the mini program wrote stands out, the rest is quiet.
 */
final class EventText {
  private static final int TAG_WIDTH = 7;
  private static final String INDENT = " ".repeat("12:00:01.234  ".length() + TAG_WIDTH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final Palette palette;
  private final ZoneId zone;
  private final CallText calls;

  EventText(Palette palette, ZoneId zone) {
    this.palette = palette;
    this.zone = zone;
    calls = new CallText(palette);
  }

  /** The event in one or more lines, or nothing when it is not worth a line. */
  String of(Event event) {
    return switch (event) {
      case Event.CallStarted e -> line(e.at(), "#" + e.call(), calls.started(e));
      case Event.CallQueued e ->
          line(
              e.at(),
              "#" + e.call(),
              palette.dim("waits, " + e.ahead() + " ahead of it (CONCURRENCY)"));
      case Event.Decided e ->
          line(e.at(), e.call() == Gate.NO_CALL ? "page" : "#" + e.call(), calls.decided(e));
      case Event.CallProgress _ -> ""; // told with the call's end
      case Event.CallEnded e -> line(e.at(), "#" + e.call(), calls.ended(e) + reason(e));
      case Event.NamePrefetched e -> line(e.at(), "dns", palette.dim(prefetched(e)));
      case Event.Console e -> line(e.at(), e.level(), console(e));
      case Event.ScriptError e -> line(e.at(), "error", scriptError(e));
      case Event.Lifecycle e -> line(e.at(), "app", palette.cyan(e.state()));
      case Event.Network e -> line(e.at(), "net", palette.cyan(Visible.line(e.what())));
      case Event.Page e -> line(e.at(), "page", page(e));
      case Event.Note e -> line(e.at(), "note", note(e.reason()));
    };
  }

  private String line(long at, String tag, String text) {
    if (text.isEmpty()) return "";
    String time = TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    String name = tag + " ".repeat(Math.max(1, TAG_WIDTH - tag.length()));
    String head = palette.dim(time) + "  " + tagged(tag, name);
    return head + text.replace("\n", "\n" + INDENT);
  }

  private String tagged(String tag, String name) {
    return switch (tag) {
      case "error" -> palette.red(name);
      case "warn", "note" -> palette.yellow(name);
      case "log", "info", "debug" -> palette.bold(name);
      default -> palette.dim(name);
    };
  }

  private static String prefetched(Event.NamePrefetched e) {
    String to =
        e.failure().isEmpty() ? String.join(", ", e.addresses()) : "not found: " + e.failure();
    return Visible.line(e.name() + " is " + to + " (prefetched in " + e.tookMs() + " ms)");
  }

  private String console(Event.Console e) {
    String text = Visible.text(e.text());
    if (text.isEmpty()) return " ";
    return switch (e.level()) {
      case "error" -> palette.red(text);
      case "warn" -> palette.yellow(text);
      case "debug" -> palette.dim(text);
      default -> palette.bold(text);
    };
  }

  private String scriptError(Event.ScriptError e) {
    String head =
        switch (e.kind()) {
          case "uncaught" -> "Uncaught " + e.message();
          case "unhandledRejection" -> "Unhandled rejection: " + e.message();
          case "stopped" -> "Stopped: " + e.message();
          default -> e.message();
        };
    boolean placed = e.stack().isEmpty() && !e.where().isEmpty() && !head.contains(e.where());
    String stack = placed ? "at " + e.where() : e.stack();
    String below =
        stack.isEmpty()
            ? ""
            : stack.lines().map(at -> "\n    " + Visible.line(at)).collect(Collectors.joining());
    return palette.red(Visible.text(head)) + palette.dim(below);
  }

  private String page(Event.Page e) {
    String hook =
        switch (e.hook()) {
          case "load" -> "onLoad";
          case "show" -> "onShow";
          case "hide" -> "onHide";
          case "unload" -> "onUnload";
          default -> ""; // onReady follows at once; a kept tab page has no hook
        };
    return hook.isEmpty() ? "" : hook + " ".repeat(10 - hook.length()) + Visible.line(e.route());
  }

  private String note(Reason reason) {
    return palette.dim(reason.code().name() + ": ")
        + palette.yellow(Visible.line(reason.why()))
        + rest(reason);
  }

  private String reason(Event.CallEnded e) {
    return e.reason()
        .map(r -> "\n" + palette.dim(r.code().name() + ": ") + Visible.line(r.why()) + rest(r))
        .orElse("");
  }

  private String rest(Reason reason) {
    String where =
        reason.origin() == Origin.BUILT_IN
            ? ""
            : palette.dim("  (" + Visible.line(reason.origin().toString()) + ")");
    if (reason.fix().isEmpty()) return where;
    return where + "\n" + palette.green("fix") + " " + Visible.line(reason.fix());
  }

  /** Several events, as {@link #of} gives them. */
  String of(List<Event> events) {
    return events.stream()
        .map(this::of)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
