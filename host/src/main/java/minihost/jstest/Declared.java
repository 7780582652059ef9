package minihost.jstest;

import java.util.List;
import java.util.Map;

/**
 * What a test file has declared: a {@code describe} with what is in it, or an {@code it}.
 *
 * @param id its number in the file; 0 for the file itself
 * @param children of a suite, in order
 */
record Declared(int id, boolean isSuite, String name, List<Declared> children) {
  /**
   * @param plain as suite.js tells it
   */
  static Declared of(Map<?, ?> plain) {
    List<Declared> children =
        ((List<?>) plain.get("children")).stream().map(c -> of((Map<?, ?>) c)).toList();
    int id = ((Number) plain.get("id")).intValue();
    return new Declared(
        id, "describe".equals(plain.get("kind")), (String) plain.get("name"), children);
  }
}
