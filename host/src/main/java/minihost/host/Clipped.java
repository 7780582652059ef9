package minihost.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Options of a call as the journal keeps them: a program must not fill memory with its payloads.
 */
final class Clipped {
  private static final int MAX_CHARS = 2_000;

  /** Headers and fields of a form come as lists, names and values by turns. */
  private static final int MAX_ITEMS = 200;

  private Clipped() {}

  static Map<String, Object> of(Map<String, Object> options) {
    Map<String, Object> clipped = new LinkedHashMap<>();
    options.forEach((key, value) -> clipped.put(key, clip(value)));
    return clipped;
  }

  private static Object clip(Object value) {
    return switch (value) {
      case String s when s.length() > MAX_CHARS ->
          s.substring(0, MAX_CHARS) + "… (" + s.length() + " characters)";
      case byte[] bytes -> "(" + bytes.length + " bytes)";
      case List<?> list -> clip(list);
      case null, default -> value;
    };
  }

  private static List<Object> clip(List<?> list) {
    List<Object> clipped = new ArrayList<>();
    for (Object item : list.subList(0, Math.min(list.size(), MAX_ITEMS))) clipped.add(clip(item));
    if (list.size() > MAX_ITEMS) clipped.add("… (" + list.size() + " items)");
    return clipped;
  }
}
