package minihost.wxml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WXS as JavaScript, where the two read the same text differently (WXS reference). */
public final class WxsText {
  /**
   * Words that JavaScript keeps for itself and WXS does not (its list of reserved identifiers),
   * where they can be a variable: neither a field, nor the key of an object, nor in a string or
   * comment.
   */
  private static final Pattern FREE_WORD =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|//[^\n]*|/\\*[\\s\\S]*?\\*/"
              + "|(?<![.\\w$])(?<word>class|enum|extends|super|export|import)\\b"
              + "(?:(?!\\s*:)|(?<=\\?\\s{0,9}\\w{4,7}))");

  private WxsText() {}

  /** In WXS, {@code constructor} of a value is the name of its type. */
  public static String typeNames(String code) {
    return code.replaceAll("\\.constructor\\b(?!\\s*\\.)", ".constructor.name");
  }

  /** The text with the variables renamed whose names are not free in JavaScript. */
  public static String freeWords(String code) {
    return FREE_WORD
        .matcher(code)
        .replaceAll(m -> m.group("word") == null ? quote(m.group()) : "_\\$" + m.group("word"));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }
}
