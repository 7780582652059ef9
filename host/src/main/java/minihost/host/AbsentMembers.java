package minihost.host;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minihost.app.AppCode;
import minihost.js.JsError;
import minihost.js.JsRuntime;
import minihost.reason.Origin;
import minihost.reason.Reason;
import minihost.wx.WxMembers;

/**
 * Tells a person, once for each, what a program wants of {@code wx} that is not here. Reading is
 * not wanting: programs ask {@code if (wx.x)} before they use a thing. So a member is told when a
 * TypeError that nobody caught names it, or comes from the line that read it; strictly, when it is
 * read. JS thread.
 */
final class AbsentMembers {
  private static final Pattern PLACE = Pattern.compile("([^\\s()]+):(\\d+):\\d+");

  private final boolean strict;
  private final Consumer<Reason> listener;
  private final Runnable failed;
  private final Map<String, Origin> reads = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * @param strict whether reading is enough
   * @param listener told why a member is not here, with the place where it was first read
   * @param failed told besides that this is an error, in a strict run
   */
  AbsentMembers(JsRuntime js, boolean strict, Consumer<Reason> listener, Runnable failed) {
    this.strict = strict;
    this.listener = listener;
    this.failed = failed;
    js.install(
        AbsentMembers.class,
        "absent.js",
        Map.of("read", args -> read((String) args[0], (String) args[1])));
  }

  private Object read(String name, String frames) {
    if (!WxMembers.all().contains(name)) return null;
    reads.put(name, place(frames).orElse(Origin.BUILT_IN));
    if (strict) tell(name);
    return null;
  }

  private static Optional<Origin> place(String frames) {
    Matcher first = PLACE.matcher(frames);
    return first.find()
        ? Optional.of(new Origin(first.group(1), Integer.parseInt(first.group(2)), ""))
        : Optional.empty();
  }

  /** The program threw, and nobody caught it: perhaps for want of a member. */
  void thrown(JsError error) {
    if (!error.message().startsWith("TypeError") || reads.isEmpty()) return;
    Origin here = new Origin(error.file(), error.line(), "");
    for (Map.Entry<String, Origin> read : Map.copyOf(reads).entrySet())
      if (isNamed(read.getKey(), error.message()) || read.getValue().equals(here))
        tell(read.getKey());
  }

  private static boolean isNamed(String member, String message) {
    String name = member.substring(member.lastIndexOf('.') + 1);
    return Pattern.compile("\\w+")
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .anyMatch(name::equals);
  }

  private void tell(String name) {
    if (!told.add(name)) return;
    if (strict) failed.run();
    listener.accept(
        new Reason(
            AppCode.MEMBER_ABSENT,
            "wx." + name + " is not provided by minihost: it is undefined, and wx.canIUse says so",
            "ask for it in minihost's issues, or use it only if wx.canIUse('" + name + "')",
            reads.get(name)));
  }
}
