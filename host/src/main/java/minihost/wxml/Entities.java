package minihost.wxml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entities that WXML text may hold. */
final class Entities {
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,5});");
  private static final Map<String, String> NAMED =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "ensp",
          "\u2002", "emsp", "\u2003");

  private Entities() {}

  static String decode(String text) {
    if (text.indexOf('&') < 0) return text;
    return ENTITY
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1), m.group())));
  }

  private static String character(String name, String whole) {
    if (name.charAt(0) != '#') return NAMED.getOrDefault(name, whole);
    boolean hex = name.charAt(1) == 'x';
    int code;
    try {
      code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    } catch (NumberFormatException e) {
      return whole;
    }
    return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
  }
}
