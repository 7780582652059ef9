package minihost.reason;

import java.util.Objects;

/**
 * What happened, why, and what to do about it. The script's errMsg, {@code minihost explain}, the
 * journal and a test's failure are views of this one record.
 *
 * @param code the named cause, which owns wording and errno
 * @param detail what fills {@code %s} in the wording, such as a host name; may be empty
 * @param why one sentence with the offending value in it
 * @param fix one sentence in the imperative; empty when there is nothing to fix
 * @param origin where the setting that decided was written
 */
public record Reason(Code code, String detail, String why, String fix, Origin origin) {
  public Reason {
    Objects.requireNonNull(code);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(why);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(origin);
  }

  public Reason(Code code, String why, String fix, Origin origin) {
    this(code, "", why, fix, origin);
  }

  /**
   * {@code request:fail url not in domain list}: the form WeChat gives the script. Words that begin
   * with a colon follow without a blank (sockets sheet 0.3).
   */
  public String errMsg(String api, Platform platform) {
    String words = code.wording(api, platform).replace("%s", detail);
    return api + (words.isEmpty() || words.startsWith(":") ? ":fail" : ":fail ") + words;
  }

  /**
   * {@code [TCPSocket] created too much.}: the words alone, as an error event or a throw has them.
   */
  public String words(Platform platform) {
    return code.wording(platform).replace("%s", detail);
  }

  /** Two lines for a person: the cause with its origin, and the fix. */
  public String text() {
    String head =
        code.name() + ": " + why + (origin == Origin.BUILT_IN ? "" : "  (" + origin + ")");
    return fix.isEmpty() ? head : head + System.lineSeparator() + "  fix  " + fix;
  }
}
