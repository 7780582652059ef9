package minihost.jstest;

import java.util.List;

/** Lists of texts as scripts hand them over. */
final class Texts {
  private Texts() {}

  static List<String> of(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
