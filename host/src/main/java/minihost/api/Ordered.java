package minihost.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Plain data whose keys stay in the order in which they are written: programs stringify them. */
public final class Ordered {
  private Ordered() {}

  /**
   * @param pairs keys, each followed by its value
   */
  public static Map<String, Object> of(Object... pairs) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) ordered.put((String) pairs[i], pairs[i + 1]);
    return ordered;
  }
}
